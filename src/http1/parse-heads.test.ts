import assert from "node:assert/strict";
import { METHODS } from "node:http";
import { describe, it } from "node:test";
import { ParseFailure, REQUEST_HEAD_LIMITS } from "./message-head.ts";
import { parseRequestHead } from "./parse-request-head.ts";
import { parseResponseHead } from "./parse-response-head.ts";

const source = (text: string) => ({ bytes: Buffer.from(text, "latin1"), start: 0, text });

function request(text: string, limits = REQUEST_HEAD_LIMITS) {
  const head = parseRequestHead(source(text), limits);
  assert.ok(head !== undefined && !(head instanceof ParseFailure), JSON.stringify(head));
  return head;
}

describe("request heads", () => {
  it("keep fields in received order and case, without the space around values", () => {
    const head = request("GET /x HTTP/1.1\r\nhOST: a\r\nB:  c \t\r\nB:d\r\nE:\r\n\r\n");
    assert.deepEqual(head.fields, ["hOST", "a", "B", "c", "B", "d", "E", ""]);
    assert.equal(head.host, "a");
    assert.equal(head.hostIndex, 0);
  });

  it("know where the line of each field stands", () => {
    const head = request("GET / HTTP/1.1\r\nHost: a\r\nB:  c \r\n\r\n");
    assert.deepEqual(
      [0, 2].map((i) => head.text.slice(head.lines[i], head.lines[i + 1])),
      ["Host: a\r\n", "B:  c \r\n"],
    );
  });

  it("tell what framing and connection fields say", () => {
    const head = request(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\nConnection: Upgrade, X-Hop\r\nUpgrade: websocket\r\nExpect: 100-Continue\r\n\r\n",
    );
    assert.equal(head.contentLength, 12);
    assert.equal(head.chunked, false);
    assert.deepEqual(head.nominated, ["x-hop"]);
    assert.equal(head.upgrade, "websocket");
    assert.equal(head.expectContinue, true);
    assert.equal(head.wantsKeepAlive, true);
  });

  it("may have every method of Node's own parser but CONNECT and TRACE", () => {
    for (const method of METHODS) {
      const head = parseRequestHead(source(`${method} / HTTP/1.1\r\nHost: a\r\n\r\n`));
      if (method === "CONNECT" || method === "TRACE") assert.ok(head instanceof ParseFailure);
      else assert.ok(head !== undefined && !(head instanceof ParseFailure) && head.method === method, method);
    }
  });

  it("drop or keep names with an underscore when told to", () => {
    const text = "GET / HTTP/1.1\r\nHost: a\r\nX_A: 1\r\nB: 2\r\n\r\n";
    const dropped = request(text, { ...REQUEST_HEAD_LIMITS, underscoreNames: "drop" });
    assert.deepEqual(dropped.fields, ["Host", "a", "B", "2"]);
    assert.equal(dropped.text.slice(dropped.lines[2], dropped.lines[3]), "B: 2\r\n");
    const kept = request(text, { ...REQUEST_HEAD_LIMITS, underscoreNames: "keep" });
    assert.deepEqual(kept.fields, ["Host", "a", "X_A", "1", "B", "2"]);
  });

  it("are read from the middle of a larger buffer", () => {
    const text = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const head = parseRequestHead({ bytes: Buffer.from(`xxxxx${text}yy`), start: 5, text });
    assert.ok(head !== undefined && !(head instanceof ParseFailure));
    assert.equal(head.host, "a");
  });

  it("of which only a beginning is there are no failure, at whatever byte it ends", () => {
    const text = "OPTIONS /a?b HTTP/1.1\r\nHost: a:80\r\nA: b\r\n\r\n";
    for (let end = 0; end < text.length; end++) {
      assert.equal(parseRequestHead(source(text.slice(0, end))), undefined, `ends after byte ${end}`);
    }
  });
});

describe("response heads", () => {
  it("tell version, status and reason, even an empty one", () => {
    for (const [text, ...expected] of [
      ["HTTP/1.1 200 OK\r\n\r\n", 1, 200, "OK"],
      ["HTTP/1.0 404 Not \xe9 Found\r\n\r\n", 0, 404, "Not \xe9 Found"],
      ["HTTP/1.1 599 \r\n\r\n", 1, 599, ""],
    ] as const) {
      const head = parseResponseHead(source(text));
      assert.ok(head !== undefined && !(head instanceof ParseFailure));
      assert.deepEqual([head.minorVersion, head.status, head.reason], expected);
    }
  });

  it("end the connection for Connection and Proxy-Connection, and keep one of HTTP/1.0 for the former only", () => {
    const isKept = (version: string, line: string) => {
      const head = parseResponseHead(source(`HTTP/${version} 200 OK\r\n${line}\r\n\r\n`));
      assert.ok(head !== undefined && !(head instanceof ParseFailure));
      return head.wantsKeepAlive;
    };
    assert.equal(isKept("1.1", "Connection: close"), false);
    assert.equal(isKept("1.1", "Proxy-Connection: a, Close"), false);
    assert.equal(isKept("1.1", "Proxy-Connection: disclose"), true);
    assert.equal(isKept("1.0", "Connection: keep-alive"), true);
    assert.equal(isKept("1.0", "Proxy-Connection: keep-alive"), false);
  });

  it("may hold names with an underscore", () => {
    assert.ok(!(parseResponseHead(source("HTTP/1.1 200 OK\r\nX_A: b\r\n\r\n")) instanceof ParseFailure));
  });

  it("of which only a beginning is there are no failure, at whatever byte it ends", () => {
    const text = "HTTP/1.1 200 OK\r\nA: b\r\n\r\n";
    for (let end = 0; end < text.length; end++) {
      assert.equal(parseResponseHead(source(text.slice(0, end))), undefined, `ends after byte ${end}`);
    }
  });
});
