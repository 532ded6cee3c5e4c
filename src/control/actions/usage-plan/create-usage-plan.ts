import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { UsagePlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { toTags } from "../tags.ts";
import { checkRate } from "./check-rate.ts";
import { emptyContents, toUsagePlanInfo } from "./wire.ts";

export const createUsagePlan: Handler<"CreateUsagePlan"> = async (call, input) => {
  checkRate(call, input.MaxRequestNumPreSec);
  await checkQuota(call);
  const plan: UsagePlan = {
    ...call.scope,
    id: newResourceId(idPrefixes.usagePlan, call.random),
    name: input.UsagePlanName,
    description: input.UsagePlanDesc ?? null,
    ratePerSecond: input.MaxRequestNumPreSec,
    quota: input.MaxRequestNum,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.usagePlans.insert(plan);
  return { Result: toUsagePlanInfo(plan, emptyContents) };
};

async function checkQuota(call: Call): Promise<void> {
  const limit = call.settings.quotas.usagePlans;
  if ((await call.tx.usagePlans.count(call.scope)) < limit) return;
  const message = `This region already has ${limit} usage plans, which is the most it may have.`;
  throw new ApiError("LimitExceeded.UsagePlanLimitExceeded", message);
}
