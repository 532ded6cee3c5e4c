import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../../test/harness/temporary-folder.ts";
import { freePort, listening, startProcess } from "../processes.ts";
import { type Disturbance, runLoss } from "./run.ts";

const runs: readonly (readonly [Disturbance, boolean, string])[] = [
  ["changes", true, "what they go through is changed, on connections that are kept"],
  ["stop", true, "the process is told to stop, on connections that were there"],
];

for (const [disturbance, isKept, title] of runs) {
  test(`no call is lost while ${title}`, async (t) => {
    const backendPort = await freePort();
    const backend = startProcess(process.execPath, [
      join(import.meta.dirname, "..", "backend.ts"),
      String(backendPort),
    ]);
    t.after(() => backend.stop());
    await listening(backend, backendPort);
    const { passed, failures, disturbances, exitCode } = await runLoss({
      ...{ folder: mkdtempSync(join(temporaryFolder(t), "run-")), backendPort, disturbance, isKept },
      ...{ calls: 3_000, callers: 20, threads: 2, changesPerSecond: 100 },
    });
    assert.deepEqual([...failures], []);
    assert.ok(passed > 0 && disturbances > 0);
    assert.equal(exitCode, 0);
  });
}
