import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService } from "../resources.ts";
import { createApp, createAppApi, readApp } from "./resources.ts";

test("an app is made with a key and a secret of its own, which its list shows", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const app = present((await client.CreateApiApp({ ApiAppName: "shop", ApiAppDesc: "the shop" })).Result);
  assert.match(present(app.ApiAppId), /^app-[a-z0-9]{8}$/);
  assert.match(present(app.ApiAppKey), /^APID[A-Za-z0-9]{36}$/);
  assert.match(present(app.ApiAppSecret), /^[A-Za-z0-9]{40}$/);
  assert.equal(app.ApiAppName, "shop");
  assert.equal(app.ApiAppDesc, "the shop");
  assert.equal(app.CreatedTime, new Date(management.now()).toISOString().replace(/\.\d+Z$/, "Z"));
  assert.equal(app.ModifiedTime, app.CreatedTime);
  assert.deepEqual(await readApp(client, present(app.ApiAppId)), app);
});

test("the secret of an app is sealed in the store", async (t) => {
  const management = await startManagement(t);
  const app = await createApp(management.client());
  const served = await management.store.read((tx) => tx.serving.apiApps([app.id]));
  assert.deepEqual(served, [app]);
});

test("apps beyond the quota of the account and region are refused", async (t) => {
  const management = await startManagement(t, { quotas: { apiApps: 2 } });
  const client = management.client();
  for (const name of ["one", "two"]) await createApp(client, name);
  await refused(client.CreateApiApp({ ApiAppName: "three" }), "LimitExceeded.ApiAppCountLimitExceeded", /2/);
  await createApp(management.client({ region: "ap-shanghai" }));
  await createApp(management.client({ account: await management.addAccount() }));
});

test("an app needs a name", async (t) => {
  const client = (await startManagement(t)).client();
  await refused(client.CreateApiApp({ ApiAppName: "" }), "InvalidParameter.FormatError", /ApiAppName/);
  const { id } = await createApp(client);
  await refused(client.ModifyApiApp({ ApiAppId: id, ApiAppName: "" }), "InvalidParameter.FormatError", /ApiAppName/);
});

test("a change keeps what is omitted, and one that changes nothing succeeds", async (t) => {
  const client = (await startManagement(t)).client();
  const { id } = await createApp(client, "before");
  const before = await readApp(client, id);
  assert.equal((await client.ModifyApiApp({ ApiAppId: id, ApiAppName: "after" })).Result, true);
  assert.equal((await client.ModifyApiApp({ ApiAppId: id, ApiAppDesc: "text" })).Result, true);
  assert.equal((await client.ModifyApiApp({ ApiAppId: id })).Result, true);
  const after = await readApp(client, id);
  assert.ok(present(after.ModifiedTime) > present(before.ModifiedTime));
  const { ModifiedTime } = after;
  assert.deepEqual(after, { ...before, ApiAppName: "after", ApiAppDesc: "text", ModifiedTime });
  assert.equal((await client.ModifyApiApp({ ApiAppId: id, ApiAppDesc: "" })).Result, true);
  assert.equal((await readApp(client, id)).ApiAppDesc, "");
});

test("the current key given again keeps it and replaces the secret", async (t) => {
  const client = (await startManagement(t)).client();
  const { id, key, secret } = await createApp(client);
  const update = (ApiAppSecret?: string) =>
    client.UpdateApiAppKey({ ApiAppId: id, ApiAppKey: key, ...(ApiAppSecret === undefined ? {} : { ApiAppSecret }) });
  assert.equal((await update()).Result, true);
  const made = await readApp(client, id);
  assert.equal(made.ApiAppKey, key);
  assert.notEqual(made.ApiAppSecret, secret);
  assert.match(present(made.ApiAppSecret), /^[A-Za-z0-9]{40}$/);
  await update("chosen_secret");
  assert.equal((await readApp(client, id)).ApiAppSecret, "chosen_secret");
  await update("");
  assert.match(present((await readApp(client, id)).ApiAppSecret), /^[A-Za-z0-9]{40}$/, "an empty one is none");
});

