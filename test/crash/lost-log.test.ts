import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { test } from "node:test";
import { spawnTurnpike } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const full = "/dev/full";

test("a log that cannot be written does not end the server", { skip: !existsSync(full) }, async (t) => {
  const stderr = openSync(full, "w");
  t.after(() => closeSync(stderr));
  const turnpike = await spawnTurnpike(t, temporaryFolder(t), { TURNPIKE_LOG_LEVEL: "info" }, { stderr });
  const sample = await createSample(turnpike.client);
  // Each is a line of the log; the call shows that the signal before it was handled.
  for (let line = 0; line < 3; line++) {
    turnpike.child.kill("SIGHUP");
    assert.equal(verdict(await ask(turnpike.port, sample)), "200");
  }
  assert.equal((await turnpike.kill("SIGTERM")).code, 0);
});

test("a log whose reader has stopped reading holds nothing up", { timeout: 20_000 }, async (t) => {
  const program = `
    const { createLogger } = await import(process.argv[1]);
    // As the program does: it makes a pipe non-blocking.
    process.stderr.on("error", () => {});
    const log = createLogger("info");
    for (let line = 0; line < 3000; line++) log.info({ text: "x".repeat(1000) }, "a line");
    process.exit(0);`;
  const logger = new URL("../../src/observability/logger.ts", import.meta.url).href;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, logger], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  t.after(() => child.kill("SIGKILL"));
  assert.deepEqual(await once(child, "exit"), [0, null]);
});
