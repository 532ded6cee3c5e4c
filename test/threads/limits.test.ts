import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkerPool } from "../../src/threads/worker-pool.ts";
import { host, keyId, keySecret, planId, servingKeyed } from "../gateway/state.ts";
import { barrage, signedHead } from "../limits/barrage.ts";
import { startPool } from "./running-pool.ts";

const head = () => signedHead(host, "/release/", { id: keyId, secret: keySecret });

/** How many calls each thread answered. */
async function callsPerThread(pool: WorkerPool): Promise<number[]> {
  await pool.metrics();
  return pool.workers.map((worker) => {
    const counted = worker.metrics.find(({ name }) => name === "turnpike_requests_total");
    return counted?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
  });
}

test("over three threads exactly the quota passes, none is refused while some are left, and use is told right", async (t) => {
  const quota = 600;
  const { pool, quotas, ledger } = await startPool(t, () => servingKeyed({ quota }), { threads: 3 });
  const statuses = await barrage(pool.port, head(), { connections: 60, calls: 1_500 });
  assert.deepEqual(Object.fromEntries(statuses), { 200: quota, 429: 1_500 - quota });
  const perThread = await callsPerThread(pool);
  assert.ok(perThread.length === 3 && perThread.every((calls) => calls > 0), String(perThread));
  assert.deepEqual(
    quotas.used(await ledger.leased(planId)).map(({ count }) => count),
    [quota],
  );
});

test("over three threads no clock second admits more than the rate, nor less while there is demand", async (t) => {
  const rate = 100;
  const lines: string[] = [];
  const accessLog = { write: async (batch: Buffer) => void lines.push(batch.toString()), close: async () => {} };
  const { pool } = await startPool(t, () => servingKeyed({ ratePerSecond: rate }), { threads: 3, accessLog });
  const end = Date.now() + 2_200;
  await barrage(pool.port, head(), { connections: 60, calls: 100_000, isOver: () => Date.now() > end });
  await pool.close({ drainMs: 1_000 });
  const records = lines
    .join("")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const bySecond = Map.groupBy(records, ({ time }) => Math.floor(Date.parse(time) / 1000));
  const seconds = [...bySecond.keys()].sort();
  const passed = (second: number) => bySecond.get(second)?.filter(({ status }) => status === 200).length ?? 0;
  // A record's time is read a moment before the call is counted, so a call may be logged under the second before.
  const whole = seconds.slice(1, -1);
  assert.ok(whole.length >= 1);
  const total = records.filter(({ status }) => status === 200).length;
  assert.ok(total <= rate * seconds.length, `${total} in ${seconds.length} seconds`);
  assert.ok(total >= rate * (whole.length + 1), `${total} in ${seconds.length} seconds`);
  for (const second of whole) assert.ok(Math.abs(passed(second) - rate) <= 3, `${passed(second)} in ${second}`);
});
