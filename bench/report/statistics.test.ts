import assert from "node:assert/strict";
import { test } from "node:test";
import { median, percentile, spread } from "./statistics.ts";

test("a percentile is the smallest value that the share does not exceed", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(percentile(values, 0.5), 50);
  assert.equal(percentile(values, 0.99), 99);
  assert.equal(percentile([7], 0.5), 7);
  assert.equal(percentile([], 0.5), Number.NaN);
});

test("the median of an even number of values lies between the middle two", () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 9]), 3);
});

test("the spread is relative to the median", () => {
  assert.equal(spread([8, 10, 12]), 0.4);
});
