import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { copyFields } from "../../http1/copy-fields.ts";
import { HeadReader } from "../../http1/head-reader.ts";
import { ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "../../http1/message-head.ts";
import { parseRequestHead } from "../../http1/parse-request-head.ts";
import { startExchange } from "../exchange.ts";
import { ownRequestFields, requestRewriter, traceField } from "./request-fields.ts";

const own = ["x-client-proto", "x-client-proto-ver", "x-forwarded-for", "x-real-ip", "x-b3-traceid", "x-api-scheme"];
const never = [
  "host",
  "connection",
  "transfer-encoding",
  "upgrade",
  "content-length",
  "forwarded",
  "x-forwarded-host",
  "x-api-id",
];

/** A name a forger might choose: one of ours in some case, perhaps with underscores. */
const forged = fc
  .tuple(fc.constantFrom(...own, ...never), fc.boolean(), fc.boolean())
  .map(([name, isUpper, hasUnderscores]) => {
    const cased = isUpper ? name.toUpperCase() : name;
    return hasUnderscores ? cased.replaceAll("-", "_") : cased;
  });
const value = fc.constantFrom("evil", "close", "x-real-ip, x-forwarded-for, host", "keep-alive, x-b3-traceid", "");
const fields = fc.array(fc.tuple(fc.oneof(forged, fc.constant("Connection"), fc.constant("Accept")), value), {
  maxLength: 12,
});

const caller = {
  scheme: "http" as const,
  isHttp2: false,
  peerAddress: "192.0.2.1",
  readBody: () => Promise.reject(new Error("has no body")),
};

function readHead(list: readonly (readonly [string, string])[]): RequestHead | undefined {
  const lines = list.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const reader = new HeadReader(REQUEST_HEAD_LIMITS.maxHeadBytes);
  reader.push(Buffer.from(`GET / HTTP/1.1\r\nHost: caller.example\r\n${lines}\r\n`), 0);
  const head = parseRequestHead(reader, { ...REQUEST_HEAD_LIMITS, underscoreNames: "keep" });
  return head instanceof ParseFailure ? undefined : head;
}

test("whatever a caller sends, each of the gateway's names reaches the backend once, with the gateway's value", () => {
  fc.assert(
    fc.property(fields, (list) => {
      const head = readHead(list);
      // What the parser itself refuses reaches no backend at all.
      if (head === undefined) return;
      const exchange = startExchange(head, caller, "f".repeat(32), 0);
      const none = new Set<string>();
      const block =
        copyFields(head, requestRewriter(exchange, none)) +
        ownRequestFields(exchange, none) +
        traceField({ isTraced: true }, exchange);
      const byName = new Map<string, string[]>();
      for (const line of block.split("\r\n").slice(0, -1)) {
        const colon = line.indexOf(":");
        // As a backend sees it that takes underscores for hyphens.
        const name = line.slice(0, colon).toLowerCase().replaceAll("_", "-");
        byName.set(name, [...(byName.get(name) ?? []), line.slice(colon + 1).trim()]);
      }
      assert.deepEqual(byName.get("x-real-ip"), ["192.0.2.1"]);
      assert.deepEqual(byName.get("x-client-proto"), ["http"]);
      assert.deepEqual(byName.get("x-client-proto-ver"), ["HTTP/1.1"]);
      assert.deepEqual(byName.get("x-b3-traceid"), ["f".repeat(32)]);
      assert.deepEqual(byName.get("x-api-scheme"), ["http"]);
      assert.equal(byName.get("x-forwarded-for")?.length, 1);
      assert.match(byName.get("x-forwarded-for")?.[0] ?? "", /(?:^|, )192\.0\.2\.1$/);
      for (const name of never) assert.equal(byName.has(name), false, name);
    }),
    { numRuns: 2_000 },
  );
});
