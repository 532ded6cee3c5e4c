import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOfRead, KnownHeads, lengthOfHead } from "./known-heads.ts";
import { ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "./message-head.ts";
import { READ_BUFFER } from "./read-bytes.ts";
import { RequestHeadReader } from "./request-head-reader.ts";

const head = (text: string) => Buffer.from(text, "latin1");

function find(known: KnownHeads, bytes: Buffer): RequestHead | null {
  bytes.copy(READ_BUFFER);
  const length = lengthOfHead(bytes.length);
  return known.find(length, hashOfRead(length));
}

/** As a connection does. */
function readWith(reader: RequestHeadReader, bytes: Buffer): RequestHead {
  bytes.copy(READ_BUFFER);
  const result = reader.recognise(bytes.length) ?? reader.read(bytes, 0);
  assert.ok(result !== null && !(result instanceof ParseFailure));
  return result;
}

function read(known: KnownHeads, bytes: Buffer): RequestHead {
  return readWith(new RequestHeadReader(REQUEST_HEAD_LIMITS, known), bytes);
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
  assert.notEqual(find(known, bytes), null);
  for (let at = 0; at < bytes.length; at++) {
    const other = Buffer.from(bytes);
    other[at] = (bytes[at] ?? 0) ^ 1;
    assert.equal(find(known, other), null);
  }
  assert.equal(find(known, bytes.subarray(0, -1)), null);
  assert.notEqual(find(known, Buffer.concat([bytes, head("G")])), null);
});

test("what is kept does not change with the buffer it was read from", () => {
  const known = new KnownHeads();
  const bytes = head("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  for (let time = 0; time < 2; time++) read(known, bytes);
  const asSent = Buffer.from(bytes);
  bytes.fill("x");
  assert.equal(find(known, asSent)?.target, "/a");
  assert.equal(find(known, bytes), null);
});

test("a head is known again whatever body begins behind it, and keeps nothing of a body", () => {
  const known = new KnownHeads();
  const text = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n";
  const reader = new RequestHeadReader(REQUEST_HEAD_LIMITS, known);
  const bodies = ["", "secret", "\n", "x".repeat(5_000), "y".repeat(60_000), "\r"];
  const heads = bodies.map((body) => {
    const result = readWith(reader, head(text + body));
    if (body !== "") assert.equal(reader.end, text.length);
    return result;
  });
  assert.equal(new Set(heads).size, 2);
  for (const result of heads) assert.equal(result.text, text);
});

test("the same head in the midst of a read, or cut in two, is read anew", () => {
  const known = new KnownHeads();
  const bytes = head("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  for (let time = 0; time < 3; time++) read(known, bytes);
  const reader = new RequestHeadReader(REQUEST_HEAD_LIMITS, known);
  assert.equal(reader.read(bytes.subarray(0, 20), 0), null);
  assert.notEqual(reader.read(bytes.subarray(20), 0), find(known, bytes));
  assert.notEqual(reader.read(Buffer.concat([head("body"), bytes]), 4), find(known, bytes));
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

test("of two heads that take turns in one place one stays, until it does not come any more", () => {
  const known = new KnownHeads(1);
  const [one, other] = ["/one", "/other"].map((target) => head(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`));
  assert.ok(one && other);
  for (let time = 0; time < 2; time++) read(known, one);
  const kept = find(known, one);
  for (let turn = 0; turn < 10; turn++) {
    read(known, other);
    assert.equal(read(known, one), kept);
  }
  for (let time = 0; time < 3; time++) read(known, other);
  assert.equal(find(known, one), null);
  assert.equal(find(known, other)?.target, "/other");
});

test("flooded with other heads it holds no more of them than it has places", () => {
  const known = new KnownHeads(4);
  const sent = Array.from({ length: 64 }, (_, index) => head(`GET /${index} HTTP/1.1\r\nHost: a\r\n\r\n`));
  for (const bytes of sent) for (let time = 0; time < 2; time++) read(known, bytes);
  const kept = sent.filter((bytes) => find(known, bytes) !== null);
  assert.ok(kept.length > 0 && kept.length <= 4);
});
