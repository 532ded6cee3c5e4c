import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { createDoc, createReleased, readDetail, readDocument } from "../control/api-doc/resources.ts";
import { codeOf } from "../control/outcome.ts";
import { spawnTurnpike, type TurnpikeProcess } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** Takes the room of a running program, and gives it back. */
interface Room {
  take(turnpike: TurnpikeProcess): void;
  giveBack(turnpike: TurnpikeProcess): void;
}

test("with a full disk writes are refused, calls are served, and all works again once there is space", async (t) => {
  const disk = smallDisk(t);
  if (disk === null) return t.skip("a tmpfs cannot be mounted here");
  const ballast = join(disk, "ballast");
  try {
    await takeAndGiveBack(t, disk, { take: () => fill(ballast), giveBack: () => rmSync(ballast) });
  } finally {
    execFileSync("umount", ["-l", disk]);
  }
});

test("where files may not grow, all goes as with a full disk", async (t) => {
  const limit = ({ child }: TurnpikeProcess, bytes: string) =>
    execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${bytes}:unlimited`], { stdio: "ignore" });
  try {
    execFileSync("prlimit", ["--version"], { stdio: "ignore" });
  } catch {
    return t.skip("there is no prlimit here");
  }
  await takeAndGiveBack(t, temporaryFolder(t), {
    take: (turnpike) => limit(turnpike, "1"),
    giveBack: (turnpike) => limit(turnpike, "unlimited"),
  });
});

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

async function takeAndGiveBack(t: TestContext, data: string, room: Room): Promise<void> {
  const turnpike = await spawnTurnpike(t, data);
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
  const { ServiceId, ApiIds } = await createReleased(client);
  const ApiDocId = await createDoc(client, ServiceId, ApiIds);
  const readPage = async () => {
    const { SharePassword } = await readDetail(client, ApiDocId);
    return (await readDocument(turnpike.management.port, ApiDocId, SharePassword)).status;
  };
  room.take(turnpike);

  // Some writes still fit into the room the database has.
  let written = 0;
  const create = () =>
    codeOf(client.CreateUsagePlan({ UsagePlanName: "x".repeat(50), UsagePlanDesc: "y".repeat(200) }));
  let code = await create();
  for (; code === "ok" && written < 199; code = await create()) written++;
  assert.match(code, /^InternalError/);
  assert.match(await codeOf(client.BuildAPIDoc({ ApiDocId })), /^InternalError/);
  assert.equal(await readPage(), 200, "whether or not the view can be counted");
  assert.equal((await client.DescribeUsagePlansStatus({})).Result?.TotalCount, written + 2);
  assert.equal(verdict(await ask(port, free)), "200");
  for (let i = 0; i < 30; i++) await askCounted();
  assert.ok(passed <= 20, `${passed} of 20 passed`);
  while ((await accessLogFailing(turnpike)) !== "1") assert.equal(verdict(await ask(port, free)), "200");

  room.giveBack(turnpike);
  assert.equal(await create(), "ok");
  assert.equal(await codeOf(client.BuildAPIDoc({ ApiDocId })), "ok");
  assert.equal(await readPage(), 200);
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
  const logged = readFileSync(join(data, "access.log"), "utf8").trimEnd().split("\n");
  for (const line of logged) assert.doesNotThrow(() => JSON.parse(line), line);
}

async function accessLogFailing({ management }: TurnpikeProcess): Promise<string | undefined> {
  const metrics = await fetch(`http://${formatAddress(management)}/metrics`);
  return /^turnpike_access_log_failing (\d)$/m.exec(await metrics.text())?.[1];
}
