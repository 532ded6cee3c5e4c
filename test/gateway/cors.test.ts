import assert from "node:assert/strict";
import { test } from "node:test";
import { call, startBackend, startGateway } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

const origin: [string, string] = ["Origin", "https://shop.example"];
const preflight = (method: string): [string, string][] => [origin, ["Access-Control-Request-Method", method]];

test("answers the preflight of an API with CORS before authentication", async (t) => {
  const { port } = await startGateway(t, serving([api({ isCorsEnabled: true, method: "POST", authType: "SECRET" })]));
  const reply = await call(port, "/release/", { method: "OPTIONS", headers: preflight("POST") });
  assert.equal(reply.status, 204);
  assert.equal(reply.body, "");
  // The values the hosted product's documentation prints (628/11939).
  assert.equal(reply.headers["access-control-allow-origin"], "*");
  assert.equal(reply.headers["access-control-allow-methods"], "GET,POST,PUT,DELETE,HEAD,OPTIONS,PATCH");
  assert.equal(reply.headers["access-control-allow-credentials"], "true");
  assert.equal(reply.headers["access-control-max-age"], "86400");
  assert.match(String(reply.headers["access-control-allow-headers"]), /^X-Api-ID,X-Service-RateLimit,.*,Content-Type$/);
});

test("matches a preflight by the method it asks about", async (t) => {
  const { port } = await startGateway(t, serving([api({ isCorsEnabled: true, method: "POST" })]));
  const reply = await call(port, "/release/", { method: "OPTIONS", headers: preflight("PUT") });
  assert.deepEqual([reply.status, reply.body], [404, '{"message":"There is no api match method \'PUT\'"}\n']);
});

test("an API that answers OPTIONS itself gets the preflight", async (t) => {
  const own = api({ method: "OPTIONS", backend: { type: "MOCK", body: "own" } }, "api-options0");
  const { port } = await startGateway(t, serving([own, api({ method: "POST" })]));
  assert.equal((await call(port, "/release/", { method: "OPTIONS", headers: preflight("POST") })).body, "own");
});

test("adds its headers to answers for other origins and replaces the backend's", async (t) => {
  const backend = await startBackend(t, (_req, res) => {
    res.writeHead(200, { "Access-Control-Allow-Origin": "https://other.example", "X-Own": "1" }).end();
  });
  const { port } = await startGateway(t, serving([api({ isCorsEnabled: true, backend: httpBackend(backend) })]));
  const reply = await call(port, "/release/", { headers: [origin] });
  assert.equal(reply.headers["access-control-allow-origin"], "*");
  assert.match(String(reply.headers["access-control-expose-headers"]), /^X-Api-ID,/);
  assert.equal(reply.headers["x-own"], "1");
  const same = await call(port, "/release/");
  assert.equal(same.headers["access-control-allow-origin"], "https://other.example");
});

test("errors of an API with CORS can be read by the browser", async (t) => {
  const { port } = await startGateway(t, serving([api({ isCorsEnabled: true, authType: "SECRET" })]));
  const reply = await call(port, "/release/", { headers: [origin] });
  assert.equal(reply.status, 401);
  assert.equal(reply.headers["access-control-allow-origin"], "*");
});

const refusal = '{"message":"req is cross origin, api \\/x need open cors flag on qcloud apigateway"}\n';

test("without CORS a preflight is refused, and other calls too when set so, but never same-origin ones", async (t) => {
  const state = serving([api()]);
  const ask = async (port: number, method: string, headers: [string, string][]) => {
    const { status, body } = await call(port, "/release/x", { method, headers });
    return [status, body];
  };
  const simple: [string, string][] = [origin];
  const sameOrigin: [string, string][] = [["Origin", `http://${host}`]];
  for (const [crossOriginRefusal, ofPreflight, ofCall] of [
    ["preflights", [429, refusal], [200, "mock"]],
    ["all", [429, refusal], [429, refusal]],
    ["none", [200, "mock"], [200, "mock"]],
  ] as const) {
    const { port } = await startGateway(t, state, { settings: { crossOriginRefusal } });
    assert.deepEqual(await ask(port, "OPTIONS", preflight("POST")), ofPreflight, crossOriginRefusal);
    assert.deepEqual(await ask(port, "POST", simple), ofCall, crossOriginRefusal);
    assert.deepEqual(await ask(port, "POST", sameOrigin), [200, "mock"]);
    assert.deepEqual(await ask(port, "OPTIONS", []), [200, "mock"]);
  }
});
