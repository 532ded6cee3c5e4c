// Tokens of OAuth APIs: JWTs in compact form, signed with RS256 and nothing else (RFC 7519, RFC 7515, RFC 8725 §3.1).
// On node:crypto and not on a JWT library: this is all of it, and it verifies without leaving the turn of the event loop.
import { constants, type KeyObject, verify } from "node:crypto";
import { decodeBase64Url } from "./base64url.ts";
import { parseJsonObject } from "./json-object.ts";

/** When a token is good, in epoch milliseconds. */
export interface TokenValidity {
  readonly notBeforeMs: number;
  /** From this moment on it is expired. */
  readonly expiresMs: number;
}

export function isCurrent({ notBeforeMs, expiresMs }: TokenValidity, nowMs: number): boolean {
  return notBeforeMs <= nowMs && nowMs < expiresMs;
}

/**
 * The validity of a token that was signed with the key; undefined for any other. `exp` and `nbf` are optional
 * (RFC 7519 §4.1): a token without them is good for ever.
 */
export function verifyRs256(token: string, key: KeyObject): TokenValidity | undefined {
  const parts = token.split(".", 4);
  const [header = "", payload = "", signature = ""] = parts;
  if (parts.length !== 3 || !isRs256(header)) return undefined;
  const signatureBytes = decodeBase64Url(signature);
  if (signatureBytes === undefined) return undefined;
  const signed = Buffer.from(`${header}.${payload}`, "latin1");
  const rsa = { key, padding: constants.RSA_PKCS1_PADDING };
  if (!verify("RSA-SHA256", signed, rsa, signatureBytes)) return undefined;
  return readValidity(payload);
}

function isRs256(encodedHeader: string): boolean {
  const header = decodeObject(encodedHeader);
  // An extension marked critical must be understood, and none is (RFC 7515 §4.1.11).
  return header !== undefined && header["alg"] === "RS256" && !Object.hasOwn(header, "crit");
}

function readValidity(encodedPayload: string): TokenValidity | undefined {
  const claims = decodeObject(encodedPayload);
  if (claims === undefined) return undefined;
  const { nbf: notBefore = Number.NEGATIVE_INFINITY, exp: expires = Number.POSITIVE_INFINITY } = claims;
  if (typeof notBefore !== "number" || typeof expires !== "number") return undefined;
  return { notBeforeMs: notBefore * 1000, expiresMs: expires * 1000 };
}

function decodeObject(encoded: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = decodeBase64Url(encoded);
  return bytes && parseJsonObject(bytes.toString("utf8"));
}
