import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "../../src/gateway/clock.ts";
import { startGateway } from "../gateway/running.ts";
import { host, keyId, keySecret, servingKeyed } from "../gateway/state.ts";
import { barrage, signedHead } from "./barrage.ts";

const ratePerSecond = 400;
const calls = 10_000;

/** Stands still while one request is decided, so that the logged time of a call is the one it was counted at. */
class TurnClock implements Clock {
  #now: number | null = null;
  now(): number {
    if (this.#now === null) {
      this.#now = Date.now();
      queueMicrotask(() => {
        this.#now = null;
      });
    }
    return this.#now;
  }
  monotonic(): number {
    return performance.now();
  }
}

test(`of at least ${calls} calls, exactly ${ratePerSecond} pass in each clock second, as long as they keep coming`, async (t) => {
  const { port, records } = await startGateway(t, servingKeyed({ ratePerSecond }), { clock: new TurnClock() });
  const start = Date.now();
  // Two whole seconds lie between any two moments three seconds apart.
  const isOver = () => records.length >= calls && Date.now() > start + 3_000;
  const head = signedHead(host, "/release/", { id: keyId, secret: keySecret });
  await barrage(port, head, { connections: 100, calls: 200_000, isOver });

  const passed = new Map<number, number>();
  const refused = new Map<number, number>();
  for (const { time, status } of records) {
    assert.ok(status === 200 || status === 429);
    const second = Math.floor(time / 1000);
    const counts = status === 200 ? passed : refused;
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  for (const [second, count] of passed) assert.ok(count <= ratePerSecond, `${count} passed in second ${second}`);
  for (const second of refused.keys()) assert.equal(passed.get(second), ratePerSecond, `in second ${second}`);
  assert.ok(refused.size >= 2, "the test offered too little");
  t.diagnostic(`${records.length} calls, passed per second: ${[...passed.values()].join(", ")}`);
});
