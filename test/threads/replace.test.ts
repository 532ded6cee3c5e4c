import assert from "node:assert/strict";
import { test } from "node:test";
import { call, until } from "../gateway/running.ts";
import { api, delta, host, release, serving } from "../gateway/state.ts";
import { openConnections, startPool } from "./running-pool.ts";

const open = `GET /release/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

/** Callers that are idle for longer than this are left in peace no more. */
const times = { drainMs: 10_000, idleMs: 300 };

/** Threads are replaced `rounds` times while `callers` call without a pause; whatever goes wrong with a call rejects. */
async function replaceUnder(
  pool: { replaceAll(how: typeof times): Promise<true> },
  rounds: number,
  callers: readonly (() => Promise<number>)[],
): Promise<number> {
  let passed = 0;
  let isOver = false;
  const calling = callers.map(async (once) => {
    while (!isOver) {
      assert.equal(await once(), 200);
      passed++;
    }
  });
  const replacing = (async () => {
    for (let round = 0; round < rounds; round++) await pool.replaceAll(times);
  })().finally(() => {
    isOver = true;
  });
  await Promise.all([...calling, replacing]);
  return passed;
}

test("threads are replaced without losing a call, be it on a new connection or on one that is kept", async (t) => {
  const { pool, logged } = await startPool(t, () => serving([api()]));
  const before = pool.workers.map(({ threadId }) => threadId);
  const onNew = async () => (await call(pool.port, "/release/")).status;
  const kept = (await openConnections(t, pool.port, 20)).map((first) => {
    let connection = first;
    // A caller goes to another connection when an answer tells him to, as HTTP wants it.
    return async () => {
      const answer = await connection.ask(open);
      if (/connection: close/i.test(answer)) [connection = first] = await openConnections(t, pool.port, 1);
      return Number(answer.slice(9, 12));
    };
  });
  const passed = await replaceUnder(pool, 1, [...Array.from({ length: 10 }, () => onNew), ...kept]);
  assert.ok(passed > 0);
  assert.deepEqual(new Set(logged), new Set(["a gateway thread has been replaced"]));
  assert.ok(pool.workers.length === 2 && pool.workers.every(({ threadId }) => !before.includes(threadId)));
  const counted = (await pool.metrics()).flat().find(({ name }) => name === "turnpike_gateway_threads_replaced_total");
  assert.deepEqual(
    counted?.values.map(({ labels, value }) => [labels["cause"], value]),
    [
      ["died", 0],
      ["asked", 2],
    ],
  );
});

test("a thread that is being replaced goes on taking over changes for those who are still on it", async (t) => {
  const { pool, source } = await startPool(t, () => serving([api()]), { threads: 2 });
  const connections = await openConnections(t, pool.port, 20);
  await Promise.all(connections.map((one) => one.ask(open)));
  const replacing = pool.replaceAll(times);
  await until(() => pool.workers.length === 3 && pool.workers.every(({ mayServe }) => mayServe), "three may serve");
  source.step(delta({ seq: 2, environments: [release([api({ backend: { type: "MOCK", body: "new" } })])] }));
  await pool.applied();
  const answers = await Promise.all(connections.map((one) => one.ask(open)));
  assert.ok(answers.every((answer) => answer.endsWith("new")));
  await replacing;
});
