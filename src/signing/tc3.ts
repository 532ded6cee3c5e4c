// API 3.0 signature TC3-HMAC-SHA256 (Tencent Cloud docs, "Signature method v3").
import { createHash, createHmac } from "node:crypto";
import { equalInConstantTime } from "./constant-time.ts";
import { type Tc3Authorization, tc3Algorithm, tc3Terminator } from "./tc3-authorization.ts";

export interface Tc3Request {
  readonly method: string;
  readonly path: string;
  /** The bytes after `?` as received, "" when there are none. */
  readonly rawQuery: string;
  /** Value of a header by its lower-case name, undefined when it was not sent. */
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
}

const unsignedPayload = "UNSIGNED-PAYLOAD";

/**
 * Whether the request was signed with this key. Official clients disagree on what they sign, so these are tried: the
 * Host header as sent, without its port, and each of `extraHosts` (callers behind a rewriting proxy); the path as
 * sent and "/"; header values as sent and lower-cased. The clock is not looked at, but the scope's date must be
 * the UTC day of X-TC-Timestamp.
 */
export function verifyTc3(
  request: Tc3Request,
  authorization: Tc3Authorization,
  secretKey: string,
  extraHosts: readonly string[] = [],
): boolean {
  const { date, service, signedHeaders, signature } = authorization;
  const timestamp = request.header("x-tc-timestamp") ?? "";
  const host = request.header("host");
  if (host === undefined || utcDay(timestamp) !== date) return false;

  const key = deriveKey(secretKey, date, service);
  const payloadHash = hashPayload(request);
  const matches = (path: string, values: (name: string) => string | undefined): boolean => {
    const headers = canonicalHeaders(signedHeaders, values);
    if (headers === undefined) return false;
    const canonical = canonicalRequest(request, path, headers, signedHeaders, payloadHash);
    return equalInConstantTime(mac(key, stringToSign(timestamp, date, service, canonical)), signature);
  };
  const paths = new Set([request.path, "/"]);
  for (const signedHost of new Set([host, withoutPort(host), ...extraHosts])) {
    const asSent = (name: string) => (name === "host" ? signedHost : request.header(name));
    const lowerCased = (name: string) => asSent(name)?.toLowerCase();
    for (const path of paths) if (matches(path, asSent) || matches(path, lowerCased)) return true;
  }
  return false;
}

/**
 * The Authorization header for a request that is about to be sent. `headers` are the ones to sign by lower-case name;
 * content-type and host must be among them. `timestamp` is in Unix seconds and must be sent as X-TC-Timestamp.
 */
export function signTc3(call: {
  method: string;
  path: string;
  rawQuery: string;
  headers: ReadonlyMap<string, string>;
  body: Uint8Array;
  timestamp: number;
  service: string;
  secretId: string;
  secretKey: string;
}): string {
  const timestamp = String(call.timestamp);
  const date = utcDay(timestamp);
  const signedHeaders = [...call.headers.keys()].sort();
  const lookup = (name: string) => call.headers.get(name);
  const headers = canonicalHeaders(signedHeaders, lookup);
  if (date === undefined || headers === undefined) throw new RangeError("timestamp must be whole Unix seconds");
  const payloadHash = hashPayload({ method: call.method, header: lookup, body: call.body });
  const canonical = canonicalRequest(call, call.path, headers, signedHeaders, payloadHash);
  const key = deriveKey(call.secretKey, date, call.service);
  const signature = mac(key, stringToSign(timestamp, date, call.service, canonical)).toString("hex");
  const credential = `${call.secretId}/${date}/${call.service}/${tc3Terminator}`;
  return `${tc3Algorithm} Credential=${credential}, SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
}

function canonicalRequest(
  request: Pick<Tc3Request, "method" | "rawQuery">,
  path: string,
  headers: string,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  // The query of a POST is not part of the signature.
  const query = request.method === "GET" ? request.rawQuery : "";
  return [request.method, path, query, headers, signedHeaders.join(";"), payloadHash].join("\n");
}

function canonicalHeaders(names: readonly string[], values: (name: string) => string | undefined): string | undefined {
  let lines = "";
  for (const name of names) {
    const value = values(name);
    if (value === undefined) return undefined;
    lines += `${name}:${value.trim()}\n`;
  }
  return lines;
}

/** A client that does not hash its body signs the hash of the marker instead. */
function hashPayload(request: Pick<Tc3Request, "method" | "header" | "body">): string {
  if (request.header("x-tc-content-sha256") === unsignedPayload) return sha256(unsignedPayload);
  return sha256(request.method === "GET" ? "" : request.body);
}

function stringToSign(timestamp: string, date: string, service: string, canonical: string): string {
  return `${tc3Algorithm}\n${timestamp}\n${date}/${service}/${tc3Terminator}\n${sha256(canonical)}`;
}

function deriveKey(secretKey: string, date: string, service: string): Buffer {
  return mac(mac(mac(`TC3${secretKey}`, date), service), tc3Terminator);
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** YYYY-MM-DD of a timestamp in Unix seconds, undefined when it is none. */
function utcDay(timestamp: string): string | undefined {
  if (!/^[0-9]{1,11}$/.test(timestamp)) return undefined;
  return new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
}

function withoutPort(host: string): string {
  return host.replace(/:[0-9]{1,5}$/, "");
}
