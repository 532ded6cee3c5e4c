import type { Service } from "../../../model/service.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";

/** Highest rate a throttle of the service, or of an API of it, may set: an exclusive instance has its own. */
export async function highestRate(call: Call, service: Service, level: "service" | "api"): Promise<number> {
  if (service.instanceId === null) return call.settings.quotas.strategyRate;
  const instance = await call.tx.exclusiveInstances.find(call.scope, service.instanceId);
  return instance?.rates[level] ?? call.settings.quotas.strategyRate;
}

/**
 * The rate a parameter `Strategy` sets, calls per second, or -1 for none. 0 is refused: whoever means "off" by it would
 * otherwise stop all traffic.
 */
export function readRate(strategy: number, highest: number): number {
  if (strategy === -1 || (strategy >= 1 && strategy <= highest)) return strategy;
  const message = `The parameter \`Strategy\` is \`${strategy}\`, but must be 1 to ${highest}, or -1 for no limit.`;
  throw new ApiError("InvalidParameterValue.RangeExceeded", message);
}
