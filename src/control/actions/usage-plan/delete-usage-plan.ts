import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadPlan } from "./load.ts";
import { describePlace } from "./place-text.ts";

/** Keys in the plan do not keep it: they only leave it. Clients delete plans that still hold keys. */
export const deleteUsagePlan: Handler<"DeleteUsagePlan"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const { total, items } = await call.tx.bindings.list({ planId: plan.id }, { offset: 0, limit: 1 });
  const [binding] = items;
  if (binding !== undefined) {
    const others = total === 1 ? "" : ` and ${total - 1} more`;
    const message = `The usage plan \`${plan.id}\` is still bound to ${describePlace(binding)}${others}; unbind it first.`;
    throw new ApiError("UnsupportedOperation.UsagePlanInUse", message);
  }
  await call.tx.usagePlans.delete(call.scope, plan.id);
  return { Result: true };
};
