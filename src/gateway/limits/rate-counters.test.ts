import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { LocalRateCounters } from "./local-rate-counters.ts";
import { SharedCounterCells } from "./rate-counters.ts";

const start = 1_800_000_000;

test("admits the limit in each second, gives back within it, and never counts below zero", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("take" as const), limit: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ kind: fc.constant("giveBack" as const) }),
    // The window's number repeats after 2^15 seconds; what was counted just that long ago would still be seen.
    fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 32_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const counters = new LocalRateCounters(2);
      const slot = counters.acquire("a");
      let second = start;
      let counted = 0;
      for (const action of steps) {
        if (action.kind === "wait") {
          second += action.seconds;
          counted = 0;
        } else if (action.kind === "giveBack") {
          counters.giveBack(slot, second);
          counted = Math.max(0, counted - 1);
        } else {
          const left = counters.take(slot, action.limit, second);
          assert.equal(left, counted < action.limit ? action.limit - counted - 1 : -1);
          if (left >= 0) counted++;
          assert.equal(counters.left(slot, action.limit, second), Math.max(0, action.limit - counted));
        }
      }
    }),
  );
});

test("a slot is kept while anybody holds its name, and comes back empty", () => {
  const counters = new LocalRateCounters(2);
  const slot = counters.acquire("a");
  assert.equal(counters.acquire("a"), slot);
  counters.take(slot, 5, start);
  counters.release("a");
  assert.equal(counters.left(slot, 5, start), 4);
  counters.release("a");
  const other = counters.acquire("b");
  assert.equal(other, slot);
  assert.equal(counters.left(other, 5, start), 5);
  counters.acquire("c");
  assert.throws(() => counters.acquire("d"), RangeError);
});

test("a thread whose clock is a little behind counts into the window that has begun", () => {
  const cells = new SharedCounterCells(new SharedArrayBuffer(4));
  assert.equal(cells.take(0, 2, start + 1), 1);
  assert.equal(cells.take(0, 2, start), 0);
  assert.equal(cells.take(0, 2, start + 1), -1);
});

test("a clock that is set back starts counting afresh", () => {
  const cells = new SharedCounterCells(new SharedArrayBuffer(4));
  assert.equal(cells.take(0, 1, start), 0);
  assert.equal(cells.take(0, 1, start - 3_600), 0);
  assert.equal(cells.take(0, 1, start - 3_600), -1);
});

test("threads that count together admit exactly the limit", async () => {
  const buffer = new SharedArrayBuffer(4);
  const limit = 50_000;
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    const { SharedCounterCells } = await import(workerData.module);
    const cells = new SharedCounterCells(workerData.buffer);
    let admitted = 0;
    for (let turn = 0; turn < 40_000; turn++) if (cells.take(0, workerData.limit, workerData.second) >= 0) admitted++;
    parentPort.postMessage(admitted);
  `;
  const module = new URL("./rate-counters.ts", import.meta.url).href;
  const admitted = await Promise.all(
    [1, 2, 3].map((name) => {
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
        name: `counter-${name}`,
        workerData: { module, buffer, limit, second: start },
      });
      return new Promise<number>((resolve, reject) => worker.once("message", resolve).once("error", reject));
    }),
  );
  assert.equal(
    admitted.reduce((sum, count) => sum + count, 0),
    limit,
  );
});
