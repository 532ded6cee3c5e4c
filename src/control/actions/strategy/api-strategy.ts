import type { Api } from "../../../model/api.ts";
import { environmentNames } from "../../../model/environment.ts";
import { unlimited } from "../../../model/usage-plan.ts";
import type { Listing } from "../../../store/store.ts";
import type { Call, Handler } from "../../action.ts";
import type { DescribeApiEnvironmentStrategyRequest } from "../../contract/generated/types.ts";
import { loadApi, loadApis } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { highestRate, readRate } from "./rate.ts";

/**
 * Caps each of the APIs in one environment, released or not. In force at once, for all of them or for none. 0 leaves the
 * rates as they are: Terraform sends it for one environment when the limit of another did not change.
 */
export const modifyApiEnvironmentStrategy: Handler<"ModifyApiEnvironmentStrategy"> = async (call, input) => {
  // This action lists no code for an unknown service: its APIs are what is not found.
  const apis = await loadApis(call, input.ServiceId, input.ApiIds);
  const service = await loadService(call, input.ServiceId);
  if (input.Strategy === 0) return { Result: true };
  const rate = readRate(input.Strategy, await highestRate(call, service, "api"));
  const environment = input.EnvironmentName;
  await call.tx.strategies.setApis(apis.map(({ id, serviceId }) => ({ serviceId, apiId: id, environment, rate })));
  return { Result: true };
};

/** One row for each API, released or not, with the asked environments in their fixed order. */
export const describeApiEnvironmentStrategy: Handler<"DescribeApiEnvironmentStrategy"> = async (call, input) => {
  const { id: serviceId } = await loadService(call, input.ServiceId);
  const asked = new Set(input.EnvironmentNames ?? []);
  const environments = environmentNames.filter((name) => asked.size === 0 || asked.has(name));
  const { total, items } = await listApis(call, serviceId, input);
  const ids = items.map((api) => api.id);
  const strategies = ids.length === 0 ? [] : await call.tx.strategies.ofApis(serviceId, ids);
  const rates = new Map(strategies.map(({ apiId, environment, rate }) => [`${apiId}/${environment}`, rate]));
  const set = items.map(({ id, definition }) => ({
    ApiId: id,
    ApiName: definition.name ?? "",
    Path: definition.path,
    Method: definition.method,
    EnvironmentStrategySet: environments.map((name) => ({
      EnvironmentName: name,
      Quota: rates.get(`${id}/${name}`) ?? unlimited,
    })),
  }));
  return { Result: { TotalCount: total, ApiEnvironmentStrategySet: set } };
};

async function listApis(
  call: Call,
  serviceId: string,
  input: DescribeApiEnvironmentStrategyRequest,
): Promise<Listing<Api>> {
  const page = { offset: input.Offset, limit: input.Limit };
  if (!input.ApiId) return call.tx.apis.list(call.scope, serviceId, {}, page);
  const api = await loadApi(call, serviceId, input.ApiId);
  return { total: 1, items: [api].slice(page.offset, page.offset + page.limit) };
}
