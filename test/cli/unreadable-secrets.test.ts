import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type TestContext, test } from "node:test";
import { createDoc, createReleased, readDetail, readDocument } from "../control/api-doc/resources.ts";
import { present, refused } from "../control/outcome.ts";
import { runCommand, spawnTurnpike } from "../harness/process.ts";
import { addAccount, rootAccount, sdkClient } from "../harness/sdk.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { startTurnpike } from "../harness/turnpike.ts";

/*
 * A secret that was changed by a fault of the disk or by somebody's hand costs its own record, and the operator is told.
 */

/** Changes the sealed secret of a record, so that nobody can open it. */
function damage(data: string, table: string, column: string, where: string): void {
  const database = new DatabaseSync(join(data, "turnpike.db"));
  const { changes } = database.prepare(`update ${table} set ${column} = 'AAAA' || ${column} where ${where}`).run();
  database.close();
  assert.equal(changes, 1);
}

/** The records that the log says cannot be decrypted. */
function told(stderr: string): string[] {
  const lines = stderr.split("\n").filter((line) => line.includes("a secret cannot be decrypted"));
  return lines.map((line) => JSON.parse(line).record);
}

async function stoppedFolder(t: TestContext): Promise<string> {
  const data = temporaryFolder(t);
  await (await spawnTurnpike(t, data)).kill("SIGTERM");
  return data;
}

test("a document whose password cannot be decrypted is closed, all else about it and other documents work", async (t) => {
  const { app, data, client: clientOf } = await startTurnpike(t);
  const client = clientOf();
  const { port } = app.management;
  const { ServiceId, ApiIds } = await createReleased(client);
  const lost = await createDoc(client, ServiceId, ApiIds, "Lost");
  const kept = await createDoc(client, ServiceId, ApiIds, "Kept");
  const former = present((await readDetail(client, lost)).SharePassword);
  damage(data, "api_docs", "sealed_password", `id = '${lost}'`);

  assert.equal((await client.DescribeAPIDocs({})).Result?.TotalCount, 2);
  assert.equal((await readDetail(client, lost)).SharePassword, "");
  for (const password of [former, ""]) assert.equal((await readDocument(port, lost, password)).status, 401);
  assert.equal((await readDocument(port, kept, (await readDetail(client, kept)).SharePassword)).status, 200);
  assert.equal((await client.BuildAPIDoc({ ApiDocId: lost })).Result, true);

  await client.ResetAPIDocPassword({ ApiDocId: lost });
  assert.equal((await readDocument(port, lost, (await readDetail(client, lost)).SharePassword)).status, 200);
});

test("a management key that cannot be decrypted is named, refused and can be removed; other keys work", async (t) => {
  const data = await stoppedFolder(t);
  const other = await addAccount(data);
  damage(data, "management_keys", "sealed_secret", `secret_id = '${other.secretId}'`);
  const turnpike = await spawnTurnpike(t, data);
  await refused(sdkClient(turnpike.management, other).DescribeApiKeysStatus({}), "InternalError");
  await turnpike.client.DescribeApiKeysStatus({});

  const account = (...args: string[]) => runCommand(t, ["account", ...args, "--data", data]);
  assert.match((await account("list")).stdout, new RegExp(`${other.secretId} \\(cannot be decrypted\\)`));
  assert.match((await account("remove-key", other.secretId)).stderr, /is the last key of account/);
  assert.equal((await account("add-key", String(other.appId))).code, 0);
  assert.equal((await account("remove-key", other.secretId)).code, 0);
  await refused(sdkClient(turnpike.management, other).DescribeApiKeysStatus({}), "AuthFailure.SecretIdNotFound");
  const { stderr } = await turnpike.kill("SIGTERM");
  assert.deepEqual(told(stderr), [`management key ${other.secretId}`]);
});

test("a root account whose only key cannot be decrypted gets another, which is put into its file", async (t) => {
  const data = await stoppedFolder(t);
  const lost = rootAccount(data);
  damage(data, "management_keys", "sealed_secret", `secret_id = '${lost.secretId}'`);
  const turnpike = await spawnTurnpike(t, data);
  const fresh = rootAccount(data);
  assert.equal(fresh.appId, lost.appId);
  assert.notEqual(fresh.secretId, lost.secretId);
  await turnpike.client.DescribeApiKeysStatus({});
  assert.deepEqual(told((await turnpike.kill("SIGTERM")).stderr), [`management key ${lost.secretId}`]);

  const variables = { TURNPIKE_ROOT_SECRET_ID: lost.secretId, TURNPIKE_ROOT_SECRET_KEY: lost.secretKey };
  const given = await spawnTurnpike(t, data, variables);
  await sdkClient(given.management, lost).DescribeApiKeysStatus({});
  assert.deepEqual(told((await given.kill("SIGTERM")).stderr), [], "giving it in the variables puts it right");
});
