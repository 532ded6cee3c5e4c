import type { FunctionRoute } from "../../../model/cloud-function.ts";
import type { CircuitBreaker } from "../../../model/plugin/circuit-breaker.ts";
import type { Clock } from "../../clock.ts";
import { gatewayError } from "../../errors.ts";
import type { ApiPlugins } from "../api-plugins.ts";
import { prepareBackend } from "../plugin-backend.ts";
import { Breaker } from "./breaker.ts";

/** While the breaker is open the fallback answers, or nobody; what it answers is not judged. */
export function compileCircuitBreaker(
  settings: CircuitBreaker,
  clock: Clock,
  functions: readonly FunctionRoute[],
): Partial<ApiPlugins> {
  const breaker = new Breaker(settings);
  const fallback = settings.fallback === null ? null : prepareBackend("", settings.fallback, functions);
  return {
    breaker(exchange) {
      if (!breaker.isOpen(clock.monotonic())) {
        exchange.onBackendOutcome = (outcome) => breaker.record(outcome, clock.monotonic());
        return undefined;
      }
      if (fallback === null) return gatewayError("circuitOpen");
      exchange.chosenBackend = fallback;
      // What the fallback says is not the answer of the API.
      exchange.recording = null;
      return undefined;
    },
  };
}
