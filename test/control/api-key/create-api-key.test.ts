import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { codeOf, present, refused } from "../outcome.ts";

test("an auto key is made with a pair of its own, enabled, whatever pair was sent along", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const sent = { AccessKeyId: "chosen_id", AccessKeySecret: "no" };
  const key = present((await client.CreateApiKey({ SecretName: "test", AccessKeyType: "auto", ...sent })).Result);
  assert.match(present(key.AccessKeyId), /^AKID[A-Za-z0-9]{36}$/);
  assert.match(present(key.AccessKeySecret), /^[A-Za-z0-9]{40}$/);
  assert.equal(key.SecretName, "test");
  assert.equal(key.AccessKeyType, "auto");
  assert.equal(key.Status, 1);
  assert.equal(key.CreatedTime, new Date(management.now()).toISOString().replace(/\.\d+Z$/, "Z"));
  assert.equal(key.ModifiedTime, key.CreatedTime);
  assert.deepEqual((await client.DescribeApiKey({ AccessKeyId: present(key.AccessKeyId) })).Result, key);
});

test("the type is auto unless given", async (t) => {
  const client = (await startManagement(t)).client();
  assert.equal((await client.CreateApiKey({ SecretName: "test" })).Result?.AccessKeyType, "auto");
});

test("a manual key keeps the pair its owner chose", async (t) => {
  const client = (await startManagement(t)).client();
  const pair = { AccessKeyId: "my_key-1", AccessKeySecret: "0123456789" };
  const { Result: key } = await client.CreateApiKey({ SecretName: "own", AccessKeyType: "manual", ...pair });
  assert.equal(key?.AccessKeyId, pair.AccessKeyId);
  assert.equal(key?.AccessKeySecret, pair.AccessKeySecret);
  assert.equal(key?.AccessKeyType, "manual");
});

test("a manual key without a well-formed pair is refused", async (t) => {
  const client = (await startManagement(t)).client();
  const id = "my_key";
  const secret = "0123456789";
  const create = (pair: { AccessKeyId?: string; AccessKeySecret?: string }) =>
    client.CreateApiKey({ SecretName: "own", AccessKeyType: "manual", ...pair });
  await refused(create({}), "InvalidParameter.FormatError", /AccessKeyId/);
  await refused(create({ AccessKeySecret: secret }), "InvalidParameter.FormatError", /AccessKeyId/);
  await refused(create({ AccessKeyId: id }), "InvalidParameter.FormatError", /AccessKeySecret/);
  await refused(
    create({ AccessKeyId: "abcd", AccessKeySecret: secret }),
    "InvalidParameter.FormatError",
    /AccessKeyId/,
  );
  await refused(create({ AccessKeyId: "my key", AccessKeySecret: secret }), "InvalidParameter.FormatError");
  await refused(create({ AccessKeyId: id, AccessKeySecret: "012345678" }), "InvalidParameter.FormatError");
  assert.equal((await client.DescribeApiKeysStatus({})).Result?.TotalCount, 0);
});

test("names and types outside what is published are refused", async (t) => {
  const client = (await startManagement(t)).client();
  await refused(client.CreateApiKey({ SecretName: "x".repeat(51) }), "InvalidParameter.FormatError");
  await refused(client.CreateApiKey({ SecretName: "x", AccessKeyType: "other" }), "InvalidParameter.FormatError");
  assert.equal(await codeOf(client.request("CreateApiKey", {})), "MissingParameter");
});

test("the id of a manual key is taken for every account and region", async (t) => {
  const management = await startManagement(t);
  const stranger = management.client({ account: await management.addAccount() });
  const pair = { AccessKeyType: "manual", AccessKeyId: "my_key", AccessKeySecret: "0123456789" };
  await management.client().CreateApiKey({ SecretName: "first", ...pair });
  for (const client of [management.client(), management.client({ region: "ap-shanghai" }), stranger]) {
    await refused(client.CreateApiKey({ SecretName: "second", ...pair }), "FailedOperation.AccessKeyExist", /my_key/);
  }
});

test("keys beyond the quota of the account and region are refused", async (t) => {
  const management = await startManagement(t, { quotas: { apiKeys: 2 } });
  const client = management.client();
  for (const SecretName of ["one", "two"]) await client.CreateApiKey({ SecretName });
  await refused(client.CreateApiKey({ SecretName: "three" }), "LimitExceeded.ApiKeyCountLimitExceeded", /2/);
  await management.client({ region: "ap-shanghai" }).CreateApiKey({ SecretName: "elsewhere" });
  await management.client({ account: await management.addAccount() }).CreateApiKey({ SecretName: "someone else's" });
});

test("tags given are read back, and left out where there are none", async (t) => {
  const client = (await startManagement(t)).client();
  const Tags = [{ Key: "team", Value: "a" }];
  assert.deepEqual((await client.CreateApiKey({ SecretName: "tagged", Tags })).Result?.Tags, Tags);
  const { Result: plain } = await client.CreateApiKey({ SecretName: "plain" });
  assert.equal("Tags" in present(plain), false);
});
