import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readFile, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openLogFile } from "./log-file.ts";

async function logPath(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "log-file-"));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, "access.log");
}

const line = (text: string) => Buffer.from(`${text}\n`);

test("the half line a crash has left is dropped, not continued", async (t) => {
  const path = await logPath(t);
  for (const [left, kept] of [
    ["whole\nhal", "whole\n"],
    ["hal", ""],
    ["whole\n", "whole\n"],
  ] as const) {
    await rm(path, { force: true });
    await appendFile(path, left);
    const file = await openLogFile({ path, maxBytes: 1000, keptFiles: 1 });
    await file.write(line("next"));
    await file.close();
    assert.equal(await readFile(path, "utf8"), `${kept}next\n`);
  }
});

test("lines that find room in part are taken back", async (t) => {
  const path = await logPath(t);
  const program = `
    const { openLogFile } = await import(process.argv[1]);
    const file = await openLogFile({ path: process.argv[2], maxBytes: 1e6, keptFiles: 1 });
    await file.write(Buffer.from("first\\n"));
    await file.write(Buffer.from("x".repeat(2000) + "\\n")).then(() => process.exit(1), () => {});
    await file.write(Buffer.from("last\\n"));`;
  // A limit on the size of files has writes end half-way, as a full disk does.
  const limited = ["--fsize=1000", process.execPath, "--input-type=module", "-e", program];
  const module = new URL("log-file.ts", import.meta.url).href;
  const { status, error } = spawnSync("prlimit", [...limited, module, path], { stdio: "inherit" });
  if (error) return t.skip("there is no prlimit here");
  assert.equal(status, 0);
  assert.equal(await readFile(path, "utf8"), "first\nlast\n");
});

test("while no new file can be made, none of the old ones moves", async (t) => {
  const path = await logPath(t);
  const file = await openLogFile({ path, maxBytes: 1, keptFiles: 2 });
  for (const text of ["a", "b", "c"]) await file.write(line(text));
  await mkdir(`${path}.new`);
  for (let attempt = 0; attempt < 3; attempt++) await assert.rejects(file.write(line("lost")));
  const texts = () => Promise.all(["", ".1", ".2"].map((end) => readFile(path + end, "utf8")));
  assert.deepEqual(await texts(), ["c\n", "b\n", "a\n"]);
  await rmdir(`${path}.new`);
  await file.write(line("d"));
  await file.close();
  assert.deepEqual(await texts(), ["d\n", "c\n", "b\n"]);
});
