import { type GatewayError, gatewayError, methodNotAllowed } from "../errors.ts";
import { type HeaderList, headerCount, headerValue } from "../headers.ts";
import { servedMethods } from "../methods.ts";
import { announcesBody } from "../parameters/form.ts";

const CONTENT_LENGTH = /^(?:0|[1-9][0-9]{0,15})$/;

/**
 * What a strict reading of RFC 9112 refuses and `node:http` lets through. Whoever is refused here loses the connection: its two
 * ends may disagree about where the next request begins.
 */
export function checkRequest(method: string, httpVersion: string, headers: HeaderList): GatewayError | undefined {
  if (method === "CONNECT" || method === "TRACE") return methodNotAllowed(servedMethods);
  if (httpVersion !== "1.1" && httpVersion !== "1.0") return gatewayError("badRequest");
  if (!hasOneHost(httpVersion, headers) || !isFramedClearly(httpVersion, headers)) return gatewayError("badRequest");
  // Servers disagree about whether these have a body at all (RFC 9110 §9.3.1).
  if ((method === "GET" || method === "HEAD") && announcesBody(headers)) return gatewayError("badRequest");
  const expectation = headerValue(headers, "expect");
  if (expectation !== undefined && expectation.toLowerCase() !== "100-continue") {
    return gatewayError("expectationFailed");
  }
  return undefined;
}

/** RFC 9112 §3.2: exactly one Host, which only HTTP/1.0 may leave out. */
function hasOneHost(httpVersion: string, headers: HeaderList): boolean {
  const count = headerCount(headers, "host");
  return count === 1 ? headerValue(headers, "host") !== "" : count === 0 && httpVersion === "1.0";
}

function isFramedClearly(httpVersion: string, headers: HeaderList): boolean {
  const lengths = headerCount(headers, "content-length");
  const codings = headerCount(headers, "transfer-encoding");
  if (codings === 0)
    return lengths === 0 || (lengths === 1 && CONTENT_LENGTH.test(headerValue(headers, "content-length") ?? ""));
  const coding = headerValue(headers, "transfer-encoding")?.toLowerCase();
  return codings === 1 && lengths === 0 && coding === "chunked" && httpVersion === "1.1";
}
