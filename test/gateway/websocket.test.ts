import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import type { ApiDefinition } from "../../src/model/api.ts";
import { createMetrics } from "../../src/observability/metrics.ts";
import { call, StoppedClock, signed, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, release, serviceId, serving, servingKeyed } from "./state.ts";
import { startWebSocketBackend } from "./websocket-backend.ts";

function webSocketApi(port: number): Partial<ApiDefinition> {
  const backend = { ...httpBackend(port, "/chat"), type: "WEBSOCKET" as const, url: `ws://127.0.0.1:${port}` };
  return { protocol: "WEBSOCKET", method: "GET", path: "/", backend };
}

/** The client of Node itself, which cannot set a host. */
function open(t: TestContext, port: number, path = "/room?who=me"): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_/${serviceId}/release${path}`);
  t.after(() => socket.close());
  return socket;
}

const handshake: [string, string][] = [
  ["Connection", "Upgrade"],
  ["Upgrade", "websocket"],
  ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="],
  ["Sec-WebSocket-Version", "13"],
];
const without = (name: string) => handshake.filter(([candidate]) => candidate !== name);

async function message(socket: WebSocket): Promise<unknown> {
  const [event] = (await once(socket, "message")) as [MessageEvent];
  return event.data;
}

test("what caller and backend say passes both ways, and the whole conversation is one line of the log", async (t) => {
  const backend = await startWebSocketBackend(t);
  const { port, records } = await startGateway(t, serving([api(webSocketApi(backend.port))]));
  const caller = open(t, port);
  await once(caller, "open");
  caller.send("hello");
  assert.equal(await message(caller), "echo hello");
  const { request } = backend.sockets[0] ?? assert.fail("no connection");
  assert.equal(request.url, "/chat/room?who=me");
  assert.equal(request.headers["x-real-ip"], "127.0.0.1");
  assert.equal(records.length, 0);
  caller.close(1000);
  await once(caller, "close");
  await until(() => records.length === 1, "it is logged");
  assert.deepEqual(backend.sockets[0]?.frames, ["1:hello", "8:1000"]);
  const [record] = records;
  assert.equal(record?.status, 101);
  assert.equal(record?.error, null);
  // Two frames each: `hello` with a mask and a close with one; their answers without.
  assert.deepEqual([record?.requestBodyBytes, record?.responseBodyBytes], [6 + 5 + 6 + 2, 2 + 10 + 2 + 2]);
});

test("a handshake is checked like any call, before the backend hears of it", async (t) => {
  const backend = await startWebSocketBackend(t);
  const now = Date.now();
  const { port } = await startGateway(t, servingKeyed({ quota: 1 }, webSocketApi(backend.port)));
  const attempt = (headers: [string, string][]) => call(port, "/release/", { headers });
  assert.equal((await attempt(handshake)).status, 401);
  assert.equal(backend.sockets.length, 0);
  const socket = connect(port, "127.0.0.1");
  t.after(() => socket.destroy());
  const lines = [...handshake, ...signed(now)].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.write(`GET /release/ HTTP/1.1\r\nHost: ${host}\r\n${lines}\r\n`);
  const [head] = await once(socket, "data");
  assert.match(String(head), /^HTTP\/1\.1 101 .*X-Api-RequestId: [0-9a-f]{32}\r\n.*X-UsagePlan-Quota: 0\/1\r\n/s);
  // The accept value RFC 6455 §1.3 works out for this key.
  assert.match(String(head), /Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/);
  assert.equal((await attempt([...handshake, ...signed(now)])).status, 429);
});

test("calls that are no handshake are told what is missing", async (t) => {
  const backend = await startWebSocketBackend(t);
  const { port } = await startGateway(t, serving([api(webSocketApi(backend.port))]));
  const answer = async (headers: [string, string][]) => {
    const { status, body, headers: fields } = await call(port, "/release/", { headers });
    return [status, JSON.parse(body).message, fields.upgrade];
  };
  const upgradeNeeded = [426, "Not allow use HTTP protocol", "websocket"];
  assert.deepEqual(await answer([]), upgradeNeeded);
  assert.deepEqual(await answer(without("Connection")), upgradeNeeded);
  assert.deepEqual(
    await answer([
      ["Connection", "Upgrade"],
      ["Upgrade", "h2c"],
    ]),
    upgradeNeeded,
  );
  assert.deepEqual(await answer(without("Sec-WebSocket-Key")), [403, "need header Sec-WebSocket-Key", undefined]);
  assert.deepEqual(await answer(without("Sec-WebSocket-Version")), [
    403,
    "need header Sec-WebSocket-Version",
    undefined,
  ]);
  assert.equal(backend.sockets.length, 0);
});

test("where the API does not speak WebSocket an upgrade is not passed on, and a backend that refuses one is heard", async (t) => {
  const echo = await startEcho(t);
  const plain = api({ path: "/plain", backend: httpBackend(echo) }, "api-plain000");
  const { port } = await startGateway(t, serving([plain, api({ ...webSocketApi(echo), path: "/ws" })]));
  const reply = await call(port, "/release/plain", { headers: handshake });
  assert.equal(reply.status, 200);
  assert.doesNotMatch(reply.body, /"Upgrade"/i);
  assert.equal((await call(port, "/release/ws", { headers: handshake })).status, 200);
});

test("one that is silent, or open for too long, is closed with 1001", async (t) => {
  const backend = await startWebSocketBackend(t);
  const clock = new StoppedClock(1_000);
  const { port, records } = await startGateway(t, serving([api(webSocketApi(backend.port))]), {
    clock,
    settings: { webSocketLimits: { idleMs: 1_000, totalMs: 10_000 } },
  });
  const silent = open(t, port);
  await once(silent, "open");
  clock.time += 1_001;
  const [closed] = (await once(silent, "close")) as [CloseEvent];
  assert.equal(closed.code, 1001);
  await until(() => records.length === 1, "the first is logged");
  assert.equal(records[0]?.error, "The WebSocket was idle for too long");

  const busy = open(t, port);
  await once(busy, "open");
  for (let passed = 0; passed <= 10_000; passed += 1_000) {
    busy.send("x");
    await message(busy);
    clock.time += 1_000;
  }
  const [ended] = (await once(busy, "close")) as [CloseEvent];
  assert.equal(ended.code, 1001);
  await until(() => records.length === 2, "the second is logged");
  assert.equal(records[1]?.error, "The WebSocket reached its time limit");
});

test("a gateway that stops closes them with 1001 after the frame that is under way, towards both sides", async (t) => {
  const backend = await startWebSocketBackend(t, () => {});
  const { port, gateway, records } = await startGateway(t, serving([api(webSocketApi(backend.port))]));
  const caller = open(t, port);
  await once(caller, "open");
  await until(() => backend.sockets.length === 1, "the backend has it");
  const [far] = backend.sockets;
  // The first half of a frame; the caller has read it when his pong, which is sent in between, comes back.
  far?.socket.write(
    Buffer.from([0x89, 0, 0x81, 4, ..."ha"].map((byte) => (typeof byte === "string" ? byte.charCodeAt(0) : byte))),
  );
  await until(() => far?.frames[0] === "10:", "the pong");
  const isClosed = gateway.close({ drainMs: 5_000 });
  far?.socket.write("lf");
  assert.equal(await message(caller), "half");
  const [closed] = (await once(caller, "close")) as [CloseEvent];
  assert.equal(closed.code, 1001);
  await isClosed;
  await until(() => far?.isClosed === true, "the backend is told");
  assert.deepEqual(far?.frames.slice(1), ["8:1001"]);
  assert.equal(records[0]?.error, "The gateway ended the WebSocket");
});

test("open ones are counted, and outlive the release they were opened under", async (t) => {
  const backend = await startWebSocketBackend(t);
  const metrics = createMetrics();
  const { port, gateway, records } = await startGateway(t, serving([api(webSocketApi(backend.port))]), { metrics });
  const openNow = async () => {
    const values = await metrics.values();
    return values.find(({ name }) => name === "turnpike_websockets_open")?.values[0]?.value;
  };
  const caller = open(t, port);
  await once(caller, "open");
  assert.equal(await openNow(), 1);
  gateway.apply({ ...serving([]), isComplete: false, seq: 2, services: [], environments: [release([])] });
  caller.send("still");
  assert.equal(await message(caller), "echo still");
  backend.sockets[0]?.socket.destroy();
  await once(caller, "close");
  await until(() => records.length === 1, "it is logged");
  assert.equal(await openNow(), 0);
});
