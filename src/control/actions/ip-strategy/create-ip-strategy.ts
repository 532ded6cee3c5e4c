import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { IpStrategy } from "../../../model/ip-strategy.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { checkStrategyData } from "./check-strategy-data.ts";
import { toWireIpStrategy } from "./wire.ts";

export const createIPStrategy: Handler<"CreateIPStrategy"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  checkStrategyData(input.StrategyData);
  await checkQuota(call, service.id);
  const strategy: IpStrategy = {
    ...call.scope,
    id: newResourceId(idPrefixes.ipStrategy, call.random),
    serviceId: service.id,
    name: input.StrategyName,
    type: input.StrategyType,
    data: input.StrategyData,
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.ipStrategies.insert(strategy);
  return { Result: toWireIpStrategy(strategy) };
};

async function checkQuota(call: Call, serviceId: string): Promise<void> {
  const limit = call.settings.quotas.ipStrategiesPerService;
  if ((await call.tx.ipStrategies.count(serviceId)) < limit) return;
  const message = `The service already has ${limit} IP strategies, which is the most it may have.`;
  throw new ApiError("LimitExceeded.IpStrategyLimitExceeded", message);
}
