import assert from "node:assert/strict";
import { it } from "node:test";
import { HEAD_DOOMED, HEAD_FIRST_LINE, HEAD_PENDING, HEAD_WHOLE, HeadReader } from "./head-reader.ts";

it("finds the end of a head in one piece and where the next bytes start", () => {
  const reader = new HeadReader(100);
  assert.equal(reader.push(Buffer.from("..A\r\nB\r\n\r\nrest"), 2), HEAD_WHOLE);
  assert.equal(reader.text, "A\r\nB\r\n\r\n");
  assert.equal(reader.end, 10);
});

it("finds the end wherever the cut is", () => {
  const text = "A\r\nB: c\r\n\r\n";
  for (let cut = 1; cut < text.length; cut++) {
    const reader = new HeadReader(100);
    assert.notEqual(reader.push(Buffer.from(text.slice(0, cut)), 0), HEAD_WHOLE);
    assert.equal(reader.push(Buffer.from(`${text.slice(cut)}rest`), 0), HEAD_WHOLE, `cut at ${cut}`);
    assert.equal(reader.text, text);
    assert.equal(reader.end, text.length - cut);
    assert.equal(reader.isUnderway, false);
  }
});

it("reports the first line once", () => {
  const reader = new HeadReader(100);
  assert.equal(reader.push(Buffer.from("GET"), 0), HEAD_PENDING);
  assert.equal(reader.push(Buffer.from(" /\r\nA"), 0), HEAD_FIRST_LINE);
  assert.equal(reader.text, "GET /\r\nA");
  assert.equal(reader.push(Buffer.from(": b\r\n"), 0), HEAD_PENDING);
});

it("gives up at the limit and at bytes no head may hold", () => {
  assert.equal(new HeadReader(8).push(Buffer.from("123456789"), 0), HEAD_DOOMED);
  for (const text of ["A\n", "A\rB", "A\0", "A\r\r", "\x7f", "\n"]) {
    assert.equal(new HeadReader(100).push(Buffer.from(text), 0), HEAD_DOOMED, JSON.stringify(text));
  }
});

it("looks at each byte once, however small the pieces", () => {
  const size = 1_000_000;
  const reader = new HeadReader(size + 10);
  const piece = Buffer.from("x");
  for (let i = 0; i < size; i++) reader.push(piece, 0); // quadratic work would take hours
  assert.equal(reader.push(Buffer.from("\r\n\r\n"), 0), HEAD_WHOLE);
  assert.equal(reader.text.length, size + 4);
});
