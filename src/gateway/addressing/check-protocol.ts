import { gatewayError } from "../errors.ts";
import type { Stage } from "../exchange.ts";
import { checkHandshake } from "../websocket/check-handshake.ts";

/** A service is offered over HTTP, HTTPS or both; a custom domain has a say of its own. An API may speak WebSocket alone. */
export const checkProtocol: Stage = ({ service, domain, scheme, api, head }) => {
  const offered = domain?.protocol ?? service?.protocol ?? "http&https";
  const isOffered = offered === "http&https" || offered === scheme;
  if (!isOffered) return gatewayError("protocolNotAllowed", scheme.toUpperCase());
  return api?.isWebSocket ? checkHandshake(head) : undefined;
};
