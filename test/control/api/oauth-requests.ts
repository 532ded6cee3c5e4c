import { generateKeyPairSync } from "node:crypto";
import { type CreateApiParams, mockApi } from "../resources.ts";

/** The public half of a new RSA key, as JWK text. */
export function newPublicKey(modulusLength = 2048): string {
  return JSON.stringify(generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ format: "jwk" }));
}

export const publicKey = newPublicKey();

/** A request for the API that gives out tokens; `change` replaces members. */
export function authorizationApi(ServiceId: string, change: Partial<CreateApiParams> = {}): CreateApiParams {
  return mockApi(ServiceId, {
    AuthType: "OAUTH",
    ApiBusinessType: "OAUTH",
    OauthConfig: { PublicKey: publicKey, TokenLocation: "Header", LoginRedirectUrl: "https://login.test" },
    RequestConfig: { Path: "/token", Method: "GET" },
    ...change,
  });
}

/** A request for an API that takes them. */
export function businessApi(
  ServiceId: string,
  AuthRelationApiId: string,
  change: Partial<CreateApiParams> = {},
): CreateApiParams {
  return mockApi(ServiceId, {
    AuthType: "OAUTH",
    ApiBusinessType: "NORMAL",
    AuthRelationApiId,
    RequestConfig: { Path: "/orders", Method: "GET" },
    ...change,
  });
}
