import { gatewayError } from "../../errors.ts";
import type { Stage } from "../../exchange.ts";

/** Callers must pass the address lists of the plugin and of the service's IP strategy, where there are both. */
export const checkAddress: Stage = ({ plugins, clientAddress }) => {
  if (plugins === null || plugins.addressRules.every((allows) => allows(clientAddress))) return undefined;
  return gatewayError("addressNotAllowed");
};
