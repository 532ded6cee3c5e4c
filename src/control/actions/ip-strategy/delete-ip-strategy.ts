import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadIpStrategy } from "./load.ts";

/** Refused while the strategy is bound: a BLACK list that vanishes silently would open the APIs behind it. */
export const deleteIPStrategy: Handler<"DeleteIPStrategy"> = async (call, input) => {
  const strategy = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  const bindings = await call.tx.ipStrategyBindings.find(strategy.serviceId, { strategyIds: [strategy.id] });
  if (bindings.length > 0) {
    // No code is published for this.
    const message = `The IP strategy is bound to ${bindings.length} APIs; unbind it first.`;
    throw new ApiError("UnsupportedOperation.ResourceAssociated", message);
  }
  await call.tx.ipStrategies.delete(strategy);
  return { Result: true };
};
