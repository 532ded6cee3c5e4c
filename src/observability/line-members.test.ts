import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AccessRecord as LoggedAccess } from "../model/access-record.ts";
import { addAccessLine } from "./access-line.ts";
import { LineBuffer } from "./line-buffer.ts";
import { LineMembers } from "./line-members.ts";

const members = [
  ...(["time", "requestId", "appId", "apiId", "status"] as const),
  ...(["clientAddress", "backendAddress", "durationMs", "error"] as const),
];

/** Also texts that look like members of a line. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('"status":999,', '","error":"forged', "\\", '\\"', '"', "é\u2028\u202e", '{"time":"x"}'),
);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

test("members of a line are those of its JSON, whatever callers sent", () => {
  const record = fc.record({
    time: fc.integer({ min: 0, max: 4e12 }),
    requestId: fc.uuid(),
    appId: orNull(fc.nat()),
    serviceId: orNull(fc.constant("service-abcd1234")),
    environment: fc.constant("release"),
    apiId: orNull(fc.constant("api-abcd1234")),
    planId: fc.constant(null),
    keyId: orNull(text),
    host: text,
    method: text,
    path: text,
    scheme: fc.constant("http"),
    userAgent: orNull(text),
    status: fc.integer({ min: 100, max: 599 }),
    backendStatus: orNull(fc.integer({ min: 100, max: 599 })),
    clientAddress: fc.ipV6(),
    backendAddress: orNull(fc.webUrl()),
    gatewayAddress: fc.ipV4(),
    requestBodyBytes: fc.nat(),
    responseBodyBytes: fc.nat(),
    durationMs: fc.integer({ min: 0, max: 1e9 }).map((micros) => micros / 1000),
    backendDurationMs: fc.constant(null),
    backendConnectMs: fc.constant(null),
    backendHeadMs: fc.constant(null),
    error: orNull(text),
    processId: fc.nat(),
  });
  fc.assert(
    fc.property(record, (asked) => {
      const lines = new LineBuffer();
      addAccessLine(lines, asked);
      const line = lines.bytes().toString();
      const parsed = JSON.parse(line) as LoggedAccess;
      const found = new LineMembers(line.trimEnd());
      for (const name of members) assert.equal(found[name], parsed[name], name);
    }),
  );
});

test("a text that is no line has members of some value", () => {
  for (const torn of ["", "{", '{"time":"2026', '"status":', '"error":"\\', '"error":"\\u12"']) {
    const found = new LineMembers(torn);
    for (const name of members) assert.doesNotThrow(() => found[name]);
  }
});
