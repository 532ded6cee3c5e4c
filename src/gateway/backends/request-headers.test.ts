import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { startExchange } from "../exchange.ts";
import { backendHeaders } from "./request-headers.ts";

const own = [
  "x-client-proto",
  "x-client-proto-ver",
  "x-forwarded-for",
  "x-real-ip",
  "x-b3-traceid",
  "x-api-scheme",
  "host",
];
const never = [
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

test("whatever a caller sends, each of the gateway's names reaches the backend once, with the gateway's value", () => {
  fc.assert(
    fc.property(fields, (list) => {
      const headers = list.flat();
      const head = {
        method: "GET",
        target: "/",
        headers,
        scheme: "http" as const,
        httpVersion: "1.1",
        peerAddress: "192.0.2.1",
        readBody: () => Promise.reject(new Error("has no body")),
      };
      const sent = backendHeaders(startExchange(head, "f".repeat(32), 0), "backend.example", new Set());
      const byName = new Map<string, string[]>();
      for (let index = 0; index < sent.length; index += 2) {
        // As a backend sees it that takes underscores for hyphens.
        const name = (sent[index] ?? "").toLowerCase().replaceAll("_", "-");
        byName.set(name, [...(byName.get(name) ?? []), sent[index + 1] ?? ""]);
      }
      assert.deepEqual(byName.get("host"), ["backend.example"]);
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
