import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { exchangeBytes, startBackend, startGateway, until } from "./running.ts";
import { api, host, httpBackend, serving } from "./state.ts";

// Messages two servers could read differently (RFC 9112 §11). They are refused, the connection is closed, and the backend sees
// none of them.
const hostLine = `Host: ${host}\r\n`;
const heads: Record<string, { readonly text: string; readonly status: number }> = {
  "no Host": { text: "GET /release/ HTTP/1.1\r\n\r\n", status: 400 },
  "an empty Host": { text: "GET /release/ HTTP/1.1\r\nHost:\r\n\r\n", status: 400 },
  "two equal Hosts": { text: `GET /release/ HTTP/1.1\r\n${hostLine}${hostLine}\r\n`, status: 400 },
  "two Hosts": { text: `GET /release/ HTTP/1.1\r\n${hostLine}Host: a\r\n\r\n`, status: 400 },
  "length and chunks": {
    text: `POST /release/ HTTP/1.1\r\n${hostLine}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    status: 400,
  },
  "two lengths": {
    text: `POST /release/ HTTP/1.1\r\n${hostLine}Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello`,
    status: 400,
  },
  "a signed length": { text: `POST /release/ HTTP/1.1\r\n${hostLine}Content-Length: +5\r\n\r\nhello`, status: 400 },
  "an unknown coding": { text: `POST /release/ HTTP/1.1\r\n${hostLine}Transfer-Encoding: gzip\r\n\r\n`, status: 400 },
  "two codings": {
    text: `POST /release/ HTTP/1.1\r\n${hostLine}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    status: 400,
  },
  "chunks in HTTP/1.0": {
    text: `POST /release/ HTTP/1.0\r\n${hostLine}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    status: 400,
  },
  "a folded line": { text: `GET /release/ HTTP/1.1\r\n${hostLine}X: a\r\n b\r\n\r\n`, status: 400 },
  "a space before the colon": { text: `GET /release/ HTTP/1.1\r\n${hostLine}X : a\r\n\r\n`, status: 400 },
  "a bare LF": { text: `GET /release/ HTTP/1.1\n${hostLine}\r\n`, status: 400 },
  "a GET with a body": { text: `GET /release/ HTTP/1.1\r\n${hostLine}Content-Length: 5\r\n\r\nhello`, status: 400 },
  "an unknown expectation": { text: `GET /release/ HTTP/1.1\r\n${hostLine}Expect: tea\r\n\r\n`, status: 417 },
  CONNECT: { text: `CONNECT example.com:443 HTTP/1.1\r\n${hostLine}\r\n`, status: 405 },
  TRACE: { text: `TRACE /release/ HTTP/1.1\r\n${hostLine}\r\n`, status: 405 },
  "a request line that is too long": {
    text: `GET /release/${"a".repeat(17_000)} HTTP/1.1\r\n${hostLine}\r\n`,
    status: 414,
  },
  "a method without end": { text: `${"A".repeat(40)} /release/ HTTP/1.1\r\n${hostLine}\r\n`, status: 501 },
  "another version": { text: `GET /release/ HTTP/2.0\r\n${hostLine}\r\n`, status: 505 },
  "a head that is too large": {
    text: `GET /release/ HTTP/1.1\r\n${hostLine}X: ${"a".repeat(70_000)}\r\n\r\n`,
    status: 431,
  },
};

for (const [name, { text, status }] of Object.entries(heads)) {
  test(`refuses ${name} with ${status} and closes`, async (t) => {
    let seen = 0;
    const backend = await startBackend(t, (_req, res) => {
      seen++;
      res.end();
    });
    const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
    const answer = await exchangeBytes(port, text);
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*\r\n\r\n\\{"message":"[^"]+"\\}\n$`));
    assert.equal(answer.split("HTTP/1.1 ").length, 2, "one answer");
    assert.equal(seen, 0);
    await until(() => records.length === 1, "the refusal is logged");
    assert.equal(records[0]?.status, status);
  });
}

test("answers hosts it cannot use, and an HTTP/1.0 request without one, with 404", async (t) => {
  const { port } = await startGateway(t, serving([api()]));
  const unusable = await exchangeBytes(port, "GET /release/ HTTP/1.1\r\nHost: a@b\r\nConnection: close\r\n\r\n");
  assert.match(unusable, /^HTTP\/1\.1 404 [\s\S]*\{"message":"Get Host Fail"\}\n$/);
  const missing = await exchangeBytes(port, "GET /release/ HTTP/1.0\r\n\r\n");
  assert.match(missing, /^HTTP\/1\.1 404 [\s\S]*\{"message":"Not Found Host"\}\n$/);
});

test("answers a question about the server as a whole by itself", async (t) => {
  const { port } = await startGateway(t, serving([api()]));
  const answer = await exchangeBytes(port, `OPTIONS * HTTP/1.1\r\n${hostLine}Connection: close\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 204 No Content\r\nAllow: GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS\r\n/);
});

// A 400 in the middle of another answer would be read as part of it.
test("bytes that are no HTTP, sent while an answer is under way, are refused after it", async (t) => {
  let finish = () => {};
  const backend = await startBackend(t, (_req, res) => {
    res.writeHead(200, { "Content-Length": "10" });
    res.write("begun");
    finish = () => res.end("ended");
  });
  const { port, records } = await startGateway(t, serving([api({ backend: httpBackend(backend) })]));
  const caller = connect(port, "127.0.0.1", () => caller.write(`GET /release/ HTTP/1.1\r\n${hostLine}\r\n`));
  let answer = "";
  caller.setEncoding("latin1").on("data", (text: string) => {
    answer += text;
    if (answer.endsWith("begun")) caller.write("\0\0 garbage\r\n\r\n", () => finish());
  });
  await once(caller, "close");
  assert.match(answer, /^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nbegunendedHTTP\/1\.1 400 [\s\S]*"Bad Request"/);
  assert.deepEqual(new Set(records.map(({ status }) => status)), new Set([200, 400]));
});
