import type { Page } from "../../../store/store.ts";
import type { Call, Handler } from "../../action.ts";
import type { Filter } from "../../contract/generated/types.ts";
import { filterValues } from "../filter-values.ts";
import { loadInstance } from "./load.ts";
import { toWireInstance, toWireInstanceDetail } from "./wire.ts";

export const describeExclusiveInstanceDetail: Handler<"DescribeExclusiveInstanceDetail"> = async (call, input) => {
  return { Result: toWireInstanceDetail(await loadInstance(call, input.InstanceId)) };
};

export const describeExclusiveInstances: Handler<"DescribeExclusiveInstances"> = async (call, input) => {
  return { Result: await listInstances(call, input) };
};

export const describeExclusiveInstancesStatus: Handler<"DescribeExclusiveInstancesStatus"> = async (call, input) => {
  return { Result: await listInstances(call, input) };
};

/** Published without any member in its reply. */
export const describeExclusiveInstanceRegions: Handler<"DescribeExclusiveInstanceRegions"> = async () => ({});

/** Published without any member in its reply. */
export const describeInstancesNetworkConfig: Handler<"DescribeInstancesNetworkConfig"> = async () => ({});

interface ListRequest {
  readonly Limit: number;
  readonly Offset: number;
  readonly Filters?: readonly Filter[];
}

async function listInstances(call: Call, { Limit, Offset, Filters }: ListRequest) {
  const page: Page = { offset: Offset, limit: Limit };
  const filter = { ids: filterValues(Filters, "InstanceId"), nameContains: filterValues(Filters, "InstanceName") };
  const { total, items } = await call.tx.exclusiveInstances.list(call.scope, filter, page);
  return { TotalCount: total, InstanceSet: items.map(toWireInstance) };
}
