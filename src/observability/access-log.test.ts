import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { accessRecord } from "../../test/harness/access-record.ts";
import { AccessLog } from "./access-log.ts";
import type { AccessRecord } from "./access-record.ts";
import { openLogFile } from "./log-file.ts";

const record = accessRecord();

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "access-log-"));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

test("a stop writes everything that waits", async (t) => {
  const path = join(await folder(t), "access.log");
  const log = new AccessLog({ sink: await openLogFile({ path, maxBytes: 1 << 20, keptFiles: 1 }) });
  for (let turn = 0; turn < 1_000; turn++) log.write(record);
  await log.close();
  assert.equal((await readFile(path, "utf8")).split("\n").length, 1_001);
  assert.equal(log.droppedLines, 0);
});

test("a full file is set aside, the oldest is dropped, and no line is torn", async (t) => {
  const directory = await folder(t);
  const path = join(directory, "access.log");
  const log = new AccessLog({ sink: await openLogFile({ path, maxBytes: 3_000, keptFiles: 2 }) });
  for (let turn = 0; turn < 60; turn++) {
    log.write({ ...record, status: turn });
    if (turn % 3 === 2) await log.flush();
  }
  await log.close();
  assert.deepEqual((await readdir(directory)).sort(), ["access.log", "access.log.1", "access.log.2"]);
  const texts = await Promise.all([".2", ".1", ""].map((end) => readFile(path + end, "utf8")));
  const statuses = texts
    .join("")
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as AccessRecord).status);
  assert.equal(statuses.at(-1), 59);
  assert.deepEqual(
    statuses,
    [...statuses].sort((a, b) => a - b),
  );
});

test("a sink that does not keep up costs lines, which are counted, and neither time nor memory", async () => {
  let release = () => {};
  const blocked = new Promise<void>((resolve) => {
    release = resolve;
  });
  let written = "";
  const sink = {
    write: async (lines: Buffer) => {
      await blocked;
      written += lines.toString();
    },
    close: async () => {},
  };
  const log = new AccessLog({ sink, maxWaitingBytes: 10_000 });
  for (let turn = 0; turn < 5_000; turn++) log.write(record);
  assert.ok(log.droppedLines > 4_000);
  const { droppedLines } = log;
  release();
  await log.close();
  assert.equal(written.split("\n").length - 1, 5_000 - droppedLines);
});

test("a sink that fails is reported once, as is its recovery; lines between are counted as lost", async () => {
  const told: string[] = [];
  let written = "";
  let isBroken = true;
  const sink = {
    write: async (lines: Buffer) => {
      if (isBroken) throw new Error("no space left on device");
      written += lines.toString();
    },
    close: async () => {},
  };
  const log = new AccessLog({
    sink,
    onFailure: (error) => told.push(String(error)),
    onRecovery: () => told.push("recovered"),
  });
  const writeOne = async () => {
    log.write(record);
    await log.flush();
  };
  for (let turn = 0; turn < 3; turn++) await writeOne();
  assert.deepEqual(told, ["Error: no space left on device"]);
  assert.deepEqual([log.isFailing, log.droppedLines], [true, 3]);
  isBroken = false;
  for (let turn = 0; turn < 2; turn++) await writeOne();
  assert.deepEqual(told, ["Error: no space left on device", "recovered"]);
  assert.deepEqual([log.isFailing, log.droppedLines], [false, 3]);
  await log.close();
  assert.equal(written.split("\n").length, 3);
});
