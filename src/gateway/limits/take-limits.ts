import { unlimited } from "../../model/usage-plan.ts";
import type { Clock } from "../clock.ts";
import { gatewayError, rateExceeded } from "../errors.ts";
import type { Exchange, Outcome, Stage } from "../exchange.ts";
import type { Grant, RateLimit, ServedKey, ServedPlan } from "../served.ts";
import type { Snapshot } from "../snapshot.ts";
import { findLimits, noteLimits } from "./known-limits.ts";
import { type CallLimits, limitFields, type RatesLeft } from "./limit-fields.ts";
import type { RateCounters } from "./rate-counters.ts";

/** Which limit refused a call, or that none could be asked. */
export type LimitError = "rateExceeded" | "quotaExceeded" | "quotaUnavailable";

interface LimitOptions {
  readonly snapshot: Snapshot;
  readonly counters: RateCounters;
  readonly clock: Clock;
  readonly planRateScope: "shared" | "per-key";
  readonly onLimited: (exchange: Exchange, error: LimitError) => void;
}

/**
 * Counts the call against everything that limits it, in this order: service in the environment, API in the environment,
 * rate of the usage plan, limits of a plugin, quota of the usage plan. The first that has nothing left refuses, and those before it get back what
 * they counted.
 */
export function takeLimits({ snapshot, counters, clock, planRateScope, onLimited }: LimitOptions): Stage {
  /** What the rates have left after the call that was counted last. */
  const leftAfterTaking = { service: 0, api: 0, planRate: 0 };

  return (exchange) => take(exchange, exchange.receivedAt);

  function take(exchange: Exchange, nowMs: number): Outcome | Promise<Outcome> {
    const limits = limitsOf(exchange);
    const second = Math.floor(nowMs / 1000);
    const isWithinRates = takeRates(limits, second);
    const admission = isWithinRates ? exchange.plugins?.limit?.take(exchange, nowMs) : undefined;
    if (admission?.isAdmitted === false) {
      giveBackRates(limits, second);
      exchange.limitFields = limitFields(limits, lookUpLeft(limits, second));
      onLimited(exchange, "rateExceeded");
      return rateExceeded(admission.retryAfterSeconds);
    }
    // Last, for a quota cannot be given back.
    const refusal = isWithinRates ? takeQuota(limits) : "rateExceeded";
    if (refusal !== null && refusal !== "rateExceeded") {
      giveBackRates(limits, second);
      admission?.giveBack();
    }
    // More may be left in the ledger. Once it has answered, all limits are taken afresh: the second may be another.
    if (refusal === "empty")
      return (limits.grant?.quota.refilled() ?? Promise.resolve()).then(() => take(exchange, clock.now()));

    if (refusal === null) {
      exchange.limitFields = limitFields(limits, leftAfterTaking);
      return undefined;
    }
    exchange.limitFields = limitFields(limits, lookUpLeft(limits, second));
    onLimited(exchange, refusal);
    return gatewayError(refusal);
  }

  function limitsOf(exchange: Exchange): CallLimits {
    const known = findLimits(exchange, snapshot.revision);
    if (known !== undefined) return known;
    const limits = lookUpLimits(exchange);
    noteLimits(exchange, limits);
    return limits;
  }

  function lookUpLimits({ environment, api, grant, key }: Exchange): CallLimits {
    const plan = grant === null ? null : (snapshot.plans.get(grant.planId) ?? null);
    return {
      service: environment?.rate ?? null,
      api: (api !== null && environment?.apiRates.get(api.id)) || null,
      planRate: grant === null || plan === null ? null : planRateOf(grant, plan, key),
      grant,
      plan,
    };
  }

  /** Takes one of each or none of any. */
  function takeRates({ service, api, planRate }: CallLimits, second: number): boolean {
    leftAfterTaking.service = takeRate(service, second);
    if (leftAfterTaking.service < 0) return false;
    leftAfterTaking.api = takeRate(api, second);
    if (leftAfterTaking.api >= 0) {
      leftAfterTaking.planRate = takeRate(planRate, second);
      if (leftAfterTaking.planRate >= 0) return true;
      giveBackRate(api, second);
    }
    giveBackRate(service, second);
    return false;
  }

  function lookUpLeft({ service, api, planRate }: CallLimits, second: number): RatesLeft {
    const left = (rate: RateLimit | null) =>
      rate === null ? 0 : counters.left(rate.counter, rate.ratePerSecond, second);
    return { service: left(service), api: left(api), planRate: left(planRate) };
  }

  function giveBackRates({ service, api, planRate }: CallLimits, second: number): void {
    giveBackRate(service, second);
    giveBackRate(api, second);
    giveBackRate(planRate, second);
  }

  /** How many are left, or -1 if none was. */
  function takeRate(rate: RateLimit | null, second: number): number {
    return rate === null ? 0 : counters.take(rate.counter, rate.ratePerSecond, second);
  }

  function giveBackRate(rate: RateLimit | null, second: number): void {
    if (rate !== null) counters.giveBack(rate.counter, second);
  }

  function planRateOf(grant: Grant, plan: ServedPlan, key: ServedKey | null): RateLimit | null {
    if (plan.ratePerSecond === unlimited) return null;
    const isOwn = planRateScope === "per-key" && key !== null;
    const counter = isOwn ? counters.counter(`${grant.name}/key/${key.id}`) : grant.rateCounter;
    return { counter, ratePerSecond: plan.ratePerSecond, fieldEnd: plan.rateFieldEnd };
  }
}

function takeQuota({ grant, plan }: CallLimits): LimitError | "empty" | null {
  if (grant === null || plan === null || plan.quota === unlimited) return null;
  switch (grant.quota.take(plan.quota)) {
    case "taken":
      return null;
    case "spent":
      return "quotaExceeded";
    case "unavailable":
      return "quotaUnavailable";
    case "empty":
      return "empty";
  }
}
