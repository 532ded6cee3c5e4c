import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";

/**
 * The rate a parameter `Strategy` sets, calls per second, or -1 for none. 0 is refused: whoever means "off" by it would
 * otherwise stop all traffic.
 */
export function readRate(call: Call, strategy: number): number {
  const highest = call.settings.quotas.strategyRate;
  if (strategy === -1 || (strategy >= 1 && strategy <= highest)) return strategy;
  const message = `The parameter \`Strategy\` is \`${strategy}\`, but must be 1 to ${highest}, or -1 for no limit.`;
  throw new ApiError("InvalidParameterValue.RangeExceeded", message);
}
