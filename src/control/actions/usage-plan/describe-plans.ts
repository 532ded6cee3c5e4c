import { environmentNames, isEnvironmentName } from "../../../model/environment.ts";
import type { UsagePlanFilter } from "../../../store/usage-plan-repository.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { Filter } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { filterValues } from "../filter-values.ts";
import { loadPlan } from "./load.ts";
import { toPlanContents, toUsagePlanBindSecret, toUsagePlanInfo, toUsagePlanStatusInfo } from "./wire.ts";

export const describeUsagePlan: Handler<"DescribeUsagePlan"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const keyIds = await call.tx.memberships.keysOf(plan.id);
  const bindings = await call.tx.bindings.find({ planId: plan.id });
  return { Result: toUsagePlanInfo(plan, toPlanContents(keyIds, bindings)) };
};

export const describeUsagePlansStatus: Handler<"DescribeUsagePlansStatus"> = async (call, input) => {
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.usagePlans.list(call.scope, toFilter(input.Filters), page);
  return { Result: { TotalCount: total, UsagePlanStatusSet: items.map(toUsagePlanStatusInfo) } };
};

export const describeUsagePlanSecretIds: Handler<"DescribeUsagePlanSecretIds"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.memberships.listKeys(plan.id, page);
  return { Result: { TotalCount: total, AccessKeyList: items.map(toUsagePlanBindSecret) } };
};

function toFilter(filters: readonly Filter[] | undefined): UsagePlanFilter {
  return {
    ids: filterValues(filters, "UsagePlanId"),
    nameContains: filterValues(filters, "UsagePlanName"),
    notBoundToServices: filterValues(filters, "NotServiceId"),
    notBoundToApis: filterValues(filters, "NotApiId"),
    environments: filterValues(filters, "Environment").map(toEnvironmentName),
  };
}

function toEnvironmentName(text: string) {
  if (isEnvironmentName(text)) return text;
  const message = `The filter \`Environment\` takes ${environmentNames.join(", ")}, not \`${quote(text)}\`.`;
  throw new ApiError("InvalidParameterValue", message);
}
