import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";

/** A service is offered over HTTP, HTTPS or both; a custom domain has a say of its own. */
export const checkProtocol: Stage = ({ service, domain, scheme }) => {
  const offered = domain?.protocol ?? service?.protocol ?? "http&https";
  const isOffered = offered === "http&https" || offered === scheme;
  return isOffered ? undefined : gatewayError("protocolNotAllowed", scheme.toUpperCase());
};
