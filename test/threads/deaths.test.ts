import assert from "node:assert/strict";
import { test } from "node:test";
import { notServed } from "../../src/gateway/limits/quota-desk.ts";
import { rateCounterMemory } from "../../src/gateway/limits/rate-counters.ts";
import { windowMemory } from "../../src/gateway/limits/shared-windows.ts";
import { defaultGatewaySettings } from "../../src/gateway/settings.ts";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { pack } from "../../src/threads/delta-parts.ts";
import { WorkerThread } from "../../src/threads/worker-thread.ts";
import { call, until } from "../gateway/running.ts";
import { api, delta, host, keyId, keySecret, release, serving, servingKeyed } from "../gateway/state.ts";
import { signedHead } from "../limits/barrage.ts";
import { openConnections, startPool } from "./running-pool.ts";

const open = `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

test("a thread that dies is replaced while the others go on, and the new one has the latest state", async (t) => {
  let state = serving([api()]);
  const { pool, source, logged } = await startPool(t, () => state);
  const connections = await openConnections(t, pool.port);
  assert.ok((await Promise.all(connections.map((one) => one.status(open)))).every((status) => status === 200));
  const [first] = pool.workers;
  assert.ok(first);
  const replaced = first.threadId;
  first.terminate();
  await first.ended;
  const others = await Promise.allSettled(connections.map((one) => one.status(open)));
  const served = others.filter(({ status }) => status === "fulfilled").length;
  assert.ok(served > 0 && served < connections.length, `${served} of ${connections.length} go on`);

  const mock = { backend: { type: "MOCK", body: "new" } } as const;
  state = serving([api(mock)]);
  source.step(delta({ seq: 2, environments: [release([api(mock)])] }));
  await pool.applied();
  await until(() => pool.workers.filter(({ isServing }) => isServing).length === 2, "both serve again");
  assert.ok(pool.workers.every(({ threadId }) => threadId !== replaced));
  assert.deepEqual(logged, ["a gateway thread died; another takes its place", "a gateway thread has been replaced"]);
  const answers = await Promise.all((await openConnections(t, pool.port)).map((one) => one.ask(open)));
  assert.ok(answers.every((answer) => answer.endsWith("new")));
});

test("calls on the other threads go on while one is being replaced", async (t) => {
  const { pool } = await startPool(t, () => serving([api()]));
  let passed = 0;
  let isOver = false;
  const [survivor] = pool.workers.slice(1);
  const callers = (await openConnections(t, pool.port)).map(async (one) => {
    while (!isOver) if ((await one.status(open)) === 200) passed++;
  });
  const settled = Promise.allSettled(callers);
  pool.workers[0]?.terminate();
  await until(() => pool.workers.every(({ isServing }) => isServing) && pool.workers.length === 2, "it is replaced");
  const before = passed;
  await until(() => passed > before, "calls go on");
  isOver = true;
  await settled;
  assert.ok(pool.workers.includes(survivor as (typeof pool.workers)[number]));
});

test("threads that die cost no call of the quota and grant none twice", async (t) => {
  const quota = 400;
  const { pool, quotas, ledger } = await startPool(t, () => servingKeyed({ quota }));
  const head = signedHead(host, "/release/", { id: keyId, secret: keySecret });
  let passed = 0;
  let broken = 0;
  let refused = 0;
  const caller = async () => {
    while (refused < 20) {
      const reply = await call(pool.port, "/release/", { headers: fieldsOf(head) }).catch(() => null);
      if (reply === null) broken++;
      else if (reply.status === 200) passed++;
      else refused++;
      if (passed === 50 || passed === 200) pool.workers.find(({ isServing }) => isServing)?.terminate();
    }
  };
  await Promise.all(Array.from({ length: 10 }, caller));
  // A call that broke off may have been counted before its thread died.
  assert.ok(passed <= quota && passed + broken >= quota, `${passed} passed, ${broken} broke off`);
  assert.deepEqual(
    quotas.used(await ledger.leased("usagePlan-abcd1234")).map(({ count }) => count),
    [quota],
  );
});

/** Takes a thread a good part of a second to compile. */
const heavy = delta({
  seq: 2,
  environments: [
    release(
      Array.from({ length: 20_000 }, (_, index) => api({ path: `/a/{b${index}}/c${index}` }, `api-${index}`)),
      "test",
    ),
  ],
});

test("a slow thread holds up neither the others' calls nor what they do with a change", async (t) => {
  const { pool } = await startPool(t, () => serving([api()]));
  const [slow, other] = pool.workers;
  assert.ok(slow && other);
  const connections = await openConnections(t, pool.port);
  await Promise.all(connections.map((one) => one.status(open)));
  for (let turn = 0; turn < 3; turn++) send(slow, heavy);
  const wentFirst = await Promise.race([
    slow.applied().then(() => "the slow thread"),
    ...connections.map((one) => one.status(open)),
  ]);
  assert.equal(wentFirst, 200);
  send(other, delta({ seq: 2 }));
  const first = await Promise.race([slow.applied().then(() => "slow"), other.applied().then(() => "other")]);
  assert.equal(first, "other");
});

test("a thread that does not take over a change in time is ended, and nobody waits for it any more", async () => {
  const thread = new WorkerThread({
    name: "hanging",
    data: {
      settings: defaultGatewaySettings,
      rateCounters: rateCounterMemory(16),
      windows: windowMemory(2, 16),
      logLevel: "silent",
      hasAccessLog: false,
    },
    quotas: { ask: async () => notServed, renew: () => {} },
    lines: { write: async () => {} },
    hangMs: 1,
  });
  await thread.ready();
  send(thread, heavy);
  await thread.applied();
  assert.ok((await thread.ended) instanceof Error);
});

function send(thread: WorkerThread, step: SnapshotDelta): void {
  thread.announce();
  thread.apply(pack(step), true);
}

/** The fields of a request's head as pairs. */
function fieldsOf(head: string): [string, string][] {
  return head
    .trim()
    .split("\r\n")
    .slice(2)
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
}
