import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";

/** A service is offered over HTTP, HTTPS or both. */
export const checkProtocol: Stage = ({ service, scheme }) => {
  const isOffered = service === null || service.protocol === "http&https" || service.protocol === scheme;
  return isOffered ? undefined : gatewayError("protocolNotAllowed", scheme.toUpperCase());
};
