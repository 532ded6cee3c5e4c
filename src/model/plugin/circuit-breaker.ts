import { type PluginBackend, readPluginBackend } from "./backend.ts";
import type { DataReader } from "./data-reader.ts";
import { positive } from "./data-reader.ts";
import { type FailureCondition, parseFailureCondition } from "./failure-condition.ts";

/** Stops calling a backend that fails too often. */
export interface CircuitBreaker {
  readonly failure: FailureCondition;
  /** The breaker opens when more calls than this fail within the window. */
  readonly failureThreshold: number;
  readonly windowMs: number;
  readonly openMs: number;
  /** Who answers while the breaker is open; null: calls fail. */
  readonly fallback: PluginBackend | null;
}

export function readCircuitBreaker(data: DataReader): CircuitBreaker {
  return {
    failure: data.parsed("failure_condition", parseFailureCondition),
    failureThreshold: data.integer("failure_threshold", positive),
    windowMs: data.integer("time_window", { min: 10, max: 90 }) * 1000,
    openMs: data.integer("open_state_duration", { min: 15, max: 300 }) * 1000,
    fallback: (data.optionalText("backend_type") ?? "") === "" ? null : readPluginBackend(data),
  };
}
