import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createTurns } from "./turns.ts";

/** Calls that take time in several steps, on a clock of their own. */
function calls(budgetMs: number) {
  let now = 0;
  const takeTurn = createTurns(budgetMs, () => now);
  const done: number[] = [];
  const call = async (index: number, tookMs: number) => {
    await takeTurn();
    for (let step = 0; step < 20; step++) await undefined;
    now += tookMs;
    done.push(index);
  };
  return { call, done };
}

test("calls are done in the order they came, as many in each turn of the event loop as there is time for", async () => {
  const { call, done } = calls(10);
  const all = Promise.all(Array.from({ length: 7 }, (_, index) => call(index, 4)));
  const counts = [done.length];
  for (let turn = 0; turn < 4; turn++) {
    await nextTurn();
    counts.push(done.length);
  }
  await all;
  assert.deepEqual(counts, [0, 3, 6, 7, 7]);
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6]);
});

test("a call that takes longer than a turn is done, and those behind it are", async () => {
  const { call, done } = calls(1);
  await Promise.all([call(0, 50), call(1, 50)]);
  await call(2, 50);
  assert.deepEqual(done, [0, 1, 2]);
});