test("another key replaces the old one, unless an app of whatever account has it", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const [app, other] = [await createApp(client), await createApp(client)];
  const stranger = await createApp(management.client({ account: await management.addAccount() }));
  const update = (ApiAppKey: string, ApiAppSecret = "0123456789") =>
    client.UpdateApiAppKey({ ApiAppId: app.id, ApiAppKey, ApiAppSecret });
  assert.equal((await update("APID_chosen-1")).Result, true);
  const changed = await readApp(client, app.id);
  assert.deepEqual([changed.ApiAppKey, changed.ApiAppSecret], ["APID_chosen-1", "0123456789"]);
  for (const taken of [other.key, stranger.key]) {
    await refused(update(taken), "InvalidParameter.FormatError", /taken/);
  }
  await refused(update("abcd"), "InvalidParameter.FormatError", /ApiAppKey/);
  await refused(update('a"b c d'), "InvalidParameter.FormatError", /ApiAppKey/);
  await refused(update("APID_other", "short"), "InvalidParameter.FormatError", /ApiAppSecret/);
  assert.deepEqual(await readApp(client, app.id), changed);
  await client.UpdateApiAppKey({ ApiAppId: other.id, ApiAppKey: app.key });
});

test("an app is deleted once it is unbound", async (t) => {
  const client = (await startManagement(t)).client();
  const { id: ApiAppId } = await createApp(client);
  const ServiceId = await createService(client);
  const place = { ApiAppId, ServiceId, ApiId: await createAppApi(client, ServiceId), Environment: "test" };
  await client.BindApiApp(place);
  await refused(client.DeleteApiApp({ ApiAppId }), "UnsupportedOperation.ResourceAssociated", /bound/);
  await client.UnbindApiApp(place);
  assert.equal((await client.DeleteApiApp({ ApiAppId })).Result, true);
  assert.deepEqual((await client.DescribeApiAppsStatus({})).Result, { TotalCount: 0, ApiAppSet: [] });
  await refused(client.DeleteApiApp({ ApiAppId }), "ResourceNotFound.InvalidApiApp");
});

test("an app is changed only by its account in its region, but may be looked up by others without its secret", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const { id: ApiAppId, key } = await createApp(client, "shop");
  const strangers = [
    management.client({ account: await management.addAccount() }),
    management.client({ region: "ap-shanghai" }),
  ];
  for (const stranger of strangers) {
    const unknown = "ResourceNotFound.InvalidApiApp";
    await refused(stranger.ModifyApiApp({ ApiAppId, ApiAppName: "mine" }), unknown);
    await refused(stranger.UpdateApiAppKey({ ApiAppId, ApiAppKey: key }), unknown);
    await refused(stranger.DeleteApiApp({ ApiAppId }), unknown);
    assert.equal((await stranger.DescribeApiAppsStatus({})).Result?.TotalCount, 0);
    const { Result } = await stranger.request("DescribeApiApp", { ApiAppId });
    const [app] = Result.ApiAppSet;
    assert.equal(Result.TotalCount, 1);
    assert.deepEqual([app.ApiAppName, app.ApiAppKey, app.ApiAppSecret], ["shop", "", ""]);
  }
  await refused(client.request("DescribeApiApp", { ApiAppId: "app-unknown0" }), "ResourceNotFound.InvalidApiApp");
});

test("the list of apps is filtered, newest first and in pages", async (t) => {
  const client = (await startManagement(t)).client();
  const [first, second, third] = [
    await createApp(client, "alpha"),
    await createApp(client, "beta"),
    await createApp(client, "Alphabet"),
  ];
  const ids = async (request: Parameters<typeof client.DescribeApiAppsStatus>[0]) => {
    const { Result } = await client.DescribeApiAppsStatus(request);
    return [Result?.TotalCount, ...present(Result?.ApiAppSet).map((app) => app.ApiAppId)];
  };
  const by = (Name: string, ...Values: string[]) => ids({ Filters: [{ Name, Values }] });
  assert.deepEqual(await ids({}), [3, third.id, second.id, first.id]);
  assert.deepEqual(await ids({ Limit: 1, Offset: 1 }), [3, second.id]);
  assert.deepEqual(await ids({ Limit: 0 }), [3]);
  assert.deepEqual(await ids({ Offset: 9 }), [3]);
  assert.deepEqual(await by("ApiAppId", first.id, second.id), [2, second.id, first.id]);
  assert.deepEqual(await by("ApiAppName", "alph"), [1, first.id]);
  assert.deepEqual(await by("KeyWord", "ALPH"), [2, third.id, first.id]);
  assert.deepEqual(await by("KeyWord", second.id.slice(2).toUpperCase()), [1, second.id]);
  assert.deepEqual(await by("ApiAppName", "gamma"), [0]);
});
