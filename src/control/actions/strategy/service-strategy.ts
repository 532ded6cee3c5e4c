import type { Handler } from "../../action.ts";
import { toWireEnvironments } from "../environment/wire.ts";
import { loadService } from "../service/load.ts";
import { highestRate, readRate } from "./rate.ts";

/** Caps the whole service in the named environments, released or not. In force at once. */
export const modifyServiceEnvironmentStrategy: Handler<"ModifyServiceEnvironmentStrategy"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const rate = readRate(input.Strategy, await highestRate(call, service, "service"));
  for (const environment of new Set(input.EnvironmentNames)) {
    await call.tx.strategies.setService({ serviceId: service.id, environment, rate });
  }
  return { Result: true };
};

/** One row for each environment; where nothing was set, the highest rate that could be. */
export const describeServiceEnvironmentStrategy: Handler<"DescribeServiceEnvironmentStrategy"> = async (
  call,
  input,
) => {
  const service = await loadService(call, input.ServiceId);
  const strategies = await call.tx.strategies.ofService(service.id);
  const highest = await highestRate(call, service, "service");
  const environments = toWireEnvironments(call, service, await call.tx.releases.running(service.id));
  const list = environments.slice(input.Offset, input.Offset + input.Limit).map((environment) => ({
    ...environment,
    Strategy: strategies.find((own) => own.environment === environment.EnvironmentName)?.rate ?? highest,
    MaxStrategy: highest,
  }));
  return { Result: { TotalCount: environments.length, EnvironmentList: list } };
};
