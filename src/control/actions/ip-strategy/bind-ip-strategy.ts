import type { IpStrategyBinding } from "../../../model/ip-strategy.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { BindIPStrategyRequest } from "../../contract/generated/types.ts";
import { loadApis } from "../api/load.ts";
import { loadIpStrategy } from "./load.ts";

/** Puts a strategy in force for APIs: for all of them or none. Those that have it already keep it. */
export const bindIPStrategy: Handler<"BindIPStrategy"> = async (call, input) => {
  const { id: strategyId, serviceId } = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  const apis = await loadApis(call, serviceId, input.BindApiIds);
  const environment = input.EnvironmentName;
  await checkReleased(call, serviceId, environment);
  const apiIds = apis.map((api) => api.id);
  const present = await call.tx.ipStrategyBindings.find(serviceId, { environment, apiIds });
  checkNoOther(strategyId, present);
  const bound = new Set(present.map((binding) => binding.apiId));
  const added = apiIds.filter((apiId) => !bound.has(apiId));
  await call.tx.ipStrategyBindings.add(
    added.map((apiId) => ({ strategyId, serviceId, environment, apiId, boundAt: call.now })),
  );
  return { Result: true };
};

/** Takes a strategy out of force; what it is not bound to is passed over. */
export const unBindIPStrategy: Handler<"UnBindIPStrategy"> = async (call, input) => {
  // This action lists no code for what does not exist.
  const strategy = await loadIpStrategy(call, input.ServiceId, input.StrategyId, "ResourceNotFound");
  const { EnvironmentName: environment, UnBindApiIds: apiIds } = input;
  const filter = { strategyIds: [strategy.id], environment, apiIds };
  await call.tx.ipStrategyBindings.remove(await call.tx.ipStrategyBindings.find(strategy.serviceId, filter));
  return { Result: true };
};

async function checkReleased(
  call: Call,
  serviceId: string,
  environment: BindIPStrategyRequest["EnvironmentName"],
): Promise<void> {
  const running = await call.tx.releases.running(serviceId);
  if (running.some((entry) => entry.environment === environment)) return;
  const message = `The service is not released in the environment ${environment}.`;
  throw new ApiError("InvalidParameterValue.InvalidEnvStatus", message);
}

/** An API takes one strategy in each environment. */
function checkNoOther(strategyId: string, present: readonly IpStrategyBinding[]): void {
  const other = present.find((binding) => binding.strategyId !== strategyId);
  if (other === undefined) return;
  const message =
    `The API \`${other.apiId}\` has the IP strategy \`${other.strategyId}\` in the environment ${other.environment}; ` +
    "unbind it first.";
  throw new ApiError("UnsupportedOperation.InvalidAction", message);
}
