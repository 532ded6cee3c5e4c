import { unlimited } from "../../model/usage-plan.ts";
import type { Grant, RateLimit, ServedPlan } from "../served.ts";

/** What limits a call; null where nothing does. */
export interface CallLimits {
  readonly service: RateLimit | null;
  readonly api: RateLimit | null;
  readonly planRate: RateLimit | null;
  readonly grant: Grant | null;
  readonly plan: ServedPlan | null;
}

/**
 * The headers that tell a caller `remaining/limit`, or `unlimited`; those of the plan only for a caller who has one. `left` says
 * what remains of a rate.
 */
export function limitHeaders(limits: CallLimits, left: (rate: RateLimit) => number): string[] {
  const { service, api, planRate, grant, plan } = limits;
  const rateText = (rate: RateLimit | null) => (rate === null ? "unlimited" : `${left(rate)}/${rate.ratePerSecond}`);
  const headers = ["X-Service-RateLimit", rateText(service), "X-Api-RateLimit", rateText(api)];
  if (grant === null || plan === null) return headers;
  const quota = plan.quota === unlimited ? "unlimited" : `${Math.min(grant.quota.left, plan.quota)}/${plan.quota}`;
  headers.push("X-UsagePlan-RateLimit", rateText(planRate), "X-UsagePlan-Quota", quota);
  return headers;
}
