import type { UsagePlan } from "../../../model/usage-plan.ts";
import type { Handler } from "../../action.ts";
import { checkRate } from "./check-rate.ts";
import { loadPlan } from "./load.ts";
import { toUsagePlanInfo, untoldContents } from "./wire.ts";

/** Omitted members keep their value. New limits hold at once wherever the plan is bound; what was spent stays spent. */
export const modifyUsagePlan: Handler<"ModifyUsagePlan"> = async (call, input) => {
  if (input.MaxRequestNumPreSec !== undefined) checkRate(call, input.MaxRequestNumPreSec);
  const plan = await loadPlan(call, input.UsagePlanId);
  const modified: UsagePlan = {
    ...plan,
    name: input.UsagePlanName ?? plan.name,
    description: input.UsagePlanDesc ?? plan.description,
    ratePerSecond: input.MaxRequestNumPreSec ?? plan.ratePerSecond,
    quota: input.MaxRequestNum ?? plan.quota,
    modifiedAt: call.now,
  };
  await call.tx.usagePlans.update(modified);
  return { Result: toUsagePlanInfo(modified, untoldContents) };
};
