import type { ApiDefinition, AuthorizationApi } from "../../model/api.ts";
import { parseRsaJwk } from "../../signing/rsa-jwk.ts";
import type { ApiState } from "../../snapshot/delta.ts";
import { TokenAuthority, type TokenLocation } from "./token-authority.ts";

type ConfigurationError = "oauthConfigMissing" | "oauthKeyInvalid" | "oauthLocationInvalid";

/** What callers of an OAuth API must show, worked out when it is released. */
export type TokenPolicy =
  /** Nothing: this is where they get their tokens. */
  | { readonly kind: "open" }
  | { readonly kind: "token"; readonly authority: TokenAuthority }
  | { readonly kind: "refuse"; readonly error: ConfigurationError | "oauthApiMissing" };

/** Of the authorization APIs of a release, by API id: how tokens they gave out are checked. */
export type TokenAuthorities = ReadonlyMap<string, TokenAuthority | ConfigurationError>;

export function planAuthorities(apis: readonly ApiState[]): TokenAuthorities {
  const authorities = new Map<string, TokenAuthority | ConfigurationError>();
  for (const { id, definition } of apis) {
    if (definition.oauth?.kind === "authorization") authorities.set(id, planAuthority(definition.oauth));
  }
  return authorities;
}

function planAuthority({ publicKey, tokenLocation }: AuthorizationApi): TokenAuthority | ConfigurationError {
  const location = locationOf(tokenLocation);
  if (location === undefined) return "oauthLocationInvalid";
  const key = parseRsaJwk(publicKey);
  return "problem" in key ? "oauthKeyInvalid" : new TokenAuthority(key, location);
}

function locationOf(text: string): TokenLocation | undefined {
  const lower = text.toLowerCase();
  return lower === "header" || lower === "cookie" ? lower : undefined;
}

/** Null for an API that takes no tokens. */
export function planTokenPolicy(definition: ApiDefinition, authorities: TokenAuthorities): TokenPolicy | null {
  if (definition.authType !== "OAUTH") return null;
  const { oauth } = definition;
  if (oauth === undefined) return { kind: "refuse", error: "oauthConfigMissing" };
  if (oauth.kind === "authorization") return { kind: "open" };
  const authority = authorities.get(oauth.authorizationApiId);
  if (authority === undefined) return { kind: "refuse", error: "oauthApiMissing" };
  return typeof authority === "string" ? { kind: "refuse", error: authority } : { kind: "token", authority };
}
