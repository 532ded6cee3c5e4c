import { isIP } from "node:net";
import type { Exchange, Stage } from "../exchange.ts";
import { headerValue, joinedValues } from "../headers.ts";
import type { AddressBlocks } from "./address-blocks.ts";

/** Behind a trusted proxy, client address and scheme are those it forwards; otherwise those of the connection. */
export function readClient(trustedProxies: AddressBlocks): Stage {
  return (exchange) => {
    if (trustedProxies.isEmpty || !trustedProxies.has(exchange.caller.peerAddress)) return undefined;
    exchange.isPeerTrusted = true;
    exchange.clientAddress = forwardedClient(exchange, trustedProxies);
    const scheme = headerValue(exchange.head.fields, "x-forwarded-proto")?.toLowerCase();
    if (scheme === "http" || scheme === "https") exchange.scheme = scheme;
    return undefined;
  };
}

/** The last address that is not a trusted proxy's: what stands before it was written by the client himself. */
function forwardedClient(exchange: Exchange, trustedProxies: AddressBlocks): string {
  const hops = joinedValues(exchange.head.fields, "x-forwarded-for")?.split(",") ?? [];
  let client = exchange.caller.peerAddress;
  for (let index = hops.length - 1; index >= 0; index--) {
    const address = (hops[index] ?? "").trim();
    if (isIP(address) === 0) return client;
    client = address;
    if (!trustedProxies.has(address)) return client;
  }
  return client;
}
