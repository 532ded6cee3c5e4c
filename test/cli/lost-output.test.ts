import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../gateway/running.ts";
import { spawnTurnpike, startCommand } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

test("a command whose reader is gone ends quietly", async (t) => {
  for (const args of [["settings"], ["--help"]]) {
    const { child, ended } = startCommand(t, args);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
  }
});

test("a server whose reader is gone goes on serving", async (t) => {
  const turnpike = await spawnTurnpike(t, temporaryFolder(t), { TURNPIKE_ACCESS_LOG: "stdout" });
  const sample = await createSample(turnpike.client);
  turnpike.child.stdout?.destroy();
  assert.equal(verdict(await ask(turnpike.port, sample)), "200");
  await until(() => turnpike.stderr().includes("the access log cannot be written"), "the loss is logged");
  assert.equal(verdict(await ask(turnpike.port, sample)), "200");
  assert.equal((await turnpike.kill("SIGTERM")).code, 0);
});
