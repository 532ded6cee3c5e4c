import type { Exchange } from "../exchange.ts";
import { hopByHopNames, joinedValues } from "../headers.ts";

/** Names the gateway speaks under towards backends (Tencent Cloud docs 628/50421); a caller's own are not sent on. */
const ownNames: ReadonlySet<string> = new Set([
  "x-api-id",
  "x-api-requestid",
  "x-api-scheme",
  "x-b3-traceid",
  "x-client-proto",
  "x-client-proto-ver",
  "x-forwarded-for",
  "x-real-ip",
]);

/** Names that tell where a request comes from; only a trusted proxy's are sent on. */
const originNames: ReadonlySet<string> = new Set([
  "forwarded",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
]);

/** The transport frames the message to the backend afresh. */
const framingNames: ReadonlySet<string> = new Set(["host", "content-length", "expect"]);

/**
 * The caller's header fields as they go to the backend, followed by the gateway's. `removed` are names a parameter mapping
 * replaces.
 */
export function backendHeaders(exchange: Exchange, hostHeader: string, removed: ReadonlySet<string>): string[] {
  const { headers, httpVersion, peerAddress } = exchange.head;
  const hopByHop = hopByHopNames(headers);
  const sent: string[] = ["Host", hostHeader];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const lowerName = name.toLowerCase();
    if (hopByHop.has(lowerName) || removed.has(lowerName)) continue;
    // Backends that map `-` to `_`, as CGI does, take a name with underscores for the real one.
    const plainName = lowerName.includes("_") ? lowerName.replaceAll("_", "-") : lowerName;
    if (hopByHop.has(plainName) || framingNames.has(plainName) || ownNames.has(plainName)) continue;
    if (originNames.has(plainName) && !(exchange.isPeerTrusted && plainName === lowerName)) continue;
    sent.push(name, headers[index + 1] ?? "");
  }
  const forwardedFor = joinedValues(headers, "x-forwarded-for");
  const own = [
    "X-Client-Proto",
    exchange.scheme,
    "X-Client-Proto-Ver",
    `HTTP/${httpVersion}`,
    "X-Forwarded-For",
    forwardedFor === undefined || forwardedFor === "" ? peerAddress : `${forwardedFor}, ${peerAddress}`,
    "X-Real-IP",
    exchange.clientAddress,
    "x-b3-traceid",
    exchange.requestId,
    "X-Api-Scheme",
    exchange.scheme,
  ];
  if (removed.size === 0) return sent.concat(own);
  for (let index = 0; index < own.length; index += 2) {
    const name = own[index] ?? "";
    if (!removed.has(name.toLowerCase())) sent.push(name, own[index + 1] ?? "");
  }
  return sent;
}
