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

/** How many calls each rate has left; not looked at where nothing limits. */
export interface RatesLeft {
  readonly service: number;
  readonly api: number;
  readonly planRate: number;
}

/** The fields that tell a caller `remaining/limit`, or `unlimited`; those of the plan only for a caller who has one. */
export function limitFields(limits: CallLimits, left: RatesLeft): string {
  const { service, api, planRate, grant, plan } = limits;
  const fields = `X-Service-RateLimit: ${text(service, left.service)}\r\nX-Api-RateLimit: ${text(api, left.api)}\r\n`;
  if (grant === null || plan === null) return fields;
  const quota = plan.quota === unlimited ? "unlimited" : `${Math.min(grant.quota.left, plan.quota)}/${plan.quota}`;
  return `${fields}X-UsagePlan-RateLimit: ${text(planRate, left.planRate)}\r\nX-UsagePlan-Quota: ${quota}\r\n`;
}

function text(rate: RateLimit | null, left: number): string {
  return rate === null ? "unlimited" : `${left}/${rate.ratePerSecond}`;
}
