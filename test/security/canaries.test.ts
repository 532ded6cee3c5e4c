import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createAccount } from "../../src/control/accounts.ts";
import { rootAccountFile } from "../../src/control/root-account.ts";
import { openDataFolder } from "../../src/store/data-folder.ts";
import { createApi, httpApi, release } from "../control/resources.ts";
import { call } from "../gateway/running.ts";
import { spawnTurnpike, type TurnpikeProcess } from "../harness/process.ts";
import { ask, createSample, type Sample } from "../harness/sample.ts";
import { type Client, sdkClient } from "../harness/sdk.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const masterKey = randomBytes(32);
const root = { secretId: "AKIDroot", secretKey: `canary_root_${randomBytes(8).toString("hex")}` };
const manual = "canary_manual_0123456789";
const replaced = "canary_replaced_0123456789";
const inQuery = "canary_in_a_query";
/** Tried in calls that fail: what a caller sends by mistake is a secret too. */
const mistyped = "canary_mistyped_0123456789";

test("no secret is in the database, the logs, the errors or the metrics, whatever goes wrong", async (t) => {
  const data = temporaryFolder(t);
  const variables = {
    TURNPIKE_MASTER_KEY: masterKey.toString("hex"),
    TURNPIKE_ROOT_SECRET_ID: root.secretId,
    TURNPIKE_ROOT_SECRET_KEY: root.secretKey,
    TURNPIKE_LOG_LEVEL: "debug",
  };
  const turnpike = await spawnTurnpike(t, data, variables);
  // A first start prints the account it made, once.
  const welcome = turnpike.stdout();
  const { client, port } = turnpike;
  const store = await openDataFolder({ folder: data, masterKey: variables.TURNPIKE_MASTER_KEY });
  const account = await createAccount(store, { name: "second", appId: null, now: Date.now() });
  await store.close();

  const sample = await createSample(client, { MaxRequestNum: 3 });
  const key = { SecretName: "manual", AccessKeyType: "manual", AccessKeyId: "manual_key", AccessKeySecret: manual };
  await client.CreateApiKey(key);
  const secrets = new Map([
    ["the master key in hex", masterKey.toString("hex")],
    ["the master key in base64", masterKey.toString("base64")],
    ["the root account's secret", root.secretKey],
    ["the second account's secret", account.secretKey],
    ["a generated secret", sample.key.secret],
    ["a manual secret", manual],
    ["a replaced secret", replaced],
    ["a mistyped secret", mistyped],
    ["a query", inQuery],
  ]);
  const answers = [
    ...(await failManagement(turnpike, client, key)),
    ...(await failCalls(port, client, sample)),
    ...(await probe(turnpike)),
  ];
  assert.ok(answers.length > 20);

  const search = (where: string, bytes: Buffer | string) => {
    for (const [what, secret] of secrets) assert.ok(!bytes.includes(secret), `${what} is in ${where}`);
  };
  // The files as they are while the program runs, and as it leaves them.
  searchFolder(data, search);
  const { code, stdout, stderr } = await turnpike.kill("SIGTERM");
  assert.equal(code, 0);
  searchFolder(data, search);
  search("standard error", stderr);
  search("standard output", stdout.slice(welcome.length));
  for (const answer of answers) search(`the answer ${answer}`, answer);

  const again = await spawnTurnpike(t, data, variables);
  search("standard output of the second start", again.stdout());
});

function searchFolder(data: string, search: (where: string, bytes: Buffer) => void): void {
  const files = readdirSync(data).filter((name) => name !== rootAccountFile);
  assert.ok(files.includes("turnpike.db") && files.includes("access.log"));
  for (const file of files) search(file, readFileSync(join(data, file)));
  assert.equal(statSync(join(data, rootAccountFile)).mode & 0o077, 0, "others may read the root account");
  assert.equal(statSync(join(data, "turnpike.db")).mode & 0o077, 0, "others may read the database");
}

