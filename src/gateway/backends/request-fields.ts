import { FieldNames } from "../../http1/field-names.ts";
import { endsHere, hopByHopFields } from "../../http1/hop-by-hop.ts";
import type { BackendCall, Exchange } from "../exchange.ts";
import { fieldBlock } from "../field-lists.ts";
import { joinedValues } from "../headers.ts";

/** The field that tells the backend the request id. */
const TRACE_NAME = "x-b3-traceid";

/** Names the gateway speaks under towards backends (Tencent Cloud docs 628/50421); a caller's own are not sent on. */
const ownNames = new FieldNames([
  "x-api-id",
  "x-api-requestid",
  "x-api-scheme",
  TRACE_NAME,
  "x-client-proto",
  "x-client-proto-ver",
  "x-forwarded-for",
  "x-real-ip",
]);

/** Names that tell where a request comes from; only a trusted proxy's are sent on. */
const originNames = new FieldNames(["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"]);

/**
 * What becomes of each of the caller's end-to-end fields on its way to the backend: null for as it is, empty for dropped.
 * `removed` are lower-case names a parameter mapping replaces.
 */
export function requestRewriter(exchange: Exchange, removed: ReadonlySet<string>): (name: string) => string | null {
  const pass = exchange.isPeerTrusted ? passFromProxy : passFromCaller;
  const dropped = exchange.rewritten === null ? removed : new Set([...removed, ...exchange.rewritten.dropped]);
  return dropped.size === 0 ? pass : (name) => (dropped.has(name.toLowerCase()) ? "" : pass(name));
}

/** Block of the fields a plugin has set, as far as a caller could have sent them to the backend. */
export function rewrittenFields({ rewritten, isPeerTrusted }: Exchange, removed: ReadonlySet<string>): string {
  if (rewritten === null) return "";
  const pass = isPeerTrusted ? passFromProxy : passFromCaller;
  return fieldBlock(rewritten.added, (name) =>
    endsHere(name, null) || removed.has(name.toLowerCase()) ? "" : pass(name),
  );
}

function passFromCaller(name: string): string | null {
  return isOurs(name) || originNames.has(plainName(name)) ? "" : null;
}

function passFromProxy(name: string): string | null {
  return isOurs(name) || (name.includes("_") && originNames.has(plainName(name))) ? "" : null;
}

function isOurs(name: string): boolean {
  if (!name.includes("_")) return ownNames.has(name);
  const plain = plainName(name);
  return ownNames.has(plain) || hopByHopFields.has(plain);
}

/** Backends that map `-` to `_`, as CGI does, take a name with underscores for the real one. */
function plainName(name: string): string {
  return name.includes("_") ? name.replaceAll("_", "-") : name;
}

/** By scheme, then by minor version of HTTP/1. */
const protoFields = {
  http: [protoFieldsOf("http", "1.0"), protoFieldsOf("http", "1.1")],
  https: [protoFieldsOf("https", "1.0"), protoFieldsOf("https", "1.1")],
};
const http2Fields = { http: protoFieldsOf("http", "2.0"), https: protoFieldsOf("https", "2.0") };

function protoFieldsOf(scheme: string, version: string): string {
  return `X-Client-Proto: ${scheme}\r\nX-Client-Proto-Ver: HTTP/${version}\r\nX-Api-Scheme: ${scheme}\r\n`;
}

/** The field of the request id, for a call that is told it. */
export function traceField(
  { isTraced }: Pick<BackendCall, "isTraced">,
  { requestId }: Pick<Exchange, "requestId">,
): string {
  return isTraced ? `${TRACE_NAME}: ${requestId}\r\n` : "";
}

export function isTraced(removed: ReadonlySet<string>): boolean {
  return !removed.has(TRACE_NAME);
}

/** The gateway's own fields but for the one of the request id, as a block, without those in `removed`. */
export function ownRequestFields(exchange: Exchange, removed: ReadonlySet<string>): string {
  const { head, caller, scheme, clientAddress } = exchange;
  const sent = joinedValues(head.fields, "x-forwarded-for");
  const forwardedFor = sent === undefined || sent === "" ? caller.peerAddress : `${sent}, ${caller.peerAddress}`;
  const block =
    `X-Forwarded-For: ${forwardedFor}\r\nX-Real-IP: ${clientAddress}\r\n` +
    (caller.isHttp2 ? http2Fields[scheme] : (protoFields[scheme][head.minorVersion] ?? ""));
  return removed.size === 0 ? block : withoutFields(block, removed);
}

function withoutFields(block: string, removed: ReadonlySet<string>): string {
  const lines = block.split(/(?<=\r\n)/);
  return lines.filter((line) => !removed.has(line.slice(0, line.indexOf(":")).toLowerCase())).join("");
}
