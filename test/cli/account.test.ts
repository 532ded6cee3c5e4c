import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { formatAddress } from "../../src/config/setting.ts";
import { runCommand } from "../harness/process.ts";
import { ask, createSample, verdict } from "../harness/sample.ts";
import { rootAccount } from "../harness/sdk.ts";
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

test("a key is changed beside a running server: the new one works at once, the removed one no more", async (t) => {
  const { data, app } = await startTurnpike(t);
  const { appId, secretId: old } = app.rootAccount.key;
  const account = (...args: string[]) => runCommand(t, ["account", ...args, "--data", data]);
  const beside = { TURNPIKE_DATA: data, TURNPIKE_MANAGEMENT: formatAddress(app.management) };
  const tryCall = async (variables: NodeJS.ProcessEnv) => {
    const { stdout } = await runCommand(t, ["call", "DescribeUsagePlansStatus"], { ...beside, ...variables });
    return JSON.parse(stdout).Error?.Code ?? "ok";
  };
  const last = await account("remove-key", old);
  assert.deepEqual(
    [last.code, last.stderr],
    [1, `turnpike: ${old} is the last key of account ${appId}; add another one first\n`],
  );

  const added = await account("add-key", String(appId));
  assert.deepEqual([added.code, printed(added.stdout, "AppId")], [0, String(appId)]);
  const fresh = {
    TURNPIKE_SECRET_ID: printed(added.stdout, "SecretId"),
    TURNPIKE_SECRET_KEY: printed(added.stdout, "SecretKey"),
  };
  assert.deepEqual([await tryCall(fresh), await tryCall({})], ["ok", "ok"]);

  assert.deepEqual(await account("remove-key", old), { code: 0, stdout: "", stderr: "" });
  const removed = { TURNPIKE_SECRET_ID: old, TURNPIKE_SECRET_KEY: app.rootAccount.key.secretKey };
  assert.equal(await tryCall(removed), "AuthFailure.SecretIdNotFound");
  assert.equal(rootAccount(data).secretId, fresh.TURNPIKE_SECRET_ID);
  assert.equal(await tryCall({}), "ok", "the key in the data folder is one that works");

  assert.equal((await account("remove-key", old)).stderr, `turnpike: there is no key ${old}\n`);
  assert.equal((await account("add-key", "1")).stderr, "turnpike: there is no account 1\n");
});

test("call acts for the account whose key they are given", async (t) => {
  const { data, app, addAccount, client } = await startTurnpike(t);
  const account = await addAccount();
  await client({ account }).CreateUsagePlan({ UsagePlanName: "theirs" });
  const { stdout } = await runCommand(t, ["call", "DescribeUsagePlansStatus"], {
    TURNPIKE_DATA: data,
    TURNPIKE_MANAGEMENT: formatAddress(app.management),
    TURNPIKE_SECRET_ID: account.secretId,
    TURNPIKE_SECRET_KEY: account.secretKey,
  });
  assert.equal(JSON.parse(stdout).Result.TotalCount, 1);
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
