import assert from "node:assert/strict";
import { test } from "node:test";
import { SharedWindows, windowMemory } from "./shared-windows.ts";

const hour = 3_600;
const now = Date.UTC(2026, 0, 1, 12);

function open(memory = windowMemory(4, 256)) {
  const windows = new SharedWindows(memory);
  return (windowSeconds: number, rule = "rule") => {
    const counters = windows.open(windowSeconds, rule);
    return {
      counters,
      take: (name: string, limit: number, atMs: number) => counters.take(counters.counter(name), limit, atMs),
    };
  };
}

test("counts start over with each window, which is aligned to the clock", () => {
  const { counters, take } = open()(60);
  assert.equal(take("a", 1, now - 1), true);
  assert.equal(take("a", 1, now - 1), false);
  assert.equal(counters.secondsLeft(now - 1), 1);
  assert.equal(counters.secondsLeft(now), 60);
  assert.equal(take("a", 1, now), true);
  assert.equal(take("a", 1, now + 59_999), false);
});

test("a year's count is there until the year ends", () => {
  const { take } = open()(365 * 24 * hour);
  const yearMs = 365 * 24 * hour * 1_000;
  const start = Math.floor(now / yearMs) * yearMs;
  for (let call = 0; call < 3; call++) assert.equal(take("a", 3, start + (call * yearMs) / 3), true);
  assert.equal(take("a", 3, start + yearMs - 1), false);
  assert.equal(take("a", 3, start + yearMs), true);
});

test("two that open the same memory count together, names of other rules and lengths apart", () => {
  const memory = windowMemory(4, 256);
  const [here, there] = [open(memory), open(memory)];
  assert.equal(here(hour).take("a", 1, now), true);
  assert.equal(there(hour).take("a", 1, now), false);
  assert.equal(there(hour, "another").take("a", 1, now), true);
  assert.equal(there(60).take("a", 1, now), true);
  assert.equal(here(60).take("a", 1, now), false);
});

test("names of any length are told apart", () => {
  const { take } = open()(1);
  const long = "x".repeat(10_000);
  assert.equal(take(long, 1, now), true);
  assert.equal(take(`${long}y`, 1, now), true);
  assert.equal(take(long, 1, now), false);
});

test("beyond the capacity names counted least are forgotten, and those counted most stay", () => {
  const { take } = open(windowMemory(2, 64))(hour);
  for (let call = 0; call < 5; call++) assert.equal(take("busy", 5, now), true);
  for (let index = 0; index < 1_000; index++) assert.equal(take(`name-${index}`, 5, now), true);
  assert.equal(take("busy", 5, now), false);
});

test("limits of more lengths than there are tables are counted all the same, by each that opens them", () => {
  const memory = windowMemory(2, 64);
  const windows = open(memory);
  windows(1);
  windows(60);
  const { take } = windows(hour);
  assert.deepEqual([take("a", 1, now), take("a", 1, now)], [true, false]);
  assert.equal(open(memory)(60).take("a", 1, now), true);
  assert.equal(windows(60).take("a", 1, now), false);
});

test("what was taken can be given back within its window", () => {
  const { counters, take } = open()(60);
  const counter = counters.counter("a");
  assert.equal(take("a", 1, now), true);
  counters.giveBack(counter, now);
  assert.equal(take("a", 1, now), true);
  counters.giveBack(counter, now - 60_000);
  assert.equal(take("a", 1, now), false);
});