/** Management calls that fail; gives what they were told. */
async function failManagement(
  { management }: TurnpikeProcess,
  client: Client,
  key: Parameters<Client["CreateApiKey"]>[0],
): Promise<string[]> {
  const update = { AccessKeyId: "manual_key" };
  await client.UpdateApiKey({ ...update, AccessKeySecret: replaced });
  const wrong = sdkClient(management, { ...root, secretKey: mistyped });
  const unknown = sdkClient(management, { secretId: mistyped, secretKey: mistyped });
  const attempts: readonly (() => Promise<unknown>)[] = [
    () => client.CreateApiKey(key),
    () => client.CreateApiKey({ ...key, AccessKeyId: "!", AccessKeySecret: mistyped }),
    () => client.CreateApiKey({ ...key, AccessKeyId: "other", AccessKeySecret: `${mistyped} not valid` }),
    () => client.CreateApiKey({ ...key, AccessKeyId: "other", AccessKeySecret: mistyped.repeat(10) }),
    () => client.UpdateApiKey({ ...update, AccessKeySecret: `${mistyped} not valid` }),
    () => client.UpdateApiKey({ AccessKeyId: "nobody", AccessKeySecret: mistyped }),
    () => client.request("UpdateApiKey", { ...update, AccessKeySecret: [mistyped] }),
    () => client.request("UpdateApiKey", { ...update, AccessKeySecret: { [mistyped]: 1 } }),
    () => wrong.DescribeApiKeysStatus({}),
    () =>
      unknown.DescribeApiKeysStatus({}).catch((error: Error) => {
        // The SecretId a caller names is told back to him: it is not the secret half.
        throw new Error(error.message.replaceAll(mistyped, ""));
      }),
  ];
  const told: string[] = [];
  for (const attempt of attempts) {
    await assert.rejects(
      attempt,
      (error: Error & { code?: string }) => told.push(`${error.code} ${error.message}`) > 0,
    );
  }
  return told;
}

/** Gateway calls that fail at every stage; gives their answers. */
async function failCalls(port: number, client: Client, sample: Sample): Promise<string[]> {
  const nobody = httpApi(sample.serviceId, {
    AuthType: "SECRET",
    RequestConfig: { Path: "/broken", Method: "ANY" },
    ServiceConfig: { Url: "http://127.0.0.1:1", Path: "/", Method: "GET" },
  });
  await createApi(client, nobody);
  await release(client, sample.serviceId);
  const { host, key } = sample;
  const date: [string, string] = ["X-Date", new Date().toUTCString()];
  const path = `/release/api?token=${inQuery}`;
  const replies = [
    await ask(port, sample, { path }),
    await ask(port, sample, { path: `/release/broken?token=${inQuery}` }),
    await ask(port, sample, { path: `/release/../api?token=${inQuery}` }),
    await ask(port, sample, { path: `/nowhere?token=${inQuery}` }),
    await ask(port, sample, { path, key: null }),
    await ask(port, sample, { path, key: { ...key, secret: mistyped } }),
    await call(port, path, { host: "unknown.host" }),
    await call(port, path, { host, headers: [["Authorization", mistyped]] }),
    await call(port, path, { host, headers: [["Authorization", `hmac id="${key.id}", secret="${mistyped}"`]] }),
    await call(port, path, { host, headers: [date, ["Authorization", `Basic ${mistyped}`]] }),
    await call(port, path, {
      host,
      headers: [
        ["Cookie", mistyped],
        ["X-Secret", mistyped],
      ],
    }),
    // More than the plan's quota.
    ...(await Promise.all(Array.from({ length: 4 }, () => ask(port, sample, { path })))),
  ];
  assert.ok(replies.some(({ status }) => status === 502) && replies.some(({ status }) => status === 429));
  return replies.map(({ rawHeaders, body }) => `${rawHeaders.join("\n")}\n${body}`);
}

async function probe({ management }: TurnpikeProcess): Promise<string[]> {
  const paths = ["/metrics", "/healthz", "/readyz", "/", "/v2/index.php"];
  return Promise.all(
    paths.map(async (path) => (await fetch(`http://127.0.0.1:${management.port}${path}?SecretKey=${mistyped}`)).text()),
  );
}
