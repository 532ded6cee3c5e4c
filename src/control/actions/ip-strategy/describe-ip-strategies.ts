import type { Api } from "../../../model/api.ts";
import type { IpStrategy } from "../../../model/ip-strategy.ts";
import type { Call, Handler } from "../../action.ts";
import type { DesApisStatus } from "../../contract/generated/types.ts";
import { businessApisOfMany } from "../api/oauth.ts";
import { filterValues } from "../filter-values.ts";
import { loadService } from "../service/load.ts";
import { loadIpStrategy } from "./load.ts";
import { toWireBoundApi, toWireIpStrategy } from "./wire.ts";

/** The page is one of the APIs the strategy is bound to: in all environments together unless one is named. */
export const describeIPStrategy: Handler<"DescribeIPStrategy"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const strategy = await loadIpStrategy(call, service.id, input.StrategyId);
  const page = { offset: input.Offset, limit: input.Limit };
  const bound = await call.tx.ipStrategyBindings.listApis(strategy.id, input.EnvironmentName, page);
  const apis = inOrder(await call.tx.apis.findMany(call.scope, service.id, bound.items), bound.items);
  return { Result: toWireIpStrategy(strategy, { total: bound.total, apis: await toWireBoundApis(call, apis) }) };
};

/** All strategies of the service; this action has no pages. */
export const describeIPStrategysStatus: Handler<"DescribeIPStrategysStatus"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const strategies = await call.tx.ipStrategies.list(service.id, filterValues(input.Filters, "StrategyName"));
  const set = [];
  for (const strategy of strategies) set.push(toWireIpStrategy(strategy, await boundApis(call, strategy)));
  return { Result: { TotalCount: set.length, StrategySet: set } };
};

async function toWireBoundApis(call: Call, apis: readonly Api[]): Promise<readonly DesApisStatus[]> {
  const businessApis = await businessApisOfMany(call, apis);
  return apis.map((api) => toWireBoundApi(api, businessApis));
}

/** Each API once, however many environments it is bound in. */
async function boundApis(call: Call, { id, serviceId }: IpStrategy) {
  const apis: DesApisStatus[] = [];
  for await (const apiIds of call.tx.ipStrategyBindings.slicesOfApis(id)) {
    const drafts = await call.tx.apis.findMany(call.scope, serviceId, apiIds);
    for (const api of await toWireBoundApis(call, inOrder(drafts, apiIds))) apis.push(api);
  }
  return { total: apis.length, apis };
}

function inOrder(apis: readonly Api[], ids: readonly string[]): readonly Api[] {
  const byId = new Map(apis.map((api) => [api.id, api]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
