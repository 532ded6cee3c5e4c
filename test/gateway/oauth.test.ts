import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type TestContext, test } from "node:test";
import type { ApiState } from "../../src/snapshot/delta.ts";
import { call, type Reply, StoppedClock, startGateway } from "./running.ts";
import { api, delta, release, serving } from "./state.ts";

const now = Date.parse("2026-01-01T00:00:00Z");
const seconds = now / 1000;
const issuer = generateKeyPairSync("rsa", { modulusLength: 2048 });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });

function base64url(value: object | string): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

function token(
  claims: object | string = {},
  options: { header?: object; key?: KeyObject; hash?: string } = {},
): string {
  const { header = { alg: "RS256", typ: "JWT" }, key = issuer.privateKey, hash = "RSA-SHA256" } = options;
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${sign(hash, Buffer.from(signed), key).toString("base64url")}`;
}

function jwkOf(key: KeyObject): string {
  return JSON.stringify(key.export({ format: "jwk" }));
}

function authorizationApi(change: { tokenLocation?: string; publicKey?: string } = {}): ApiState {
  const oauth = {
    kind: "authorization",
    publicKey: jwkOf(issuer.publicKey),
    tokenLocation: "Header",
    loginRedirectUrl: null,
    ...change,
  } as const;
  return api({ path: "/token", authType: "OAUTH", oauth, backend: { type: "MOCK", body: "login" } }, "api-login000");
}

function businessApi(authorizationApiId = "api-login000"): ApiState {
  const oauth = { kind: "business", authorizationApiId } as const;
  return api({ path: "/orders", authType: "OAUTH", oauth, backend: { type: "MOCK", body: "orders" } }, "api-orders00");
}

async function start(t: TestContext, apis: readonly ApiState[] = [authorizationApi(), businessApi()]) {
  const clock = new StoppedClock(now);
  const running = await startGateway(t, serving(apis), { clock });
  const askWith = (...headers: [string, string][]) => call(running.port, "/release/orders", { headers });
  const ask = (jwt: string) => askWith(["Authorization", `Bearer id_token="${jwt}"`]);
  return { ...running, clock, ask, askWith };
}

function verdict({ status, body }: Reply): string {
  return status === 200 ? `200 ${body}` : `${status} ${JSON.parse(body).message}`;
}

const refused = "401 Oauth id_token verify error";

test("a token the authorization API's key has signed opens the business API", async (t) => {
  const { ask, port } = await start(t);
  assert.equal(verdict(await call(port, "/release/token")), "200 login", "tokens are given out to whoever comes");
  assert.equal(verdict(await ask(token({ exp: seconds + 60, nbf: seconds, iat: seconds, jti: "1" }))), "200 orders");
  assert.equal(verdict(await ask(token({}))), "200 orders", "exp and nbf are optional (RFC 7519)");
});

test("a token counts from nbf until exp, without leeway, remembered or not", async (t) => {
  const { ask, clock } = await start(t);
  const limited = token({ nbf: seconds + 10, exp: seconds + 20 });
  const at = async (offset: number) => {
    clock.time = now + offset;
    return verdict(await ask(limited));
  };
  assert.equal(await at(9_999), refused);
  assert.equal(await at(10_000), "200 orders");
  assert.equal(await at(19_999), "200 orders");
  assert.equal(await at(20_000), refused);
  assert.equal(await at(60_000), refused);
  clock.time = now;
  for (const exp of ["soon", null, true]) assert.equal(verdict(await ask(token({ exp }))), refused);
});

test("only RS256 with the right key counts, whatever the token says of itself", async (t) => {
  const { ask } = await start(t);
  const body = base64url({});
  const none = `${base64url({ alg: "none" })}.${body}.`;
  // The public key as an HMAC secret, which a verifier that believes `alg` would accept (RFC 8725 §2.1).
  const input = `${base64url({ alg: "HS256" })}.${body}`;
  const publicPem = issuer.publicKey.export({ format: "pem", type: "spki" });
  const confused = `${input}.${createHmac("sha256", publicPem).update(input).digest("base64url")}`;
  const good = token({ sub: "a" });
  const [header = "", payload = "", signature = ""] = good.split(".");
  const tampered = [header, base64url({ sub: "b" }), signature].join(".");
  const own = { header: { alg: "RS256", jwk: stranger.publicKey.export({ format: "jwk" }) }, key: stranger.privateKey };
  const wrong = {
    none,
    confused,
    tampered,
    "another key": token({}, { key: stranger.privateKey }),
    "a key of its own": token({}, own),
    "another hash": token({}, { hash: "RSA-SHA512", header: { alg: "RS512" } }),
    "another hash named RS256": token({}, { hash: "RSA-SHA512" }),
    "lower case": token({}, { header: { alg: "rs256" } }),
    "a critical extension": token({}, { header: { alg: "RS256", crit: ["b64"], b64: false } }),
    "no signature": `${header}.${payload}.`,
    "no third part": `${header}.${payload}`,
    "four parts": `${good}.x`,
    "padding in base64url": `${good}=`,
    "standard base64": good.replace(signature, Buffer.from(signature, "base64url").toString("base64")),
    "a space within": good.replace(".", ". "),
    "claims that are no object": token('"text"'),
    "claims that are no JSON": token("{"),
  };
  for (const [name, jwt] of Object.entries(wrong)) assert.equal(verdict(await ask(jwt)), refused, name);
  assert.equal(verdict(await ask(good)), "200 orders");
});

test("each way of showing no token has its message", async (t) => {
  const { askWith } = await start(t);
  const jwt = token();
  const of = async (...headers: [string, string][]) => verdict(await askWith(...headers));
  const malformed = "401 Oauth authorization header format error";
  assert.equal(await of(), "401 Oauth found no authorization header");
  assert.equal(
    await of(["Authorization", ""]),
    "401 Oauth signature cannot be verified, a validate authorization header is required",
  );
  assert.equal(await of(["Authorization", `Bearer ${jwt}`]), malformed);
  assert.equal(await of(["Authorization", `Bearer id_token=${jwt}`]), malformed);
  assert.equal(await of(["Authorization", `Basic id_token="${jwt}"`]), malformed);
  assert.equal(await of(["Authorization", `Bearer id_token="${jwt}" x`]), malformed);
  assert.equal(await of(["Authorization", `Bearer id_token="${jwt}"`], ["authorization", "x"]), malformed);
  assert.equal(await of(["Authorization", 'Bearer id_token=""']), "401 Oauth found no id_token");
  assert.equal(await of(["Cookie", `id_token=${jwt}`]), "401 Oauth found no authorization header");
  assert.equal(await of(["Authorization", `bearer  id_token="${jwt}"`]), "200 orders");
});

test("where the authorization API says cookie, the token is taken from there", async (t) => {
  const { askWith } = await start(t, [authorizationApi({ tokenLocation: "cookie" }), businessApi()]);
  const jwt = token();
  const of = async (...headers: [string, string][]) => verdict(await askWith(...headers));
  assert.equal(await of(["Cookie", `a=b; id_token=${jwt}; c=d`]), "200 orders");
  assert.equal(await of(["Cookie", `id_token="${jwt}"`]), "200 orders");
  assert.equal(await of(["Cookie", "a=b"]), "401 Oauth miss Oauth id_token");
  assert.equal(await of(["Authorization", `Bearer id_token="${jwt}"`]), "401 Oauth miss Oauth id_token");
  assert.equal(await of(["Cookie", "id_token="]), "401 Oauth found no id_token");
  assert.equal(await of(["Cookie", `id_token=${token({}, { key: stranger.privateKey })}`]), refused);
});

test("a release whose authorization API is missing or unusable answers so", async (t) => {
  const { gateway, ask } = await start(t, [businessApi()]);
  const jwt = token();
  const released = async (...apis: ApiState[]) => {
    gateway.apply(delta({ environments: [release(apis)] }));
    return verdict(await ask(jwt));
  };
  assert.equal(verdict(await ask(jwt)), "401 Oauth found no related Oauth api");
  assert.equal(await released(authorizationApi({ publicKey: "{}" }), businessApi()), "481 Oauth public key error");
  assert.equal(
    await released(authorizationApi({ tokenLocation: "query" }), businessApi()),
    "481 Oauth id_token location forbidden",
  );
  const bare = api({ path: "/orders", authType: "OAUTH" }, "api-orders00");
  assert.equal(await released(bare), "481 Oauth found no oauth config");
  assert.equal(await released(authorizationApi(), businessApi("api-orders00")), "401 Oauth found no related Oauth api");
  assert.equal(await released(authorizationApi(), businessApi()), "200 orders");
});

test("with another public key released, tokens found good before are refused", async (t) => {
  const { gateway, ask } = await start(t);
  const jwt = token();
  assert.equal(verdict(await ask(jwt)), "200 orders");
  const replaced = authorizationApi({ publicKey: jwkOf(stranger.publicKey) });
  gateway.apply(delta({ environments: [release([replaced, businessApi()])] }));
  assert.equal(verdict(await ask(jwt)), refused);
  assert.equal(verdict(await ask(token({}, { key: stranger.privateKey }))), "200 orders");
});
