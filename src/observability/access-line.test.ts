import assert from "node:assert/strict";
import { test } from "node:test";
import { accessRecord } from "../../test/harness/access-record.ts";
import { addAccessLine } from "./access-line.ts";
import type { AccessRecord } from "./access-record.ts";
import { LineBuffer } from "./line-buffer.ts";

const record = accessRecord({
  time: Date.UTC(2026, 0, 1, 12, 0, 0, 7),
  appId: 1250000000,
  serviceId: "service-abcd1234",
  environment: "release",
  apiId: "api-abcd1234",
  backendStatus: 200,
  backendAddress: "http://192.0.2.2:80",
  durationMs: 1.5,
  backendDurationMs: 1.2,
  backendConnectMs: 0.1,
  backendHeadMs: 1,
});

function lineOf(record: AccessRecord): string {
  const lines = new LineBuffer();
  addAccessLine(lines, record);
  return lines.bytes().toString();
}

const hostile = [
  "a\r\nb",
  "\u001b[31mred",
  "\u2028\u2029",
  "\u202egnp.exe",
  "\u0085\u009b1m",
  'quo"te\\',
  "\u0000",
  "x".repeat(1 << 20),
];

test("whatever a caller chose, a record is one short line of printable JSON that reads back", () => {
  for (const text of hostile) {
    const line = lineOf({ ...record, host: text, method: text, path: text, userAgent: text, error: text });
    assert.match(line, /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]+\n$/);
    assert.ok(line.length < 12_000);
    const parsed = JSON.parse(line) as AccessRecord;
    assert.equal(parsed.path.slice(0, 1024), text.slice(0, 1024));
    assert.equal(parsed.status, 200);
  }
});

test("a line holds every field, in one order, with the time as ISO 8601", () => {
  const { time, ...rest } = record;
  const written = JSON.parse(lineOf(record)) as object;
  assert.deepEqual(Object.entries(written), Object.entries({ time: "2026-01-01T12:00:00.007Z", ...rest }));
  assert.match(lineOf({ ...record, time: time + 993 }), /^\{"time":"2026-01-01T12:00:01.000Z"/);
});

test("durations are written to the microsecond", () => {
  for (const ms of [0, 0.001, 0.0996, 1.5, 999.9996, 123_456.789]) {
    const { durationMs } = JSON.parse(lineOf({ ...record, durationMs: ms })) as AccessRecord;
    assert.equal(durationMs, Math.round(ms * 1000) / 1000);
  }
});

test("lines of calls that are alike but for when they came, and of calls that are not, each tell their own", () => {
  const lines = new LineBuffer();
  const written: AccessRecord[] = [];
  const requestIds = ["1".repeat(32), "2".repeat(32), "short", "3".repeat(32)];
  for (const status of [200, 404, 200]) {
    for (const time of [record.time, record.time + 1, record.time + 999, record.time - 60_000, record.time]) {
      for (const requestId of requestIds) written.push({ ...record, time, requestId, status });
    }
  }
  for (const each of written) addAccessLine(lines, each);
  const read = lines.bytes().toString().trimEnd().split("\n");
  assert.deepEqual(
    read.map((line) => JSON.parse(line)),
    written.map((each) => ({ ...each, time: new Date(each.time).toISOString() })),
  );
});

test("lines tell their own however many keys and paths take turns", () => {
  const lines = new LineBuffer();
  const written: AccessRecord[] = [];
  const suffix = "of-one-and-the-same-end";
  for (let round = 0; round < 2; round++) {
    for (let count = 0; count < 10_000; count++) {
      const keyId = count % 3 === 0 ? null : `${count % 7}-${suffix}`;
      written.push({ ...record, keyId, path: `/${(count >> 4) % 500}/${suffix}` });
    }
  }
  for (const each of written) addAccessLine(lines, each);
  const read = lines.bytes().toString().trimEnd().split("\n");
  const isoTime = new Date(record.time).toISOString();
  for (const [index, each] of written.entries()) {
    assert.deepEqual(JSON.parse(read[index] ?? ""), { ...each, time: isoTime });
  }
});
