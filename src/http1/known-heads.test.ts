import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownHeads } from "./known-heads.ts";
import { ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "./message-head.ts";
import { RequestHeadReader } from "./request-head-reader.ts";

const head = (text: string) => Buffer.from(text, "latin1");

function read(known: KnownHeads, bytes: Buffer): RequestHead {
  const result = new RequestHeadReader(REQUEST_HEAD_LIMITS, known).read(bytes, 0);
  assert.ok(result !== null && !(result instanceof ParseFailure));
  return result;
}

test("bytes that come again are the same head, from the second time they were read", () => {
  const known = new KnownHeads();
  const bytes = head("GET /a?b HTTP/1.1\r\nHost: a\r\nX-Key: 1\r\n\r\n");
  const [first, second, third, fourth] = Array.from({ length: 4 }, () => read(known, Buffer.from(bytes)));
  assert.notEqual(second, first);
  assert.equal(third, second);
  assert.equal(fourth, second);
  assert.deepEqual(third?.fields, ["Host", "a", "X-Key", "1"]);
});

test("one byte less or other makes it another head, wherever it stands; one behind it does not", () => {
  const known = new KnownHeads(1);
  const bytes = head("GET /a?b HTTP/1.1\r\nHost: a\r\nX-Key: 0123456789\r\n\r\n");
  for (let time = 0; time < 3; time++) read(known, bytes);
  assert.notEqual(known.find(bytes), undefined);
  for (let at = 0; at < bytes.length; at++) {
    const other = Buffer.from(bytes);
    other[at] = (bytes[at] ?? 0) ^ 1;
    assert.equal(known.find(other), undefined);
  }
  assert.equal(known.find(bytes.subarray(0, -1)), undefined);
  assert.notEqual(known.find(Buffer.concat([bytes, head("G")])), undefined);
});

test("what is kept does not change with the buffer it was read from", () => {
  const known = new KnownHeads();
  const bytes = head("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  for (let time = 0; time < 2; time++) read(known, bytes);
  const asSent = Buffer.from(bytes);
  bytes.fill("x");
  assert.equal(known.find(asSent)?.target, "/a");
  assert.equal(known.find(bytes), undefined);
});

test("a head is known again whatever body begins behind it, and keeps nothing of a body", () => {
  const known = new KnownHeads();
  const text = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n";
  const reader = new RequestHeadReader(REQUEST_HEAD_LIMITS, known);
  const bodies = ["", "secret", "\n", "x".repeat(5_000), "y".repeat(60_000), "\r"];
  const heads = bodies.map((body) => {
    const result = reader.read(head(text + body), 0);
    assert.equal(reader.end, text.length);
    return result;
  });
  assert.equal(new Set(heads).size, 2);
  for (const result of heads) assert.equal(result instanceof ParseFailure ? "" : result?.text, text);
});

test("the same head in the midst of a read, or cut in two, is read anew", () => {
  const known = new KnownHeads();
  const bytes = head("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  for (let time = 0; time < 3; time++) read(known, bytes);
  const reader = new RequestHeadReader(REQUEST_HEAD_LIMITS, known);
  assert.equal(reader.read(bytes.subarray(0, 20), 0), null);
  assert.notEqual(reader.read(bytes.subarray(20), 0), known.find(bytes));
  assert.notEqual(reader.read(Buffer.concat([head("body"), bytes]), 4), known.find(bytes));
});

test("a long head, two in one read, and one with a body that ends like a head are read anew each time", () => {
  const known = new KnownHeads();
  const long = `GET /${"a".repeat(3000)} HTTP/1.1\r\nHost: a\r\n\r\n`;
  const two = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2);
  const empty = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n\r\n\r\n";
  for (const text of [long, two, empty]) {
    const heads = new Set(Array.from({ length: 4 }, () => read(known, head(text))));
    assert.equal(heads.size, 4);
  }
});

test("flooded with other heads it holds no more of them than it has places", () => {
  const known = new KnownHeads(4);
  const sent = Array.from({ length: 64 }, (_, index) => head(`GET /${index} HTTP/1.1\r\nHost: a\r\n\r\n`));
  for (const bytes of sent) for (let time = 0; time < 2; time++) read(known, bytes);
  const kept = sent.filter((bytes) => known.find(bytes) !== undefined);
  assert.ok(kept.length > 0 && kept.length <= 4);
});
