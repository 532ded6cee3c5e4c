import assert from "node:assert/strict";
import { test } from "node:test";
import { WindowCounters } from "./window-counters.ts";

test("counts start over with each window, which is aligned to the clock", () => {
  const counters = new WindowCounters(60);
  counters.add("a", 59_999);
  assert.equal(counters.count("a", 59_999), 1);
  assert.equal(counters.secondsLeft(59_999), 1);
  assert.equal(counters.count("a", 60_000), 0);
  assert.equal(counters.secondsLeft(60_000), 60);
  counters.add("a", 60_000);
  assert.equal(counters.count("a", 59_000), 1, "a clock set back does not open a new window");
});

test("beyond the capacity the name not counted for longest is forgotten", () => {
  const counters = new WindowCounters(1, 2);
  for (const name of ["a", "b", "a", "c"]) counters.add(name, 0);
  assert.deepEqual(
    ["a", "b", "c"].map((name) => counters.count(name, 0)),
    [2, 0, 1],
  );
});

test("long names are told apart", () => {
  const counters = new WindowCounters(1);
  const long = "x".repeat(10_000);
  counters.add(long, 0);
  assert.equal(counters.count(long, 0), 1);
  assert.equal(counters.count(`${long}y`, 0), 0);
});
