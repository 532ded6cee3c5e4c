import assert from "node:assert/strict";
import { test } from "node:test";
import { call, exchangeBytes, startGateway } from "./running.ts";
import { api, delta, host, release, service, serviceId, serving } from "./state.ts";

const state = serving([api({ path: "/orders", method: "GET" })]);

function notFound(message: string): { status: number; body: string } {
  return { status: 404, body: `{"message":"${message}"}\n` };
}

async function statusAndBody(port: number, path: string, options: Parameters<typeof call>[2] = {}) {
  const { status, body } = await call(port, path, options);
  return { status, body };
}

test("serves a released API under its host and environment, whatever the host's case, port or final dot", async (t) => {
  const { port } = await startGateway(t, state);
  for (const name of [host, host.toUpperCase(), `${host}:8080`, `${host}.`]) {
    assert.deepEqual(await statusAndBody(port, "/release/orders", { host: name }), { status: 200, body: "mock" });
  }
});

test("serves path style on hosts of nobody, and not when it is switched off", async (t) => {
  const { port } = await startGateway(t, state);
  const path = `/_/${serviceId}/release/orders`;
  assert.equal((await call(port, path, { host: "127.0.0.1" })).status, 200);
  assert.equal((await call(port, "/_/service-nosuch/release/orders", { host: "127.0.0.1" })).status, 404);
  const without = await startGateway(t, state, { settings: { isPathStyleAllowed: false } });
  const refused = await statusAndBody(without.port, path, { host: "example.com" });
  assert.deepEqual(refused, notFound("There is no api match host 'example.com'"));
});

test("names the host, environment, path or method that fits nothing", async (t) => {
  const { port } = await startGateway(t, state);
  assert.deepEqual(
    await statusAndBody(port, "/", { host: "example.com" }),
    notFound("There is no api match host 'example.com'"),
  );
  assert.deepEqual(
    await statusAndBody(port, "/orders"),
    notFound("There is no api match default env_mapping '\\/orders'"),
  );
  assert.deepEqual(
    await statusAndBody(port, "/release/none"),
    notFound(`There is no api match uri '\\/none' host '${host}'`),
  );
  assert.deepEqual(
    await statusAndBody(port, "/test/orders"),
    notFound(`There is no api match uri '\\/orders' host '${host}'`),
  );
  assert.deepEqual(
    await statusAndBody(port, "/release/orders", { method: "PUT" }),
    notFound("There is no api match method 'PUT'"),
  );
  assert.deepEqual(
    await statusAndBody(port, "/release/orders", { method: "PROPFIND" }),
    notFound("Could not support method"),
  );
});

test("answers 405 for a method that does not fit when set so", async (t) => {
  const { port } = await startGateway(t, state, { settings: { methodMismatchStatus: 405 } });
  const reply = await call(port, "/release/orders", { method: "PUT" });
  assert.deepEqual([reply.status, reply.body], [405, '{"message":"Method Not Allowed"}\n']);
  assert.equal(reply.headers.allow, "GET");
});

test("serves paths without an environment from release only when set so", async (t) => {
  const { port } = await startGateway(t, state, { settings: { isBareReleasePathAllowed: true } });
  assert.equal((await call(port, "/orders")).status, 200);
  assert.equal((await call(port, "/release/orders")).status, 200);
});

test("refuses a protocol the service does not offer", async (t) => {
  const { port } = await startGateway(t, serving([api()], { services: [service({ protocol: "https" })] }));
  const reply = await statusAndBody(port, "/release/");
  assert.deepEqual(reply, { status: 426, body: '{"message":"Not allow use HTTP protocol"}\n' });
});

test("believes the scheme and the address a trusted proxy forwards, and nobody else's", async (t) => {
  const httpsOnly = serving([api()], { services: [service({ protocol: "https" })] });
  const headers: [string, string][] = [
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-For", "192.0.2.66, 198.51.100.7"],
  ];
  const open = await startGateway(t, httpsOnly, { settings: { trustedProxies: ["127.0.0.0/8"] } });
  assert.equal((await call(open.port, "/release/", { headers })).status, 200);
  assert.equal(open.records[0]?.clientAddress, "198.51.100.7");
  const closed = await startGateway(t, httpsOnly);
  assert.equal((await call(closed.port, "/release/", { headers })).status, 426);
});

test("routes every request of a connection by its own host", async (t) => {
  const other = "service-other123-1250000000.gz.apigw.localhost";
  const { port } = await startGateway(
    t,
    serving([api({ backend: { type: "MOCK", body: "first" } })], {
      services: [service(), service({ id: "service-other123", hosts: [other] })],
      environments: [
        release([api({ backend: { type: "MOCK", body: "first" } })]),
        { ...release([api({ backend: { type: "MOCK", body: "second" } })]), serviceId: "service-other123" },
      ],
    }),
  );
  const ask = (name: string, more = "") => `GET /release/ HTTP/1.1\r\nHost: ${name}\r\n${more}\r\n`;
  const answer = await exchangeBytes(
    port,
    ask(host) + ask(other) + ask("example.com") + ask(host, "Connection: close\r\n"),
  );
  const bodies = answer.split("\r\n\r\n").map((part) => part.split("HTTP/1.1")[0]);
  assert.deepEqual(bodies.slice(1), [
    "first",
    "second",
    `{"message":"There is no api match host 'example.com'"}\n`,
    "first",
  ]);
});

test("stops answering for an environment at once when it goes offline, and follows a rollback", async (t) => {
  const version = (body: string) => release([api({ backend: { type: "MOCK", body } })]);
  const { gateway, port } = await startGateway(t, serving([], { environments: [version("one")] }));
  assert.equal((await call(port, "/release/")).body, "one");
  gateway.apply(delta({ seq: 2, environments: [version("two")] }));
  assert.equal((await call(port, "/release/")).body, "two");
  gateway.apply(delta({ seq: 3, environments: [version("one")] }));
  assert.equal((await call(port, "/release/")).body, "one");
  gateway.apply(delta({ seq: 4, environments: [{ ...release([]), versionName: null }] }));
  assert.equal((await call(port, "/release/")).status, 404);
  gateway.apply(delta({ seq: 5, removedServices: [serviceId] }));
  assert.match((await call(port, "/release/")).body, /match host/);
});
