import assert from "node:assert/strict";
import { test } from "node:test";
import { headerValue, joinedValues, soleValue } from "./headers.ts";

const list = ["Host", "a", "X-A", "1", "x-a", "2", "__proto__", "b"];

test("finds and joins fields whatever their case", () => {
  assert.equal(headerValue(list, "x-a"), "1");
  assert.equal(headerValue(list, "x-b"), undefined);
  assert.equal(joinedValues(list, "x-a"), "1, 2");
  assert.equal(joinedValues(list, "none"), undefined);
});

test("tells a field that was sent once from none and several", () => {
  assert.equal(soleValue(list, "host"), "a");
  assert.equal(soleValue(list, "x-a"), null);
  assert.equal(soleValue(list, "none"), undefined);
});
