import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import { call, exchangeBytes, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

const head = `POST /release/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\n`;

test("callers who send their bodies slowly hold up nobody else", async (t) => {
  const backend = await startEcho(t);
  const { port } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const slow = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
  t.after(() => {
    for (const socket of slow) socket.destroy();
  });
  let connected = 0;
  for (const socket of slow) {
    socket.on("error", () => {});
    socket.write(`${head}x`, () => connected++);
  }
  await until(() => connected === slow.length, "all slow callers have begun");
  for (let turn = 0; turn < 20; turn++)
    assert.equal((await call(port, "/release/", { method: "POST", body: "y" })).status, 200);
});

test("a caller who stops within his body is told so, and the backend is not blamed", async (t) => {
  const backend = await startEcho(t);
  const { port, records } = await startGateway(
    t,
    serving([api({ backend: httpBackend(backend), backendTimeoutSeconds: 0.05 })]),
    { settings: { timeouts: { ...defaultGatewaySettings.timeouts, requestBodyMs: 50 } } },
  );
  const answer = await exchangeBytes(port, `${head}x`);
  assert.match(answer, /^HTTP\/1\.1 408 [\s\S]*\{"message":"Request Timeout"\}\n$/);
  await until(() => records.length === 1, "the request is logged");
  assert.equal(records[0]?.status, 408);
});

test("a caller who does not finish his head is cut off", async (t) => {
  const { port } = await startGateway(t, serving([api()]), {
    settings: { timeouts: { ...defaultGatewaySettings.timeouts, requestHeadMs: 50 } },
  });
  const answer = await exchangeBytes(port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n`);
  assert.match(answer, /^HTTP\/1\.1 408 /);
});
