import assert from "node:assert/strict";
import { test } from "node:test";
import { copyRead, lasting } from "./read-bytes.ts";

test("a copy of what was read outlives the next read", () => {
  const buffer = Buffer.from("first, and what was there before");
  const copy = copyRead(buffer, 5);
  buffer.fill("x");
  assert.equal(copy.toString(), "first");
});

test("what is to last holds its bytes and keeps no memory but its own", () => {
  for (const length of [1, 100, 5_000, 65_536]) {
    const data = lasting(copyRead(Buffer.alloc(65_536, "a"), length));
    assert.equal(data.toString(), "a".repeat(length));
    assert.equal(data.buffer.byteLength, length);
    assert.equal(lasting(data), data);
  }
});
