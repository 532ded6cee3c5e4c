import { AddressBlocks } from "./addressing/address-blocks.ts";
import { checkProtocol } from "./addressing/check-protocol.ts";
import { findApi } from "./addressing/find-api.ts";
import { findEnvironment } from "./addressing/find-environment.ts";
import { findService } from "./addressing/find-service.ts";
import { readClient } from "./addressing/read-client.ts";
import { readTarget } from "./addressing/read-target.ts";
import { redirectToHttps } from "./addressing/redirect-to-https.ts";
import { rememberPlace } from "./addressing/remember-place.ts";
import { completeAnswer, errorAnswer } from "./answers/answer-head.ts";
import { authenticate } from "./auth/authenticate.ts";
import { callBackend } from "./backends/call-backend.ts";
import type { Clock } from "./clock.ts";
import { checkCrossOrigin } from "./cors/cross-origin.ts";
import { GatewayError, gatewayError } from "./errors.ts";
import type { Decision, Exchange, Outcome, Stage } from "./exchange.ts";
import type { RateCounters } from "./limits/rate-counters.ts";
import { type LimitError, takeLimits } from "./limits/take-limits.ts";
import { checkBodySize } from "./parameters/check-body-size.ts";
import { checkParameters } from "./parameters/check-parameters.ts";
import { pluginStage } from "./plugins/api-plugins.ts";
import { checkAddress } from "./plugins/ip-control/check-address.ts";
import type { GatewaySettings } from "./settings.ts";
import type { Snapshot } from "./snapshot.ts";

interface PipelineOptions {
  readonly snapshot: Snapshot;
  readonly counters: RateCounters;
  readonly clock: Clock;
  readonly settings: GatewaySettings;
  readonly onLimited: (exchange: Exchange, error: LimitError) => void;
  /** A fault of our own: the caller learns nothing but the status. */
  readonly onFault: (exchange: Exchange, fault: unknown) => void;
}

/** Decides about one request: at once, unless a stage has to wait for something outside the process. */
export type Pipeline = (exchange: Exchange) => Decision | Promise<Decision>;

/** The life of a caller's request. Stages run in this order, and the first that answers ends it. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { snapshot, counters, clock, settings, onLimited } = options;
  const { clockSkewSeconds, isSignedDateRequired, planRateScope } = settings;

  const stages: readonly Stage[] = [
    // Who asks for what?
    readClient(new AddressBlocks(settings.trustedProxies)),
    checkBodySize(settings.maxBodyBytes),
    rememberPlace(snapshot, [
      readTarget(settings.ambiguousPaths),
      findService(snapshot, settings.isPathStyleAllowed),
      redirectToHttps,
      findEnvironment(settings.isBareReleasePathAllowed),
      findApi(settings.methodMismatchStatus),
    ]),
    // May he?
    checkProtocol,
    checkCrossOrigin(settings.crossOriginRefusal),
    pluginStage("fault"),
    checkAddress,
    authenticate({ snapshot, clockSkewSeconds, isSignedDateRequired }),
    pluginStage("customAuth"),
    // May he now? Only calls that pass everything above are counted.
    takeLimits({ snapshot, counters, clock, planRateScope, onLimited }),
    checkParameters,
    // Who answers?
    pluginStage("customRequest"),
    pluginStage("routing"),
    pluginStage("cache"),
    pluginStage("breaker"),
    callBackend(snapshot.upstreams),
  ];

  return (exchange) => run(exchange, 0);

  function run(exchange: Exchange, first: number): Decision | Promise<Decision> {
    try {
      for (let index = first; index < stages.length; index++) {
        const outcome = stages[index]?.(exchange);
        if (outcome === undefined) continue;
        if (outcome instanceof Promise) return resume(exchange, outcome, index + 1);
        return decide(exchange, outcome);
      }
      throw new Error("no stage answered");
    } catch (fault) {
      return internalError(exchange, fault);
    }
  }

  async function resume(exchange: Exchange, waiting: Promise<Outcome>, next: number): Promise<Decision> {
    try {
      const outcome = await waiting;
      return outcome === undefined ? await run(exchange, next) : decide(exchange, outcome);
    } catch (fault) {
      return fault instanceof GatewayError ? errorAnswer(exchange, fault) : internalError(exchange, fault);
    }
  }

  function internalError(exchange: Exchange, fault: unknown): Decision {
    options.onFault(exchange, fault);
    return errorAnswer(exchange, gatewayError("internal"));
  }
}

function decide(exchange: Exchange, outcome: GatewayError | Decision): Decision {
  if (outcome instanceof GatewayError) return errorAnswer(exchange, outcome);
  return outcome.kind === "answer" ? completeAnswer(exchange, outcome) : outcome;
}
