import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

test("the generated contract and reference pages are what their sources say", () => {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, "generate.ts"), "--check"], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
});
