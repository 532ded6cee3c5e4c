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
export function limitFields({ service, api, planRate, grant, plan }: CallLimits, left: RatesLeft): string {
  const fields =
    rateField("X-Service-RateLimit: ", service, left.service) + rateField("X-Api-RateLimit: ", api, left.api);
  if (grant === null || plan === null) return fields;
  const quota =
    plan.quota === unlimited
      ? "X-UsagePlan-Quota: unlimited\r\n"
      : `X-UsagePlan-Quota: ${Math.min(grant.quota.left, plan.quota)}${plan.quotaFieldEnd}`;
  return fields + rateField("X-UsagePlan-RateLimit: ", planRate, left.planRate) + quota;
}

function rateField(name: string, rate: RateLimit | null, left: number): string {
  return rate === null ? `${name}unlimited\r\n` : `${name}${left}${rate.fieldEnd}`;
}

/** Of a field that tells how much of a limit is left. */
export function limitFieldEnd(limit: number): string {
  return `/${limit}\r\n`;
}
