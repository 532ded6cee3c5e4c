import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { HttpServer } from "../../src/http1/server.ts";
import type { ConformanceCase } from "./cases/conformance-case.ts";
import { CONNECTION_CASES } from "./cases/connection.ts";
import { FIELD_CASES } from "./cases/fields.ts";
import { FRAMING_CASES } from "./cases/framing.ts";
import { REQUEST_LINE_CASES } from "./cases/request-line.ts";
import { readRequests, summarize } from "./read-requests.ts";
import { exchangeBytes, portOf, statusesOf } from "./wire.ts";

const CASES: readonly ConformanceCase[] = [
  ...REQUEST_LINE_CASES,
  ...FIELD_CASES,
  ...FRAMING_CASES,
  ...CONNECTION_CASES,
];
/** Rows about when a connection ends: the parsers alone would read on. */
const ENDS_BY_CLOSE = /no persistence|nothing is read after close|close in|close wins/;
/** Splitting long rows everywhere takes long and says nothing new. */
const MAX_SPLIT_LENGTH = 400;

describe("RFC 9110 and 9112 on the wire", () => {
  let seen: string[] = [];
  const server = new HttpServer({
    onRequest(exchange) {
      const { method, target } = exchange.request;
      let body = "";
      exchange.readBody({
        onBodyData(data) {
          body += data.toString("latin1");
        },
        onBodyEnd() {
          seen.push(`${method} ${target} ${body}`.trimEnd());
          exchange.respond(200, "", Buffer.from("fine\n"));
        },
        onBodyFailure() {},
      });
    },
  });
  before(() => server.listen({ port: 0, host: "127.0.0.1" }));
  after(() => server.stop());

  it("has at least two hundred rows with distinct titles", () => {
    assert.ok(CASES.length >= 200);
    assert.equal(new Set(CASES.map((row) => row.section + row.title)).size, CASES.length);
  });

  for (const row of CASES) {
    it(`RFC ${row.section}: ${row.title}`, async () => {
      seen = [];
      const answer = await exchangeBytes(portOf(server), row.send);
      assert.deepEqual(seen, row.seen);
      const expected: number[] = row.seen.map(() => 200);
      assert.deepEqual(statusesOf(answer), row.refused === undefined ? expected : [...expected, row.refused]);
      if (row.refused !== undefined) assert.match(answer, /\r\nconnection: close\r\n/);
    });
  }
});

describe("the parsers, whatever the cuts", () => {
  for (const row of CASES) {
    if (row.send.length > MAX_SPLIT_LENGTH || ENDS_BY_CLOSE.test(row.title)) continue;
    it(`reads the same with a cut at every byte: RFC ${row.section}: ${row.title}`, () => {
      const bytes = Buffer.from(row.send, "latin1");
      const expected = row.refused === undefined ? row.seen : [...row.seen, String(row.refused)];
      assert.deepEqual(summarize(readRequests([bytes])), expected);
      for (let cut = 1; cut < bytes.length; cut++) {
        const reading = readRequests([bytes.subarray(0, cut), bytes.subarray(cut)]);
        assert.deepEqual(summarize(reading), expected, `cut after byte ${cut}`);
      }
      const single = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
      assert.deepEqual(summarize(readRequests(single)), expected, "byte by byte");
    });
  }
});
