import type { Handler } from "../../action.ts";
import { filterValues } from "../filter-values.ts";
import { loadIpStrategy } from "./load.ts";

/** The APIs the strategy could be bound to, each with the other strategy it has in the environment. */
export const describeIPStrategyApisStatus: Handler<"DescribeIPStrategyApisStatus"> = async (call, input) => {
  const { id: strategyId, serviceId } = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  const environment = input.EnvironmentName;
  const filter = {
    withoutIpStrategy: { strategyId, environment },
    pathContains: filterValues(input.Filters, "ApiPath"),
    nameContains: filterValues(input.Filters, "ApiName"),
    keywords: filterValues(input.Filters, "KeyWord"),
  };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.apis.list(call.scope, serviceId, filter, page);
  const others = await call.tx.ipStrategyBindings.find(serviceId, { environment, apiIds: items.map(({ id }) => id) });
  const strategyOf = new Map(others.map((binding) => [binding.apiId, binding.strategyId]));
  const set = items.map(({ id, definition }) => ({
    ApiId: id,
    ApiName: definition.name ?? "",
    ApiType: definition.apiType,
    Path: definition.path,
    Method: definition.method,
    OtherIPStrategyId: strategyOf.get(id) ?? "",
    OtherEnvironmentName: strategyOf.has(id) ? environment : "",
  }));
  return { Result: { TotalCount: total, ApiIdStatusSet: set } };
};
