import assert from "node:assert/strict";
import { test } from "node:test";
import { createMetrics, summarise } from "../../src/observability/metrics.ts";
import { call, exchangeBytes, signed, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, keyId, planId, serviceId, serving, servingKeyed } from "./state.ts";

test("every request leaves one record that tells what happened", async (t) => {
  const backend = await startEcho(t);
  const { port, records } = await startGateway(t, servingKeyed({}, { path: "/orders", backend: httpBackend(backend) }));
  const reply = await call(port, "/release/orders/7?token=secret", {
    method: "POST",
    body: "hello",
    headers: [...signed(Date.now()), ["User-Agent", "test/1"]],
  });
  await until(() => records.length === 1, "the request is logged");
  const record = records[0];
  assert.ok(record !== undefined);
  const { time, durationMs, backendDurationMs, backendConnectMs, backendHeadMs, responseBodyBytes, ...facts } = record;
  assert.ok(Math.abs(time - Date.now()) < 60_000);
  for (const duration of [durationMs, backendDurationMs, backendConnectMs, backendHeadMs])
    assert.ok(duration !== null && duration >= 0);
  assert.equal(responseBodyBytes, reply.body.length);
  assert.deepEqual(facts, {
    requestId: reply.headers["x-api-requestid"],
    appId: 1250000000,
    serviceId,
    environment: "release",
    apiId: "api-abcd1234",
    planId,
    keyId,
    host,
    method: "POST",
    path: "/orders/7",
    scheme: "http",
    userAgent: "test/1",
    status: 200,
    backendStatus: 200,
    clientAddress: "127.0.0.1",
    backendAddress: `http://127.0.0.1:${backend}`,
    gatewayAddress: "127.0.0.1",
    requestBodyBytes: 5,
    error: null,
    processId: process.pid,
  });
});

test("refused requests are logged with the reason, and never with the query", async (t) => {
  const { port, records } = await startGateway(t, serving([api({ path: "/a" })]));
  await call(port, "/release/none?token=secret");
  await call(port, "/release/../x?token=secret");
  await exchangeBytes(port, "GET /release/?token=secret HTTP/1.1\r\n\r\n");
  await until(() => records.length === 3, "all are logged");
  assert.deepEqual(
    records.map(({ status, path }) => [status, path]),
    [
      [404, "/none"],
      [400, "/release/../x"],
      [400, "/release/"],
    ],
  );
  assert.equal(records[0]?.error, `There is no api match uri '/none' host '${host}'`);
});

test("callers cannot make series: labels hold configured ids only", async (t) => {
  const metrics = createMetrics();
  const { port, records } = await startGateway(t, servingKeyed({ ratePerSecond: 1 }), {
    metrics,
    clock: { now: () => 0, monotonic: () => 0 },
  });
  const exposition = async () => (await summarise([await metrics.values()])).text;
  const series = async () => (await exposition()).split("\n").filter((line) => !line.startsWith("#")).length;
  const ask = async (round: number) => {
    await call(port, `/release/${round}`, { headers: signed(0) });
    await call(port, `/${round}`, { host: `host-${round}.example` });
    await call(port, `/release/${round}`, { method: round % 2 === 0 ? "PROPFIND" : "MKCOL" });
    await call(port, `/_/service-${round}/release/`, { host: "x" });
  };
  await ask(0);
  await ask(1);
  await until(() => records.length === 8, "the first are counted");
  const before = await series();
  for (let round = 2; round < 40; round++) await ask(round);
  await until(() => records.length === 160, "all are counted");
  assert.equal(await series(), before);
  const text = await exposition();
  assert.match(
    text,
    new RegExp(`turnpike_limited_total\\{service="${serviceId}",environment="release",limit="rateExceeded"\\} 39`),
  );
  assert.match(text, /turnpike_requests_total\{service="none",environment="none",status="404"\}/);
  assert.match(text, /turnpike_snapshot_seq 1/);
});
