import { environmentNames, isEnvironmentName } from "../../../model/environment.ts";
import type { Binding } from "../../../model/usage-plan.ts";
import type { UsagePlanFilter } from "../../../store/usage-plan-repository.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { Filter } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { filterValues } from "../filter-values.ts";
import { loadPlan } from "./load.ts";
import { toPlanContents, toUsagePlanBindSecret, toUsagePlanInfo, toUsagePlanStatusInfo } from "./wire.ts";

export const describeUsagePlan: Handler<"DescribeUsagePlan"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const keyIds: string[] = [];
  for await (const ids of call.tx.memberships.slicesOfKeys(plan.id)) keyIds.push(...ids);
  return { Result: toUsagePlanInfo(plan, toPlanContents(keyIds, await environmentsOf(call, plan.id))) };
};

/** Each environment appears once, however many of its APIs are bound: where the newest of its bindings would stand. */
async function environmentsOf(call: Call, planId: string): Promise<readonly Binding[]> {
  const newest = new Map<string, Binding>();
  for (const level of ["SERVICE", "API"] as const) {
    for await (const bindings of call.tx.bindings.slicesOf({ planId, level })) {
      for (const binding of bindings) {
        const environment = `${binding.serviceId}/${binding.environment}`;
        if (!newest.has(environment)) newest.set(environment, binding);
      }
    }
  }
  return [...newest.values()].toSorted(
    (a, b) =>
      b.createdAt - a.createdAt || compareText(b.serviceId, a.serviceId) || compareText(b.environment, a.environment),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

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
