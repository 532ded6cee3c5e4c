import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadIpStrategy } from "./load.ts";

/**
 * Refused while the strategy is bound: a BLACK list that vanishes silently would open the APIs behind it. An API whose
 * draft is gone counts as long as an environment runs it.
 */
export const deleteIPStrategy: Handler<"DeleteIPStrategy"> = async (call, input) => {
  const strategy = await loadIpStrategy(call, input.ServiceId, input.StrategyId);
  if (await call.tx.ipStrategyBindings.isInForce(strategy.id)) {
    // No code is published for this.
    const message =
      "The IP strategy is bound to APIs; unbind it first, and release the service if APIs with it were deleted.";
    throw new ApiError("UnsupportedOperation.ResourceAssociated", message);
  }
  await call.tx.ipStrategies.delete(strategy);
  return { Result: true };
};
