import { gatewayError } from "../errors.ts";
import type { Answer, RequestHead, Stage } from "../exchange.ts";
import { headerValue } from "../headers.ts";
import { isServedMethod, servedMethods } from "../methods.ts";
import { type AmbiguousPathPolicy, canonicalPath } from "../router/canonical-path.ts";
import { splitRequestTarget } from "../router/request-target.ts";

const HOST = /^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?$/;

const aboutTheServer: Answer = {
  kind: "answer",
  status: 204,
  fields: `Allow: ${servedMethods.join(", ")}\r\n`,
  body: Buffer.alloc(0),
  error: null,
};

/** Reads host, path and query, and brings the path into the one form everything later works on. */
export function readTarget(ambiguousPaths: AmbiguousPathPolicy): Stage {
  return (exchange) => {
    const { head } = exchange;
    // Asterisk-form: a question about the server as a whole (RFC 9110 §9.3.7).
    if (head.target === "*" && head.method === "OPTIONS") return aboutTheServer;
    const target = splitRequestTarget(head.target);
    if (typeof target === "string") return gatewayError("badRequest");
    const authority = target.authority ?? headerValue(head.fields, "host");
    if (authority === undefined || authority === "") return gatewayError("hostMissing");
    const host = hostName(authority);
    if (host === undefined) return gatewayError("hostUnusable");
    exchange.host = host;
    if (!isServedMethod(head.method)) return gatewayError("methodUnknown");
    const path = canonicalPath(target.path, ambiguousPaths);
    if (typeof path !== "string") return gatewayError("invalidTarget", path.message);
    exchange.path = path;
    exchange.query = target.query;
    exchange.requestedMethod = preflightMethod(head);
    return undefined;
  };
}

/** The host of `host[:port]` in lower case, without a final dot; undefined when it is no host. */
function hostName(authority: string): string | undefined {
  const host = HOST.exec(authority)?.[1]?.toLowerCase();
  return host?.endsWith(".") ? host.slice(0, -1) : host;
}

/** What a CORS preflight asks about (Fetch standard, §3.2.2). */
function preflightMethod({ method, fields }: RequestHead): string | null {
  if (method !== "OPTIONS" || headerValue(fields, "origin") === undefined) return null;
  return headerValue(fields, "access-control-request-method") ?? null;
}
