import type { IpStrategy } from "../../../model/ip-strategy.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/**
 * The strategy of that id in the service. An unknown service is answered the same way: most of these actions list no code
 * of its own for it.
 */
export async function loadIpStrategy(
  call: Call,
  serviceId: string,
  id: string,
  code: "ResourceNotFound.InvalidIPStrategy" | "ResourceNotFound" = "ResourceNotFound.InvalidIPStrategy",
): Promise<IpStrategy> {
  const strategy = await call.tx.ipStrategies.find(call.scope, serviceId, id);
  if (strategy !== undefined) return strategy;
  throw new ApiError(code, `There is no IP strategy \`${quote(id)}\` in the service \`${quote(serviceId)}\`.`);
}
