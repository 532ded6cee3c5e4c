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
 * The fields that tell a caller `remaining/limit`, or `unlimited`; those of the plan only for a caller who has one. `left` says
 * what remains of a rate.
 */
export function limitFields(limits: CallLimits, left: (rate: RateLimit) => number): string {
  const { service, api, planRate, grant, plan } = limits;
  const text = (rate: RateLimit | null) => (rate === null ? "unlimited" : `${left(rate)}/${rate.ratePerSecond}`);
  const fields = `X-Service-RateLimit: ${text(service)}\r\nX-Api-RateLimit: ${text(api)}\r\n`;
  if (grant === null || plan === null) return fields;
  const quota = plan.quota === unlimited ? "unlimited" : `${Math.min(grant.quota.left, plan.quota)}/${plan.quota}`;
  return `${fields}X-UsagePlan-RateLimit: ${text(planRate)}\r\nX-UsagePlan-Quota: ${quota}\r\n`;
}
