import type { UsagePlan } from "../../../model/usage-plan.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

export async function loadPlan(call: Call, id: string): Promise<UsagePlan> {
  const plan = await call.tx.usagePlans.find(call.scope, id);
  if (plan === undefined) throw noSuchPlan(id);
  return plan;
}

/** The plans in the order of `planIds`, each once; fails on the first that is unknown. */
export async function loadPlans(call: Call, planIds: readonly string[]): Promise<readonly UsagePlan[]> {
  const ids = [...new Set(planIds)];
  const found = await call.tx.usagePlans.findMany(call.scope, ids);
  const byId = new Map(found.map((plan) => [plan.id, plan]));
  return ids.map((id) => {
    const plan = byId.get(id);
    if (plan === undefined) throw noSuchPlan(id);
    return plan;
  });
}

function noSuchPlan(id: string): ApiError {
  return new ApiError("ResourceNotFound.InvalidUsagePlan", `The usage plan \`${quote(id)}\` does not exist.`);
}
