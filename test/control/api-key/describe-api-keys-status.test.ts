import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";

async function createKeys(client: Client, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const SecretName of names) {
    ids.set(SecretName, present((await client.CreateApiKey({ SecretName })).Result?.AccessKeyId));
  }
  return ids;
}

async function namesOf(client: Client, filters: readonly (readonly [string, ...string[]])[]): Promise<string[]> {
  const Filters = filters.map(([Name, ...Values]) => ({ Name, Values }));
  const result = present((await client.DescribeApiKeysStatus({ Filters })).Result);
  const names = present(result.ApiKeySet).map((key) => present(key.SecretName));
  assert.equal(result.TotalCount, names.length);
  return names;
}

test("keys are listed newest first, page by page, with the count of all", async (t) => {
  const client = (await startManagement(t)).client();
  await createKeys(client, ["a", "b", "c", "d", "e"]);
  const page = async (Limit?: number, Offset?: number) => {
    const { Result } = await client.DescribeApiKeysStatus({
      ...(Limit === undefined ? {} : { Limit }),
      ...(Offset === undefined ? {} : { Offset }),
    });
    assert.equal(Result?.TotalCount, 5);
    return present(Result?.ApiKeySet).map((key) => key.SecretName);
  };
  assert.deepEqual(await page(), ["e", "d", "c", "b", "a"]);
  assert.deepEqual(await page(2), ["e", "d"]);
  assert.deepEqual(await page(2, 2), ["c", "b"]);
  assert.deepEqual(await page(2, 4), ["a"]);
  assert.deepEqual(await page(2, 9), []);
  assert.deepEqual(await page(0), [], "a limit of 0 asks for the count only");
  for (const beyond of [{ Limit: 101 }, { Limit: -1 }, { Offset: -1 }]) {
    await assert.rejects(client.DescribeApiKeysStatus(beyond));
  }
});

test("list items show the secret in clear", async (t) => {
  const client = (await startManagement(t)).client();
  const { Result: key } = await client.CreateApiKey({ SecretName: "test" });
  assert.deepEqual((await client.DescribeApiKeysStatus({})).Result?.ApiKeySet, [key]);
});

test("filters narrow the list: all of them hold, each by any of its values", async (t) => {
  const client = (await startManagement(t)).client();
  const ids = await createKeys(client, ["alpha", "beta", "alphabet", "gamma"]);
  const id = (name: string) => present(ids.get(name));
  await client.DisableApiKey({ AccessKeyId: id("gamma") });
  const { Result: plan } = await client.CreateUsagePlan({ UsagePlanName: "plan" });
  const planId = present(plan?.UsagePlanId);
  await client.BindSecretIds({ UsagePlanId: planId, AccessKeyIds: [id("alpha"), id("beta")] });
  const secret = present((await client.DescribeApiKey({ AccessKeyId: id("beta") })).Result?.AccessKeySecret);

  assert.deepEqual(await namesOf(client, [["AccessKeyId", id("beta")]]), ["beta"]);
  assert.deepEqual(await namesOf(client, [["AccessKeyId", id("beta"), id("gamma"), "AKIDnone"]]), ["gamma", "beta"]);
  assert.deepEqual(await namesOf(client, [["AccessKeyId", id("beta").slice(0, -1)]]), []);
  assert.deepEqual(await namesOf(client, [["AccessKeySecret", secret]]), ["beta"]);
  assert.deepEqual(await namesOf(client, [["SecretName", "alpha"]]), ["alphabet", "alpha"]);
  assert.deepEqual(await namesOf(client, [["SecretName", "ALPHA"]]), []);
  assert.deepEqual(await namesOf(client, [["Status", "0"]]), ["gamma"]);
  assert.deepEqual(await namesOf(client, [["Status", "1"]]), ["alphabet", "beta", "alpha"]);
  assert.deepEqual(await namesOf(client, [["Status", "0", "1"]]), ["gamma", "alphabet", "beta", "alpha"]);
  assert.deepEqual(await namesOf(client, [["NotUsagePlanId", planId]]), ["gamma", "alphabet"]);
  assert.deepEqual(await namesOf(client, [["KeyWord", "BET"]]), ["alphabet", "beta"]);
  assert.deepEqual(await namesOf(client, [["KeyWord", id("gamma").toLowerCase()]]), ["gamma"]);
  const both = await namesOf(client, [
    ["SecretName", "alpha"],
    ["NotUsagePlanId", planId],
  ]);
  assert.deepEqual(both, ["alphabet"]);
  assert.deepEqual(await namesOf(client, [["SecretName"]]), ["gamma", "alphabet", "beta", "alpha"]);
});

test("unknown filters and states are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const list = (Name: string, ...Values: string[]) => client.DescribeApiKeysStatus({ Filters: [{ Name, Values }] });
  await refused(list("Colour", "red"), "InvalidParameterValue.InvalidFilterNotSupportedName", /Colour/);
  await refused(list("status", "1"), "InvalidParameterValue.InvalidFilterNotSupportedName");
  await refused(list("Status", "2"), "InvalidParameterValue", /Status/);
});

test("a lookup that matches nothing is an empty list", async (t) => {
  const client = (await startManagement(t)).client();
  const { Result } = await client.DescribeApiKeysStatus({ Filters: [{ Name: "AccessKeyId", Values: ["AKIDnone"] }] });
  assert.deepEqual(Result, { TotalCount: 0, ApiKeySet: [] });
});

test("keys of other accounts and regions are not listed", async (t) => {
  const management = await startManagement(t);
  await createKeys(management.client(), ["mine"]);
  const elsewhere = management.client({ region: "ap-shanghai" });
  const stranger = management.client({ account: await management.addAccount() });
  for (const client of [elsewhere, stranger]) assert.deepEqual(await namesOf(client, []), []);
});
