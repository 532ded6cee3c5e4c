import type { Handler } from "../../action.ts";
import { checkStrategyData } from "./check-strategy-data.ts";
import { loadIpStrategy } from "./load.ts";

/** Only the list changes; in force at once wherever the strategy is bound. */
export const modifyIPStrategy: Handler<"ModifyIPStrategy"> = async (call, input) => {
  const strategy = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  checkStrategyData(input.StrategyData);
  await call.tx.ipStrategies.update({ ...strategy, data: input.StrategyData, modifiedAt: call.now });
  return { Result: true };
};
