import assert from "node:assert/strict";
import { test } from "node:test";
import { utcTime } from "./utc-time.ts";

test("times are UTC seconds with a Z, and the fraction is dropped rather than rounded", () => {
  assert.equal(utcTime(Date.UTC(2020, 8, 22, 23, 59, 59, 999)), "2020-09-22T23:59:59Z");
});
