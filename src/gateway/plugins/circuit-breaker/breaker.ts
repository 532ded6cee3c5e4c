import type { FailureCondition } from "../../../model/plugin/failure-condition.ts";

/** How a call to a backend ended. Without an answer the status is the one the caller got. */
export interface BackendOutcome {
  readonly status: number;
  readonly latencyMs: number;
  readonly isTimeout: boolean;
}

interface BreakerSettings {
  readonly failure: FailureCondition;
  readonly failureThreshold: number;
  readonly windowMs: number;
  readonly openMs: number;
}

/** Opens when more calls than the threshold fail within one window, and closes by itself after a while. */
export class Breaker {
  readonly #settings: BreakerSettings;
  #windowStart = -Infinity;
  #failures = 0;
  #openUntil = 0;

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  isOpen(nowMs: number): boolean {
    return nowMs < this.#openUntil;
  }

  record(outcome: BackendOutcome, nowMs: number): void {
    // Calls that began before it opened say nothing about the time after.
    if (this.isOpen(nowMs) || !isFailure(outcome, this.#settings.failure)) return;
    if (nowMs - this.#windowStart >= this.#settings.windowMs) {
      this.#windowStart = nowMs;
      this.#failures = 0;
    }
    this.#failures++;
    if (this.#failures <= this.#settings.failureThreshold) return;
    this.#openUntil = nowMs + this.#settings.openMs;
    this.#failures = 0;
    this.#windowStart = -Infinity;
  }
}

function isFailure({ status, latencyMs, isTimeout }: BackendOutcome, failure: FailureCondition): boolean {
  if (failure.isTimeoutFailure && isTimeout) return true;
  if (failure.latencyAboveMs !== null && latencyMs > failure.latencyAboveMs) return true;
  return failure.statuses !== null && failure.statuses.codes.has(status) === failure.statuses.isFailureInside;
}
