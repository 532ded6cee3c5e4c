import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCommand } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { startTurnpike } from "../harness/turnpike.ts";

function printed(stdout: string, name: string): string {
  return new RegExp(`^${name} +(\\S+)$`, "m").exec(stdout)?.[1] ?? "";
}

test("an account added beside a running server works at once", async (t) => {
  const { data, port, client, app } = await startTurnpike(t);
  const added = await runCommand(t, ["account", "add", "team b", "--data", data, "--app-id", "1300000001"]);
  assert.deepEqual([added.code, added.stderr], [0, ""]);
  assert.equal(printed(added.stdout, "AppId"), "1300000001");
  const secretId = printed(added.stdout, "SecretId");
  const secretKey = printed(added.stdout, "SecretKey");
  const sample = await createSample(client({ account: { secretId, secretKey } }));
  assert.match(sample.host, /-1300000001\./);
  assert.equal(verdict(await ask(port, sample)), "200");

  const listed = await runCommand(t, ["account", "list", "--data", data]);
  assert.equal(listed.code, 0);
  assert.ok(listed.stdout.includes(`1300000001  ${secretId}  team b\n`));
  assert.ok(listed.stdout.includes(`${app.rootAccount.key.appId}  ${app.rootAccount.key.secretId}  root\n`));
  for (const secret of [secretKey, app.rootAccount.key.secretKey]) assert.ok(!listed.stdout.includes(secret));

  const again = await runCommand(t, ["account", "add", "other", "--data", data, "--app-id", "1300000001"]);
  assert.deepEqual([again.code, again.stderr], [1, "turnpike: there is an account 1300000001 already\n"]);
});

test("a mistyped data folder is not made", async (t) => {
  const missing = join(temporaryFolder(t), "typo");
  for (const args of [["list"], ["add", "x"]]) {
    const { code, stderr } = await runCommand(t, ["account", ...args, "--data", missing]);
    assert.match(stderr, /^turnpike: \S+typo holds no data of Turnpike; name the data folder with --data\n$/);
    assert.equal(code, 1);
  }
  assert.equal(existsSync(missing), false);
});
