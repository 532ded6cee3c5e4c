import assert from "node:assert/strict";
import { test } from "node:test";
import { lifetimeSeconds, readCacheControl } from "./cache-control.ts";

function lifetime(...values: string[]): number {
  return lifetimeSeconds(readCacheControl(values.flatMap((value) => ["Cache-Control", value])), 300);
}

test("an answer lives as long as it says, or as the plugin says", () => {
  assert.equal(lifetime(), 300);
  assert.equal(lifetime("public"), 300);
  assert.equal(lifetime("max-age=10"), 10);
  assert.equal(lifetime('MAX-AGE="10"'), 10);
  assert.equal(lifetime("max-age=10", "s-maxage=20"), 20);
  assert.equal(lifetime("max-age=soon"), 0);
});

test("an answer that is private, or not to be stored or reused, is not kept", () => {
  for (const value of ["no-store", "no-cache", "private", 'private="x", max-age=10'])
    assert.equal(lifetime(value), 0, value);
});
