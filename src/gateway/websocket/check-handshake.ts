import { type GatewayError, gatewayError } from "../errors.ts";
import type { RequestHead } from "../exchange.ts";
import { headerValue } from "../headers.ts";

/** What is wrong with a request to an API that speaks WebSocket (RFC 6455 §4.2.1), as far as the backend does not say itself. */
export function checkHandshake(head: RequestHead): GatewayError | undefined {
  if (head.upgrade.toLowerCase() !== "websocket") return gatewayError("webSocketRequired");
  for (const name of ["Sec-WebSocket-Key", "Sec-WebSocket-Version"]) {
    if ((headerValue(head.fields, name.toLowerCase()) ?? "") === "")
      return gatewayError("webSocketFieldRequired", name);
  }
  return undefined;
}
