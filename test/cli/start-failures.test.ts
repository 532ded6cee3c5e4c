import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { startBackend } from "../gateway/running.ts";
import { runCommand, spawnTurnpike } from "../harness/process.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { testEnvironment } from "../harness/turnpike.ts";

/** Fails unless `turnpike up` ends with 1 and says why in one line. */
async function refusesToStart(
  t: TestContext,
  data: string,
  told: RegExp,
  variables: NodeJS.ProcessEnv = {},
): Promise<void> {
  const run = await runCommand(t, ["up", "--data", data], { ...testEnvironment, ...variables });
  assert.match(run.stderr, told);
  assert.match(run.stderr, /^turnpike: [^\n]+\n$/);
  assert.deepEqual([run.code, run.stdout], [1, ""]);
}

/** A data folder that has served. */
async function usedFolder(t: TestContext): Promise<string> {
  const data = temporaryFolder(t);
  const { code } = await (await spawnTurnpike(t, data)).kill("SIGTERM");
  assert.equal(code, 0);
  return data;
}

test("a port in use is named, and the data folder is free again afterwards", async (t) => {
  const data = temporaryFolder(t);
  const taken = `127.0.0.1:${await startBackend(t, () => {})}`;
  const told = new RegExp(`cannot listen on ${taken}: another program listens there`);
  await refusesToStart(t, data, told, { TURNPIKE_GATEWAY: taken });
  await refusesToStart(t, data, told, { TURNPIKE_MANAGEMENT: taken });
  await refusesToStart(t, data, /cannot listen on no\.such\.invalid: there is no such host/, {
    TURNPIKE_GATEWAY: "no.such.invalid:0",
  });
  // The first of them has made the root account and could not show it.
  const { stdout } = await spawnTurnpike(t, data);
  const [, file = ""] = /^account +(\S+)$/m.exec(stdout()) ?? [];
  assert.match(JSON.parse(readFileSync(file, "utf8")).SecretId, /^AKID/);
});

test("a second start on the same data folder is refused while the first runs", async (t) => {
  const data = temporaryFolder(t);
  const first = await spawnTurnpike(t, data);
  await refusesToStart(t, data, new RegExp(`another process \\(pid ${first.child.pid}\\) is running on`));
  assert.equal(first.child.exitCode, null);
  await first.kill("SIGKILL");
  await spawnTurnpike(t, data);
});

test("a data folder that cannot be one is named", async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, "file");
  writeFileSync(file, "");
  await refusesToStart(t, file, /the data folder \S+\/file cannot be created: there is a file of that name/);
  await refusesToStart(t, join(file, "below"), /cannot be created: a part of the path is not a folder/);
  mkdirSync(join(folder, "log", "access.log"), { recursive: true });
  await refusesToStart(t, join(folder, "log"), /cannot use \S+\/access\.log: it is a folder/);
});

test("a data folder of another user is refused", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root can start a process as another user");
  const data = await usedFolder(t);
  const nobody = 65_534;
  const { code, stderr } = await runCommand(t, ["up", "--data", data], testEnvironment, { uid: nobody });
  assert.match(stderr, /^turnpike: [^\n]*data folder[^\n]*\n$/);
  assert.equal(code, 1);
});

test("a damaged database stops the start, whatever the damage", async (t) => {
  const garbage = await usedFolder(t);
  writeFileSync(join(garbage, "turnpike.db"), randomBytes(50_000));
  await refusesToStart(t, garbage, /turnpike\.db: the file is not a database/);

  const overwritten = await usedFolder(t);
  overwrite(join(overwritten, "turnpike.db"));
  await refusesToStart(t, overwritten, /turnpike\.db: the database file is damaged/);

  const cut = await usedFolder(t);
  const path = join(cut, "turnpike.db");
  truncateSync(path, statSync(path).size >> 1);
  await refusesToStart(t, cut, /turnpike\.db: the database file is damaged/);
});

test("without the right master key nothing starts", async (t) => {
  const data = await usedFolder(t);
  await refusesToStart(t, data, /sealed with another master key: give the right one in TURNPIKE_MASTER_KEY/, {
    TURNPIKE_MASTER_KEY: randomBytes(32).toString("hex"),
  });
  await refusesToStart(t, data, /TURNPIKE_MASTER_KEY must hold a key of 32 bytes/, { TURNPIKE_MASTER_KEY: "short" });
  const file = join(data, "master.key");
  const key = readFileSync(file);
  rmSync(file);
  await refusesToStart(t, data, /the master key \S+\/master\.key is gone.*put the file back from a backup/);
  writeFileSync(file, "garbage");
  await refusesToStart(t, data, /master\.key must hold a key of 32 bytes/);
  writeFileSync(file, key);
  await spawnTurnpike(t, data);
});

test("a root key that belongs to somebody else is refused", async (t) => {
  const data = temporaryFolder(t);
  const root = { TURNPIKE_ROOT_SECRET_ID: "AKIDroot", TURNPIKE_ROOT_SECRET_KEY: "first" };
  await (await spawnTurnpike(t, data, root)).kill("SIGTERM");
  await refusesToStart(t, data, /TURNPIKE_ROOT_SECRET_ID is already in use/, {
    ...root,
    TURNPIKE_ROOT_SECRET_KEY: "second",
  });
});

test("the root account's number cannot be changed by the variable that gave it", async (t) => {
  const data = temporaryFolder(t);
  const root = { TURNPIKE_ROOT_APP_ID: "1300000001" };
  await (await spawnTurnpike(t, data, root)).kill("SIGTERM");
  await refusesToStart(t, data, /TURNPIKE_ROOT_APP_ID is 1300000002, but the root account .* is 1300000001/, {
    TURNPIKE_ROOT_APP_ID: "1300000002",
  });
  await spawnTurnpike(t, data, root);
});

/** Leaves the first page alone, which holds the header and the schema. */
function overwrite(path: string): void {
  const file = openSync(path, "r+");
  for (let offset = 8192; offset < statSync(path).size; offset += 4096)
    writeSync(file, randomBytes(512), 0, 512, offset);
  closeSync(file);
}
