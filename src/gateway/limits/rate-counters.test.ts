import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { type RateCounters, RateTable, rateCounterMemory } from "./rate-counters.ts";

const start = 1_800_000_000;
/** After so many seconds the number of the window repeats. */
const eraSeconds = 16;

/** A table in memory that could be shared and one in its own, which must agree. */
function open(cells = 64) {
  const shared = new RateTable(rateCounterMemory(cells));
  const own = new RateTable(new ArrayBuffer(cells * BigInt64Array.BYTES_PER_ELEMENT));
  const ask = <T>(question: (table: RateTable) => T): T => {
    const answer = question(shared);
    assert.deepEqual(question(own), answer);
    return answer;
  };
  const counters: RateCounters = {
    counter: (name) => ask((table) => table.counter(name)),
    take: (counter, limit, second) => ask((table) => table.take(counter, limit, second)),
    giveBack: (counter, second) => ask((table) => table.giveBack(counter, second)),
    left: (counter, limit, second) => ask((table) => table.left(counter, limit, second)),
  };
  const take = (name: string, limit: number, second: number) => counters.take(counters.counter(name), limit, second);
  return { counters, take };
}

test("each name has its limit in each second, gives back within it, and never counts below zero", () => {
  const name = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant("take" as const), name, limit: fc.integer({ min: 0, max: 6 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("giveBack" as const), name }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("wait" as const),
        seconds: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(eraSeconds - 1, eraSeconds, eraSeconds + 1)),
      }),
    },
  );
  fc.assert(
    // As many cells as names may be in use in two seconds together: all of them collide.
    fc.property(fc.array(step, { maxLength: 80 }), fc.nat(10 * eraSeconds), (steps, offset) => {
      const { counters } = open(16);
      const counted = new Map<string, number>();
      let second = start + offset;
      for (const action of steps) {
        if (action.kind === "wait") {
          second += action.seconds;
          counted.clear();
          continue;
        }
        const counter = counters.counter(action.name);
        const before = counted.get(action.name) ?? 0;
        if (action.kind === "giveBack") {
          counters.giveBack(counter, second);
          counted.set(action.name, Math.max(0, before - 1));
          continue;
        }
        const left = counters.take(counter, action.limit, second);
        assert.equal(left, before < action.limit ? action.limit - before - 1 : -1);
        const after = left >= 0 ? before + 1 : before;
        counted.set(action.name, after);
        assert.equal(counters.left(counter, action.limit, second), Math.max(0, action.limit - after));
      }
    }),
  );
});

test("what was counted once never counts again, however many seconds later the name comes back", () => {
  for (let offset = 0; offset < 64; offset++) {
    for (let seconds = 1; seconds < 64; seconds++) {
      const { take } = open(16);
      assert.equal(take("name", 1, start + offset), 0);
      assert.equal(take("name", 1, start + offset + seconds), 0, `from ${offset}, ${seconds} s later`);
    }
  }
});

test("names that nobody counts any more leave no trace: the same memory serves any number over time", () => {
  const { counters, take } = open(16);
  for (let turn = 0; turn < 10_000; turn++) {
    const second = start + (turn >> 2);
    assert.equal(take(`name-${turn}`, 1, second), 0);
    assert.equal(counters.left(counters.counter(`name-${turn}`), 1, second), 0);
  }
});

test("a call that finds no room to be counted is refused", () => {
  const { take } = open(4);
  const admitted = Array.from({ length: 10 }, (_, index) => take(`name-${index}`, 5, start)).filter(
    (left) => left >= 0,
  );
  assert.equal(admitted.length, 4);
});

test("a thread whose clock is a little behind counts into the window that has begun", () => {
  const { counters, take } = open();
  assert.equal(take("a", 2, start + 1), 1);
  assert.equal(take("a", 2, start), 0);
  assert.equal(take("a", 2, start + 1), -1);
  counters.giveBack(counters.counter("a"), start);
  assert.equal(take("a", 2, start + 1), -1);
});

test("a thread that is behind finds what was counted in its second, though others have gone on", () => {
  const { take } = open(16);
  for (const name of ["a", "b", "c", "d"]) assert.equal(take(name, 1, start), 0);
  for (const name of ["e", "f", "g", "h"]) assert.equal(take(name, 1, start + 1), 0);
  for (const name of ["a", "b", "c", "d"]) assert.equal(take(name, 1, start), -1);
});

test("a clock that is set back starts counting afresh", () => {
  const { take } = open();
  assert.equal(take("a", 1, start), 0);
  assert.equal(take("a", 1, start - 3_600), 0);
  assert.equal(take("a", 1, start - 3_600), -1);
});

test("threads that claim, count and give back together admit exactly each name's limit in every second", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `name-${index}`);
  const memory = rateCounterMemory(128);
  const seconds = 25;
  const limit = 60;
  const source = `
    import { parentPort, workerData } from "node:worker_threads";
    const { RateTable } = await import(workerData.module);
    const { names, limit, seconds, start, memory, gate } = workerData;
    const counters = new RateTable(memory);
    const gates = new Int32Array(gate);
    const admitted = [];
    // Waits for the other two.
    function meet(place) {
      Atomics.add(gates, place, 1);
      Atomics.notify(gates, place);
      for (let here; (here = Atomics.load(gates, place)) < 3; ) Atomics.wait(gates, place, here);
    }
    for (let second = 0; second < seconds; second++) {
      meet(2 * second);
      for (let turn = 0; turn <= limit; turn++) {
        // What is held only to be given back may refuse others; at last there are calls that nobody is in the way of.
        if (turn === limit) meet(2 * second + 1);
        for (const name of names) {
          const counter = counters.counter(name);
          if (counters.take(counter, limit, start + second) < 0) continue;
          if (turn % 7 === 3) counters.giveBack(counter, start + second);
          else admitted.push(second + "/" + name);
        }
      }
    }
    parentPort.postMessage(admitted);
  `;
  const module = new URL("./rate-counters.ts", import.meta.url).href;
  const gate = new SharedArrayBuffer(2 * seconds * Int32Array.BYTES_PER_ELEMENT);
  const admitted = await Promise.all(
    [1, 2, 3].map((thread) => {
      const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
        name: `counter-${thread}`,
        workerData: { module, memory, gate, names, limit, seconds, start },
      });
      return new Promise<string[]>((resolve, reject) => worker.once("message", resolve).once("error", reject));
    }),
  );
  const counts = Map.groupBy(admitted.flat(), (place) => place);
  assert.equal(counts.size, names.length * seconds);
  for (const [place, calls] of counts) assert.equal(calls.length, limit, place);
});
