import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import { call, exchangeBytes, startBackend, startEcho, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";
import { watchMetrics } from "./watched-metrics.ts";

const caps = (changes: Partial<typeof defaultGatewaySettings.caps>) => ({
  caps: { ...defaultGatewaySettings.caps, ...changes },
});

test("a connection over the cap is told so and closed; what is open goes on, and is counted", async (t) => {
  const { reached, open, metrics } = watchMetrics();
  const { port, records } = await startGateway(t, serving([api()]), { settings: caps({ connections: 1 }), metrics });
  const first = connect(port, "127.0.0.1");
  t.after(() => first.destroy());
  await until(() => open.at(-1) === 1, "it is open");
  const answer = await exchangeBytes(port, `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 503 [\s\S]*Retry-After: 1\r\n[\s\S]*\{"message":"503 Service Unavailable"\}\n$/);
  assert.deepEqual(reached, ["connections"]);
  assert.deepEqual(records, [], "a flood of connections does not fill the access log");
  first.destroy();
  await until(() => open.at(-1) === 0, "it is closed");
  assert.equal((await call(port, "/release/")).status, 200);
});

test("callers on loopback, where proxies run, have no cap of their own", async (t) => {
  const { open, metrics } = watchMetrics();
  const { port } = await startGateway(t, serving([api()]), { settings: caps({ connectionsPerAddress: 1 }), metrics });
  const sockets = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  t.after(() => sockets.forEach((socket) => void socket.destroy()));
  await until(() => open.at(-1) === 2, "both are open");
});

test("calls beyond what a backend may have under way are refused with 503, and other backends serve on", async (t) => {
  const { reached, metrics } = watchMetrics();
  let isAsked = false;
  const frozen = await startBackend(t, () => {
    isAsked = true;
  });
  const healthy = await startEcho(t);
  const { port, records } = await startGateway(
    t,
    serving([
      api({ path: "/frozen", backend: httpBackend(frozen) }, "api-frozen00"),
      api({ path: "/healthy", backend: httpBackend(healthy) }),
    ]),
    { settings: caps({ callsPerBackend: 1, waitingPerBackend: 0 }), metrics },
  );
  const waiting = connect(port, "127.0.0.1", () =>
    waiting.write(`GET /release/frozen HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
  );
  t.after(() => waiting.destroy());
  await until(() => isAsked, "the frozen backend is asked");
  const refused = await call(port, "/release/frozen");
  assert.deepEqual([refused.status, refused.body], [503, '{"message":"503 Service Unavailable"}\n']);
  assert.equal(refused.headers["retry-after"], "1");
  assert.deepEqual(reached, ["calls-per-backend"]);
  assert.equal(records[0]?.status, 503);
  assert.equal((await call(port, "/release/healthy")).status, 200);
});
