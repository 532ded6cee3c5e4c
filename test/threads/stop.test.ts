import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { startBackend, until } from "../gateway/running.ts";
import { api, host, httpBackend, keyId, keySecret, planId, service, serving, servingKeyed } from "../gateway/state.ts";
import { signedHead } from "../limits/barrage.ts";
import { openConnections, startPool } from "./running-pool.ts";

const binding = { planId, environment: "release", apiId: null } as const;

test("a clean stop lets the calls of all threads finish, writes their lines and gives leases back", async (t) => {
  const held: ServerResponse[] = [];
  const backend = await startBackend(t, (_request, response) => void held.push(response));
  const lines: string[] = [];
  const accessLog = { write: async (batch: Buffer) => void lines.push(batch.toString()), close: async () => {} };
  const keyed = servingKeyed({ quota: 10_000 }, { backend: httpBackend(backend) });
  const { pool, quotas, ledger } = await startPool(t, () => keyed, { accessLog });
  const head = signedHead(host, "/release/", { id: keyId, secret: keySecret });
  const connections = await openConnections(t, pool.port, 30);
  const asked = connections.map((one) => one.status(head));
  await until(() => held.length === 30, "the backend has all calls");
  const closed = pool.close({ drainMs: 5_000 });
  for (const response of held) response.end("late");
  assert.deepEqual(new Set(await Promise.all(asked)), new Set([200]));
  await closed;
  assert.equal(lines.join("").trim().split("\n").length, 30);
  assert.ok(ledger.total() > 30, "something is leased ahead");
  await quotas.close();
  assert.equal(ledger.total(), 30);
});

test("the sums of the metrics never fall: what a thread that died had reported stays", async (t) => {
  const state = serving([api()], { services: [service({ bindings: [binding] })] });
  const { pool } = await startPool(t, () => state);
  const total = async () =>
    (await pool.metrics())
      .flat()
      .filter(({ name }) => name === "turnpike_requests_total")
      .flatMap(({ values }) => values)
      .reduce((sum, { value }) => sum + value, 0);
  const open = `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  for (const one of await openConnections(t, pool.port, 20)) await one.status(open);
  assert.equal(await total(), 20);
  const [first] = pool.workers;
  first?.terminate();
  await first?.ended;
  await until(() => pool.workers.filter(({ isServing }) => isServing).length === 2, "it is replaced");
  assert.equal(await total(), 20);
});
