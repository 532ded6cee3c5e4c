import assert from "node:assert/strict";
import { test } from "node:test";
import { REQUEST_HEAD_LIMITS } from "../http1/message-head.ts";
import { readRequestHead } from "./request-head.ts";

const usual = [":method", "GET", ":scheme", "https", ":authority", "shop.example.com", ":path", "/a?b=c"];

function read(fields: readonly string[], isEnded = true) {
  return readRequestHead(fields, isEnded, REQUEST_HEAD_LIMITS);
}

function statusOf(fields: readonly string[], isEnded = true): number | undefined {
  return read(fields, isEnded).failure?.status;
}

/** The usual head with one field replaced or, when it is not among them, added. */
function withField(name: string, value: string): string[] {
  const at = usual.indexOf(name);
  return at === -1 ? [...usual, name, value] : usual.toSpliced(at + 1, 1, value);
}

test("a head reads as the HTTP/1.1 head that means the same", () => {
  const { head, failure } = read([...usual, "x-b", "1", "cookie", "a=1", "accept", "*/*", "cookie", "b=2", "x-b", "2"]);
  assert.equal(failure, null);
  assert.deepEqual([head.method, head.target, head.host, head.minorVersion], ["GET", "/a?b=c", "shop.example.com", 1]);
  const fields = ["Host", "shop.example.com", "x-b", "1", "accept", "*/*", "x-b", "2", "cookie", "a=1; b=2"];
  assert.deepEqual(head.fields, fields);
  assert.deepEqual([head.hasBody, head.wantsKeepAlive, head.nominated], [false, true, null]);
});

test("whether a body follows is told by the end of the stream, and its length only by Content-Length", () => {
  assert.equal(read(usual, false).head.chunked, true);
  const { head } = read(withField("content-length", "5"), false);
  assert.deepEqual([head.chunked, head.contentLength, head.hasBody], [false, 5, true]);
  assert.equal(read(withField("content-length", "0"), false).head.hasBody, false);
  assert.equal(statusOf(withField("content-length", "5"), true), 400);
  assert.equal(statusOf([...usual, "content-length", "5", "content-length", "5"], false), 400);
  assert.equal(statusOf(withField("content-length", "+5"), false), 400);
});

test("the caller waits for 100 only if there is a body to wait with", () => {
  assert.equal(read(withField("expect", "100-continue"), false).head.expectContinue, true);
  assert.equal(read(withField("expect", "100-continue"), true).head.expectContinue, false);
  assert.equal(statusOf(withField("expect", "something"), false), 417);
});

test("Host may stand in for :authority and must not contradict it", () => {
  const without = usual.toSpliced(usual.indexOf(":authority"), 2);
  assert.equal(read([...without, "host", "other.example.com"]).head.host, "other.example.com");
  assert.equal(read([...usual, "host", "SHOP.example.com"]).failure, null);
  assert.equal(statusOf([...usual, "host", "other.example.com"]), 400);
  assert.equal(statusOf([...without, "host", "a.test", "host", "a.test"]), 400);
  assert.equal(statusOf(without), 400);
});

test("nothing can be slipped in that would read as another line, request or field", () => {
  for (const fields of [
    withField(":path", "/a HTTP/1.1\r\nX-Real-IP: 192.0.2.1\r\n\r\n"),
    withField(":path", "/a b"),
    withField(":path", "/a\tb"),
    withField(":path", "/a\u00e9"),
    withField(":path", ""),
    withField(":path", "a"),
    withField(":path", "http://other.example.com/a"),
    withField(":path", "*"),
    withField(":method", "GET /evil HTTP/1.1\r\nHost: x\r\n\r\nPOST"),
    withField(":method", "GET /x"),
    withField(":method", ""),
    withField(":authority", "a.test\r\nX-Key: 1"),
    withField(":authority", "a.test/x"),
    withField(":authority", "user@a.test"),
    withField(":authority", ""),
    withField("x-key", "1\r\nx-other: 2"),
    withField("x-key", "1\n2"),
    withField("x-key", "1\u00002"),
    withField("x-key: 1\r\nx-other", "2"),
    withField("x key", "1"),
    withField("x-key:", "1"),
    withField("X-Key", "1"),
    withField("", "1"),
    withField("transfer-encoding", "chunked"),
    withField("connection", "close"),
    withField("connection", "x-api-key"),
    withField("proxy-connection", "keep-alive"),
    withField("keep-alive", "timeout=5"),
    withField("upgrade", "websocket"),
    withField("te", "gzip"),
    [...usual, ":path", "/other"],
    [...usual, ":method", "POST"],
  ]) {
    assert.equal(statusOf(fields), 400, JSON.stringify(fields));
  }
});

test("TE may welcome trailers; OPTIONS may ask about the server; CONNECT and TRACE are not served", () => {
  assert.equal(read(withField("te", "trailers")).failure, null);
  assert.equal(read([":method", "OPTIONS", ":path", "*", ":authority", "a.test"]).failure, null);
  assert.equal(statusOf([":method", "CONNECT", ":authority", "a.test:443"]), 405);
  assert.equal(statusOf(withField(":method", "TRACE")), 405);
});

test("the limits are those of HTTP/1.1", () => {
  const { maxHeadBytes, maxFields, maxLineBytes } = REQUEST_HEAD_LIMITS;
  assert.equal(statusOf(withField("x-long", "v".repeat(maxHeadBytes))), 431);
  assert.equal(statusOf(withField(":path", `/${"p".repeat(maxLineBytes)}`)), 414);
  assert.equal(statusOf([...usual, ...Array.from({ length: maxFields }, (_, i) => [`x-${i}`, "1"]).flat()]), 431);
});
