import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";

async function createKey(client: Client): Promise<string> {
  const { Result: key } = await client.CreateApiKey({ SecretName: "test" });
  return present(key?.AccessKeyId);
}

async function createManualKey(client: Client): Promise<string> {
  const pair = { AccessKeyId: "my_key", AccessKeySecret: "0123456789" };
  await client.CreateApiKey({ SecretName: "own", AccessKeyType: "manual", ...pair });
  return pair.AccessKeyId;
}

test("a key is disabled and enabled again, and each change shows in its modification time", async (t) => {
  const client = (await startManagement(t)).client();
  const id = await createKey(client);
  const created = present((await client.DescribeApiKey({ AccessKeyId: id })).Result);
  assert.equal((await client.DisableApiKey({ AccessKeyId: id })).Result, true);
  const disabled = present((await client.DescribeApiKey({ AccessKeyId: id })).Result);
  assert.equal(disabled.Status, 0);
  assert.ok(present(disabled.ModifiedTime) > present(created.ModifiedTime));
  assert.equal((await client.EnableApiKey({ AccessKeyId: id })).Result, true);
  const enabled = present((await client.DescribeApiKey({ AccessKeyId: id })).Result);
  assert.ok(present(enabled.ModifiedTime) > present(disabled.ModifiedTime));
  assert.deepEqual(enabled, { ...created, ModifiedTime: enabled.ModifiedTime });
});

test("a key cannot be put into the state it is in", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  const code = "UnsupportedOperation.UnsupportedUpdateApiKey";
  await refused(client.EnableApiKey({ AccessKeyId }), code, /already enabled/);
  await client.DisableApiKey({ AccessKeyId });
  await refused(client.DisableApiKey({ AccessKeyId }), code, /already disabled/);
});

test("a key in a usage plan can be disabled", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  const { Result: plan } = await client.CreateUsagePlan({ UsagePlanName: "plan" });
  await client.BindSecretIds({ UsagePlanId: present(plan?.UsagePlanId), AccessKeyIds: [AccessKeyId] });
  assert.equal((await client.DisableApiKey({ AccessKeyId })).Result, true);
});

test("replacing an auto key makes a new secret, whatever was sent, and keeps everything else", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  const before = present((await client.DescribeApiKey({ AccessKeyId })).Result);
  const after = present((await client.UpdateApiKey({ AccessKeyId, AccessKeySecret: "sent_along" })).Result);
  assert.match(present(after.AccessKeySecret), /^[A-Za-z0-9]{40}$/);
  assert.notEqual(after.AccessKeySecret, before.AccessKeySecret);
  assert.ok(present(after.ModifiedTime) > present(before.ModifiedTime));
  const { AccessKeySecret, ModifiedTime } = after;
  assert.deepEqual(after, { ...before, AccessKeySecret, ModifiedTime });
  assert.deepEqual((await client.DescribeApiKey({ AccessKeyId })).Result, after);
});

test("replacing a manual key takes the secret sent, which must be well formed", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createManualKey(client);
  await refused(client.UpdateApiKey({ AccessKeyId }), "InvalidParameter.FormatError", /AccessKeySecret/);
  for (const AccessKeySecret of ["too_short", "x".repeat(51), "not a secret"]) {
    await refused(client.UpdateApiKey({ AccessKeyId, AccessKeySecret }), "InvalidParameter.FormatError");
  }
  const { Result: key } = await client.UpdateApiKey({ AccessKeyId, AccessKeySecret: "9876543210" });
  assert.equal(key?.AccessKeySecret, "9876543210");
});

test("a disabled key is not replaced", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  await client.DisableApiKey({ AccessKeyId });
  const before = (await client.DescribeApiKey({ AccessKeyId })).Result;
  await refused(client.UpdateApiKey({ AccessKeyId }), "UnsupportedOperation.UnsupportedUpdateApiKey", /disabled/);
  assert.deepEqual((await client.DescribeApiKey({ AccessKeyId })).Result, before);
});

test("only a disabled key that is in no usage plan is deleted, and its state is looked at first", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  const { Result: plan } = await client.CreateUsagePlan({ UsagePlanName: "plan" });
  const UsagePlanId = present(plan?.UsagePlanId);
  await client.BindSecretIds({ UsagePlanId, AccessKeyIds: [AccessKeyId] });

  await refused(client.DeleteApiKey({ AccessKeyId }), "UnsupportedOperation.InvalidStatus", /enabled/);
  await client.DisableApiKey({ AccessKeyId });
  await refused(client.DeleteApiKey({ AccessKeyId }), "UnsupportedOperation.ResourceIsInUse", new RegExp(UsagePlanId));
  await client.UnBindSecretIds({ UsagePlanId, AccessKeyIds: [AccessKeyId] });
  assert.equal((await client.DeleteApiKey({ AccessKeyId })).Result, true);
  await refused(client.DescribeApiKey({ AccessKeyId }), "ResourceNotFound.InvalidAccessKeyId");
});

test("a deleted manual key frees its id", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createManualKey(client);
  await client.DisableApiKey({ AccessKeyId });
  await client.DeleteApiKey({ AccessKeyId });
  assert.equal(await createManualKey(client), AccessKeyId);
});

test("every action on one key answers for an unknown one, and for one of another account or region", async (t) => {
  const management = await startManagement(t);
  const mine = await createKey(management.client());
  const strangers = [
    management.client({ region: "ap-shanghai" }),
    management.client({ account: await management.addAccount() }),
  ];
  const cases = [[management.client(), "AKIDunknown"], ...strangers.map((client) => [client, mine] as const)] as const;
  for (const [client, AccessKeyId] of cases) {
    const code = "ResourceNotFound.InvalidAccessKeyId";
    await refused(client.DescribeApiKey({ AccessKeyId }), code, new RegExp(AccessKeyId));
    await refused(client.DisableApiKey({ AccessKeyId }), code);
    await refused(client.EnableApiKey({ AccessKeyId }), code);
    await refused(client.UpdateApiKey({ AccessKeyId }), code);
    await refused(client.DeleteApiKey({ AccessKeyId }), code);
  }
  assert.equal((await management.client().DescribeApiKey({ AccessKeyId: mine })).Result?.Status, 1);
});
