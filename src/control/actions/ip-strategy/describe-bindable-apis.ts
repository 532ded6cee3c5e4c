import type { Api } from "../../../model/api.ts";
import type { Handler } from "../../action.ts";
import type { Filter } from "../../contract/generated/types.ts";
import { filterValues } from "../filter-values.ts";
import { loadIpStrategy } from "./load.ts";

/** The APIs the strategy could be bound to, each with the other strategy it has in the environment. */
export const describeIPStrategyApisStatus: Handler<"DescribeIPStrategyApisStatus"> = async (call, input) => {
  const { id, serviceId } = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  const environment = input.EnvironmentName;
  const bindings = await call.tx.ipStrategyBindings.find(serviceId, { environment });
  const strategyOf = new Map(bindings.map((binding) => [binding.apiId, binding.strategyId]));
  const drafts = await call.tx.apis.listAll(serviceId);
  const matches = drafts.filter((api) => strategyOf.get(api.id) !== id && fits(api, input.Filters));
  const set = matches.slice(input.Offset, input.Offset + input.Limit).map(({ id: apiId, definition }) => ({
    ApiId: apiId,
    ApiName: definition.name ?? "",
    ApiType: definition.apiType,
    Path: definition.path,
    Method: definition.method,
    OtherIPStrategyId: strategyOf.get(apiId) ?? "",
    OtherEnvironmentName: strategyOf.has(apiId) ? environment : "",
  }));
  return { Result: { TotalCount: matches.length, ApiIdStatusSet: set } };
};

function fits({ definition: { path, name } }: Api, filters: readonly Filter[] | undefined): boolean {
  const holdsOneOf = (filter: string, holds: (text: string) => boolean) => {
    const texts = filterValues(filters, filter);
    return texts.length === 0 || texts.some(holds);
  };
  const isKeyword = (text: string) => `${path}\n${name ?? ""}`.toLowerCase().includes(text.toLowerCase());
  return (
    holdsOneOf("ApiPath", (text) => path.includes(text)) &&
    holdsOneOf("ApiName", (text) => name?.includes(text) === true) &&
    holdsOneOf("KeyWord", isKeyword)
  );
}
