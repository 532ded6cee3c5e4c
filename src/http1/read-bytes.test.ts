import assert from "node:assert/strict";
import { test } from "node:test";
import { copyRead, kept, lasting, READ_BYTES, readInto } from "./read-bytes.ts";

test("a copy of what was read outlives the next read", () => {
  const buffer = Buffer.from("first, and what was there before");
  const copy = copyRead(buffer, 5);
  buffer.fill("x");
  assert.equal(copy.toString(), "first");
});

test("a short read may wait; a longer one is as it was only where it is kept or made to last", () => {
  for (const length of [1, 8_192, 8_193, READ_BYTES]) {
    const read: Buffer[] = [];
    const { buffer, callback } = readInto({
      recognise: () => false,
      onData: (data) => read.push(data, kept(data), lasting(data)),
    });
    buffer.fill("a");
    callback(length);
    buffer.fill("b");
    const [data, ...copies] = read.map(String);
    assert.equal(data, (length > 8_192 ? "b" : "a").repeat(length));
    assert.deepEqual(copies, ["a".repeat(length), "a".repeat(length)]);
  }
});

test("what is to last holds its bytes and keeps no memory but its own", () => {
  for (const length of [1, 100, 5_000, 65_536]) {
    const data = lasting(copyRead(Buffer.alloc(65_536, "a"), length));
    assert.equal(data.toString(), "a".repeat(length));
    assert.equal(data.buffer.byteLength, length);
    assert.equal(lasting(data), data);
  }
});
