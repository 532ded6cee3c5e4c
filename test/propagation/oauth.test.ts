import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { test } from "node:test";
import { authorizationApi, businessApi } from "../control/api/oauth-requests.ts";
import { createApi, release } from "../control/resources.ts";
import { call } from "../gateway/running.ts";
import { createService, verdict } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";

function tokenOf(key: KeyObject): string {
  const encoded = [{ alg: "RS256" }, { exp: Math.floor(Date.now() / 1000) + 600 }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signature = sign("RSA-SHA256", Buffer.from(encoded.join(".")), key).toString("base64url");
  return [...encoded, signature].join(".");
}

test("a new public key of the authorization API counts from the next release on", async (t) => {
  const turnpike = await startTurnpike(t);
  const sdk = turnpike.client();
  const { serviceId: ServiceId, host } = await createService(sdk);
  const [first, second] = [
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ];
  const jwk = (key: KeyObject) => JSON.stringify(key.export({ format: "jwk" }));
  const OauthConfig = { PublicKey: jwk(first.publicKey), TokenLocation: "header" };
  const login = await createApi(sdk, authorizationApi(ServiceId, { OauthConfig }));
  await createApi(sdk, businessApi(ServiceId, login));
  await release(sdk, ServiceId);
  const ask = async (token?: string) => {
    const headers: [string, string][] = token === undefined ? [] : [["Authorization", `Bearer id_token="${token}"`]];
    return verdict(await call(turnpike.port, "/release/orders", { host, headers }));
  };
  const [old, fresh] = [tokenOf(first.privateKey), tokenOf(second.privateKey)];
  assert.equal(await ask(), "401 Oauth found no authorization header");
  assert.equal(await ask(old), "200");
  assert.equal(await ask(fresh), "401 Oauth id_token verify error");

  const PublicKey = jwk(second.publicKey);
  await sdk.ModifyApiIncrement({ ServiceId, ApiId: login, BusinessType: "OAUTH", PublicKey });
  assert.equal(await ask(old), "200", "a draft is not in force yet");
  await release(sdk, ServiceId);
  assert.equal(await ask(old), "401 Oauth id_token verify error");
  assert.equal(await ask(fresh), "200");
});
