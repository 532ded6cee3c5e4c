import assert from "node:assert/strict";
import { test } from "node:test";
import { headerCount, headerValue, hopByHopNames, joinedValues } from "./headers.ts";

const list = ["Host", "a", "X-A", "1", "x-a", "2", "Connection", "close, X-A,, Keep-Alive", "connection", "__proto__"];

test("finds, counts and joins fields whatever their case", () => {
  assert.equal(headerValue(list, "x-a"), "1");
  assert.equal(headerValue(list, "x-b"), undefined);
  assert.equal(headerCount(list, "x-a"), 2);
  assert.equal(joinedValues(list, "x-a"), "1, 2");
  assert.equal(joinedValues(list, "none"), undefined);
});

test("hop-by-hop are the standard names and the nominated ones", () => {
  const names = hopByHopNames(list);
  for (const name of ["connection", "te", "x-a", "keep-alive", "__proto__"]) assert.equal(names.has(name), true, name);
  assert.equal(names.has("host"), false);
  assert.equal(hopByHopNames(["Connection", "close"]), hopByHopNames([]));
});
