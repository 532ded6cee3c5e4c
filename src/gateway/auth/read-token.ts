import { type GatewayError, gatewayError } from "../errors.ts";
import { type HeaderList, headerValue, soleValue } from "../headers.ts";
import type { TokenLocation } from "./token-authority.ts";

// Tencent Cloud docs 628/38393; the quotes belong to it.
const BEARER = /^Bearer[ \t]+id_token="([^"]*)"$/i;

const COOKIE = "id_token=";

/** The token a caller shows, or the refusal of a caller who shows none. */
export function readToken(headers: HeaderList, location: TokenLocation): string | GatewayError {
  return location === "header" ? fromAuthorization(headers) : fromCookie(headers);
}

function fromAuthorization(headers: HeaderList): string | GatewayError {
  const value = headerValue(headers, "authorization");
  if (value === undefined) return gatewayError("oauthHeaderMissing");
  if (value === "") return gatewayError("oauthHeaderEmpty");
  const token = BEARER.exec(value)?.[1];
  if (soleValue(headers, "authorization") === null || token === undefined) return gatewayError("oauthHeaderMalformed");
  return token === "" ? gatewayError("oauthTokenEmpty") : token;
}

/** Cookies are pairs separated by semicolons (RFC 6265 §4.2.1); the first of that name counts. */
function fromCookie(headers: HeaderList): string | GatewayError {
  for (let index = 0; index < headers.length; index += 2) {
    if (headers[index]?.toLowerCase() !== "cookie") continue;
    for (const pair of (headers[index + 1] ?? "").split(";")) {
      const text = pair.trim();
      if (!text.startsWith(COOKIE)) continue;
      return unquoted(text.slice(COOKIE.length)) || gatewayError("oauthTokenEmpty");
    }
  }
  return gatewayError("oauthCookieMissing");
}

function unquoted(value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
