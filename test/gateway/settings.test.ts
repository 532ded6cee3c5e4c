import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { present } from "../control/outcome.ts";
import { createApi, httpApi, mockApi, release } from "../control/resources.ts";
import { bind, createKey, createPlan } from "../harness/sample.ts";
import { startTurnpike } from "../harness/turnpike.ts";
import { call, signed, startEcho } from "./running.ts";

/** The whole program with a service of that protocol: `/mock` (GET, POST), and `/http` and `/secret` with a backend. */
async function start(t: TestContext, variables: NodeJS.ProcessEnv, Protocol = "http") {
  const { client: connect, port } = await startTurnpike(t, variables);
  const client = connect();
  const created = await client.CreateService({ ServiceName: "sample", Protocol });
  const serviceId = present(created.ServiceId);
  const ServiceConfig = { Url: `http://127.0.0.1:${await startEcho(t)}`, Path: "/", Method: "ANY" };
  await createApi(client, mockApi(serviceId, { RequestConfig: { Path: "/mock", Method: "POST" } }));
  await createApi(client, httpApi(serviceId, { ServiceConfig }));
  const secret = { AuthType: "SECRET", RequestConfig: { Path: "/secret", Method: "GET" }, ServiceConfig };
  await createApi(client, httpApi(serviceId, secret));
  const planId = await createPlan(client);
  const key = await createKey(client, planId);
  await bind(client, serviceId, planId);
  await release(client, serviceId);
  const host = present(created.OuterSubDomain);
  return { port, host, key };
}

test("an https service is reached through a trusted proxy that ended TLS", async (t) => {
  const { port, host } = await start(t, { TURNPIKE_TRUSTED_PROXIES: "127.0.0.0/8" }, "https");
  const ask = (headers: [string, string][]) => call(port, "/release/http", { host, headers });
  const reply = await ask([
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-For", "203.0.113.9"],
  ]);
  assert.equal(reply.status, 200);
  const { rawHeaders } = JSON.parse(reply.body);
  const sent = new Map(
    rawHeaders.flatMap((name: string, i: number) => (i % 2 ? [] : [[name.toLowerCase(), rawHeaders[i + 1]]])),
  );
  assert.equal(sent.get("x-real-ip"), "203.0.113.9");
  assert.equal((await ask([["X-Forwarded-Proto", "http"]])).status, 426);
  assert.equal((await ask([])).status, 426);
});

test("without the setting nobody is believed to have ended TLS", async (t) => {
  const { port, host } = await start(t, {}, "https");
  const { status } = await call(port, "/release/http", { host, headers: [["X-Forwarded-Proto", "https"]] });
  assert.equal(status, 426);
});

test("blocked backends are those of the setting", async (t) => {
  const { port, host } = await start(t, { TURNPIKE_BLOCKED_BACKENDS: "127.0.0.0/8" });
  assert.equal((await call(port, "/release/http", { host })).status, 403);
});

test("stricter rules for callers take effect", async (t) => {
  const { port, host, key } = await start(t, {
    TURNPIKE_METHOD_MISMATCH: "405",
    TURNPIKE_CROSS_ORIGIN: "all",
    TURNPIKE_REQUIRE_SIGNED_DATE: "true",
    TURNPIKE_CLOCK_SKEW_SECONDS: "60",
    TURNPIKE_MAX_BODY_MB: "1",
  });
  const mismatch = await call(port, "/release/mock", { host });
  assert.deepEqual([mismatch.status, mismatch.headers.allow], [405, "POST"]);
  const headers: [string, string][] = [["Origin", "http://elsewhere.test"]];
  assert.equal((await call(port, "/release/http", { host, headers })).status, 429);

  const post = (length: number) => call(port, "/release/mock", { host, method: "POST", body: Buffer.alloc(length) });
  assert.equal((await post(1_048_576)).status, 200);
  assert.equal((await post(1_048_577)).status, 413);

  const askSigned = (ageMs: number) =>
    call(port, "/release/secret", { host, headers: signed(Date.now() - ageMs, key.id, key.secret) });
  assert.equal((await askSigned(0)).status, 200);
  assert.equal((await askSigned(120_000)).status, 401);
});
