import assert from "node:assert/strict";
import { it } from "node:test";
import { DeadlineSweeper, monotonicMs } from "./deadline-sweeper.ts";

it("lets other work have its turn within a sweep that takes long, and asks everyone all the same", async () => {
  const sweeper = new DeadlineSweeper(monotonicMs, 1);
  const asked = new Map<number, number>();
  let turns = 0;
  let turnsAtLast = 0;
  const count = () => {
    turns++;
    if (turnsAtLast === 0) setImmediate(count);
  };
  setImmediate(count);
  await new Promise<void>((resolve) => {
    const items = Array.from({ length: 128 }, (_, index) => ({
      sweep() {
        const until = performance.now() + 0.25;
        while (performance.now() < until);
        asked.set(index, (asked.get(index) ?? 0) + 1);
        if (index !== items.length - 1 || turnsAtLast !== 0) return;
        turnsAtLast = turns;
        resolve();
      },
    }));
    let turnsAtFirst = -1;
    sweeper.watch({
      sweep() {
        if (turnsAtFirst === -1) turnsAtFirst = turns;
      },
    });
    for (const item of items) sweeper.watch(item);
  });
  assert.ok(turnsAtLast >= 3, `${turnsAtLast} turns`);
  assert.equal(asked.size, 128);
  assert.deepEqual(
    [...asked.values()],
    Array.from({ length: 128 }, () => 1),
  );
});
