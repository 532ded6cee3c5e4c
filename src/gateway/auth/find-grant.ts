import type { Exchange } from "../exchange.ts";
import type { Grant, ServedKey } from "../served.ts";

/** Whether any plan is bound to the API or to its whole service in this environment. */
export function hasPlans({ environment, api }: Exchange): boolean {
  if (environment === null || api === null) return false;
  return environment.servicePlans.size > 0 || (environment.apiPlans.get(api.id)?.size ?? 0) > 0;
}

/** The plan of the key that is in force here. A key's plan bound to the API itself wins over one bound to the service. */
export function findGrant({ environment, api }: Exchange, key: ServedKey): Grant | null {
  if (environment === null || api === null) return null;
  const apiPlans = environment.apiPlans.get(api.id);
  return firstOf(apiPlans, key.planIds) ?? firstOf(environment.servicePlans, key.planIds) ?? null;
}

function firstOf(plans: ReadonlyMap<string, Grant> | undefined, planIds: readonly string[]): Grant | undefined {
  if (plans === undefined || plans.size === 0) return undefined;
  for (const planId of planIds) {
    const grant = plans.get(planId);
    if (grant !== undefined) return grant;
  }
  return undefined;
}
