// Key-pair signatures of data-plane callers (Tencent Cloud docs 628/11819). The steps are separate functions because the
// documented order of failures puts the lookup of plan and key between them:
// readHmacAuthorization, readSigningDate, buildKeyPairText, (plan bound, key known and valid), verifyKeyPair.
import { isSameText } from "./constant-time.ts";
import { hmac } from "./hmac.ts";
import {
  type HeaderIndex,
  type HmacAuthorization,
  type HmacHash,
  multipleHeaders,
  type Refusal,
  repeated,
  shortened,
} from "./hmac-authorization.ts";
import { parseHttpDate } from "./http-date.ts";

/** How far X-Date may be from the clock, in both directions and inclusive. */
const defaultClockSkewMs = 900_000;

/** When a call says it was signed. */
interface SigningDate {
  /** Time in X-Date; null for a call that has a Date alone. */
  readonly xDateMs: number | null;
}

/** X-Date must be near the clock; a Date alone must be a date, but its age is not checked. */
export function readSigningDate(
  headers: HeaderIndex,
  nowMs: number,
  maxClockSkewMs = defaultClockSkewMs,
): SigningDate | Refusal {
  const xDate = headers.get("x-date");
  const date = xDate ?? headers.get("date");
  if (date === repeated) return multipleHeaders;
  const ms = date === undefined ? undefined : parseHttpDate(date);
  if (xDate === undefined) {
    if (ms !== undefined) return { xDateMs: null };
    return { refusal: "HMAC signature cannot be verified, a valid date or x-date header is required" };
  }
  if (ms === undefined) {
    return {
      refusal: "HMAC signature cannot be verified, a valid x-date header is required for HMAC Authentication",
    };
  }
  if (Math.abs(nowMs - ms) <= maxClockSkewMs) return { xDateMs: ms };
  return {
    refusal: "HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication",
  };
}

/** The text a caller may have signed. Lower-cased names are the documented form; some clients keep them as listed. */
export interface KeyPairText {
  readonly asListed: string;
  readonly lowerCased: string;
}

export function buildKeyPairText(headers: HeaderIndex, listedHeaders: readonly string[]): KeyPairText | Refusal {
  let asListed = "";
  let lowerCased = "";
  for (const name of listedHeaders) {
    const lower = name.toLowerCase();
    const value = headers.get(lower);
    if (value === repeated) return multipleHeaders;
    if (value === undefined) {
      const refusal = `HMAC signature cannot be verified, a valid ${shortened(name)} header is required`;
      return { refusal };
    }
    const lineBreak = asListed === "" ? "" : "\n";
    asListed += `${lineBreak}${name}: ${value}`;
    lowerCased += `${lineBreak}${lower}: ${value}`;
  }
  return { asListed, lowerCased };
}

/** Undefined when the signature was made with this secret. */
export function verifyKeyPair(
  authorization: Pick<HmacAuthorization, "hash" | "signature">,
  text: KeyPairText,
  secret: string,
): Refusal | undefined {
  const { hash, signature } = authorization;
  const isMadeFrom = (candidate: string) => isSameText(hmac(hash, secret, candidate), signature);
  if (isMadeFrom(text.asListed)) return undefined;
  if (text.lowerCased !== text.asListed && isMadeFrom(text.lowerCased)) return undefined;
  return { refusal: "HMAC signature does not match" };
}

/** The Authorization header for a request that sends these headers, all of which get signed, in this order. */
export function signKeyPair(call: {
  id: string;
  secret: string;
  headers: readonly (readonly [name: string, value: string])[];
  hash?: HmacHash;
}): string {
  const hash = call.hash ?? "sha1";
  const names = call.headers.map(([name]) => name.toLowerCase());
  const text = call.headers.map(([, value], index) => `${names[index]}: ${value}`).join("\n");
  const signature = hmac(hash, call.secret, text);
  return `hmac id="${call.id}", algorithm="hmac-${hash}", headers="${names.join(" ")}", signature="${signature}"`;
}
