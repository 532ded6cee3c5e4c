import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { codeOf } from "../control/outcome.ts";
import { spawnTurnpike, type TurnpikeProcess } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";

/** A file system of four megabytes, or null where none may be mounted. */
function smallDisk(t: TestContext): string | null {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-disk-"));
  t.after(() => rmdirSync(folder));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  return folder;
}

function fill(path: string): void {
  for (let bytes = 65_536; bytes > 0; ) {
    try {
      appendFileSync(path, Buffer.alloc(bytes));
    } catch {
      bytes >>= 1;
    }
  }
}

test("with a full disk writes are refused, calls are served, and all works again once there is space", async (t) => {
  const disk = smallDisk(t);
  if (disk === null) return t.skip("a tmpfs cannot be mounted here");
  try {
    await fillAndFree(t, disk);
  } finally {
    execFileSync("umount", ["-l", disk]);
  }
});

async function fillAndFree(t: TestContext, disk: string): Promise<void> {
  const turnpike = await spawnTurnpike(t, disk);
  const { client, port } = turnpike;
  const free = await createSample(client);
  const counted = await createSample(client, { MaxRequestNum: 20 });
  let passed = 0;
  const askCounted = async () => {
    const answer = verdict(await ask(port, counted));
    if (answer === "200") passed++;
    return answer;
  };
  await askCounted();
  fill(join(disk, "ballast"));

  // Some writes still fit into the room the database has.
  let written = 0;
  const create = () =>
    codeOf(client.CreateUsagePlan({ UsagePlanName: "x".repeat(50), UsagePlanDesc: "y".repeat(200) }));
  let code = await create();
  for (; code === "ok" && written < 199; code = await create()) written++;
  assert.match(code, /^InternalError/);
  assert.equal((await client.DescribeUsagePlansStatus({})).Result?.TotalCount, written + 2);
  assert.equal(verdict(await ask(port, free)), "200");
  for (let i = 0; i < 30; i++) await askCounted();
  assert.ok(passed <= 20, `${passed} of 20 passed`);
  while ((await accessLogFailing(turnpike)) !== "1") assert.equal(verdict(await ask(port, free)), "200");

  rmSync(join(disk, "ballast"));
  assert.equal(await create(), "ok");
  while ((await askCounted()) !== "429 API quota exceeded" && passed <= 20) {}
  assert.ok(passed <= 20, `${passed} of 20 passed`);
  while ((await accessLogFailing(turnpike)) !== "0") await ask(port, free);
  const { code: exitCode, stderr } = await turnpike.kill("SIGTERM");
  assert.equal(exitCode, 0);
  const told = stderr.split("\n").filter((line) => line.includes("the access log "));
  const messages = told.map((line) => JSON.parse(line).msg);
  assert.equal(messages[0], "the access log cannot be written, its lines are lost");
  assert.equal(messages.at(-1), "the access log is written again");
  for (const [i, message] of messages.entries()) assert.notEqual(message, messages[i - 1], "only changes are told");
}

async function accessLogFailing({ management }: TurnpikeProcess): Promise<string | undefined> {
  const metrics = await fetch(`http://${formatAddress(management)}/metrics`);
  return /^turnpike_access_log_failing (\d)$/m.exec(await metrics.text())?.[1];
}
