import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, type ModifyApiParams, mockApi, readApi } from "../resources.ts";
import { createApp, createAppApi } from "./resources.ts";

async function bound(client: Client, ServiceId: string, ...ApiIds: string[]): Promise<string[]> {
  const { Result } = await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds });
  const places = present(Result?.ApiAppApiSet).map(
    ({ ApiAppId, ApiId, EnvironmentName }) => `${ApiAppId} ${ApiId} ${EnvironmentName}`,
  );
  assert.equal(Result?.TotalCount, places.length);
  return places;
}

test("an app is bound per environment, before any release, and both ends show it", async (t) => {
  const management = await startManagement(t);
  const client = management.client({ region: "ap-chongqing" });
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const { id: ApiAppId } = await createApp(client, "shop");
  const bind = (Environment: string) => client.BindApiApp({ ApiAppId, ServiceId, ApiId, Environment });
  assert.equal((await bind("test")).Result, true);
  const row = {
    ApiAppId,
    ApiAppName: "shop",
    ApiId,
    ApiName: "api of /app",
    ServiceId,
    AuthorizedTime: new Date(management.now()).toISOString().replace(/\.\d+Z$/, "Z"),
    ApiRegion: "chongqing",
    EnvironmentName: "test",
  };
  const expected = { TotalCount: 1, ApiAppApiSet: [row] };
  assert.deepEqual((await client.DescribeApiAppBindApisStatus({ ApiAppId })).Result, expected);
  assert.deepEqual((await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId] })).Result, expected);
  await bind("release");
  const newestFirst = [`${ApiAppId} ${ApiId} release`, `${ApiAppId} ${ApiId} test`];
  assert.deepEqual(await bound(client, ServiceId, ApiId), newestFirst);
  await refused(bind("test"), "UnsupportedOperation.ResourceAssociated", /already/);
  assert.deepEqual(await bound(client, ServiceId, ApiId), newestFirst);
});

test("only what is bound can be unbound", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const { id: ApiAppId } = await createApp(client);
  const place = { ApiAppId, ServiceId, ApiId };
  const unbind = (Environment: string) => client.UnbindApiApp({ ...place, Environment });
  await client.BindApiApp({ ...place, Environment: "test" });
  await refused(unbind("release"), "UnsupportedOperation.ResourceUnassociated", /release/);
  assert.equal((await unbind("test")).Result, true);
  assert.deepEqual(await bound(client, ServiceId, ApiId), []);
  await refused(unbind("test"), "UnsupportedOperation.ResourceUnassociated");
});

test("one binding is undone, and others of the app, the API and the environment are not", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const [one, two] = [await createAppApi(client, ServiceId, "/one"), await createAppApi(client, ServiceId, "/two")];
  const [app, other] = [await createApp(client), await createApp(client)];
  const place = { ApiAppId: app.id, ServiceId, ApiId: one, Environment: "test" };
  const others = [{ ApiAppId: other.id }, { ApiId: two }, { Environment: "release" }];
  for (const change of [{}, ...others]) await client.BindApiApp({ ...place, ...change });
  await client.UnbindApiApp(place);
  assert.deepEqual(await bound(client, ServiceId, one, two), [
    `${app.id} ${one} release`,
    `${app.id} ${two} test`,
    `${other.id} ${one} test`,
  ]);
  const { id: ApiAppId } = await createApp(client);
  assert.equal((await client.DeleteApiApp({ ApiAppId })).Result, true, "it is others that are bound");
});

test("apps and APIs are listed under the names they have now", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const [{ id: ApiAppId }, other] = [await createApp(client, "old app"), await createApp(client, "other")];
  for (const id of [ApiAppId, other.id]) {
    await client.BindApiApp({ ApiAppId: id, ServiceId, ApiId, Environment: "test" });
  }
  await client.ModifyApiApp({ ApiAppId, ApiAppName: "new app" });
  const RequestConfig = { Path: "/app", Method: "GET" };
  await client.ModifyApi({
    ...mockApi(ServiceId, { AuthType: "APP", RequestConfig, ApiName: "new" }),
    ApiId,
  } as ModifyApiParams);
  const { Result } = await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId] });
  assert.deepEqual(
    Result?.ApiAppApiSet?.map((row) => [row.ApiAppName, row.ApiName]),
    [
      ["other", "new"],
      ["new app", "new"],
    ],
  );
  for (const [KeyWord, apps] of [
    ["NEW APP", 1],
    ["OLD APP", 0],
  ] as const) {
    const Filters = [{ Name: "KeyWord", Values: [KeyWord] }];
    const found = await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId], Filters });
    assert.equal(found.Result?.TotalCount, apps, KeyWord);
  }
  for (const [name, count] of [
    ["new", 1],
    ["api of", 0],
  ] as const) {
    const Filters = [{ Name: "ApiName", Values: [name] }];
    const found = await client.DescribeApiAppBindApisStatus({ ApiAppId, Filters });
    assert.equal(found.Result?.TotalCount, count, name);
  }
});

test("ids, environment and authentication are checked", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const ApiId = await createAppApi(client, ServiceId);
  const open = await createApi(client, mockApi(ServiceId));
  const { id: ApiAppId } = await createApp(client);
  const place = { ApiAppId, ServiceId, ApiId, Environment: "test" };
  await client.BindApiApp(place);
  for (const call of [client.BindApiApp.bind(client), client.UnbindApiApp.bind(client)]) {
    await refused(call({ ...place, Environment: "formal" }), "InvalidParameterValue.InvalidEnv");
    await refused(call({ ...place, ServiceId: other }), "ResourceNotFound.InvalidApi");
    await refused(call({ ...place, ApiId: "api-unknown0" }), "ResourceNotFound.InvalidApi");
    await refused(call({ ...place, ApiAppId: "app-unknown0" }), "ResourceNotFound.InvalidApiApp");
  }
  const unknown = { ...place, ServiceId: "service-unknown0" };
  await refused(client.BindApiApp(unknown), "ResourceNotFound.InvalidService");
  await refused(client.UnbindApiApp(unknown), "ResourceNotFound.InvalidApi");
  await refused(client.BindApiApp({ ...place, ApiId: open }), "UnsupportedOperation.UnsupportedBindEnvironment", /APP/);
});

test("an API takes a limited number of apps, each counted once", async (t) => {
  const client = (await startManagement(t, { quotas: { apiAppsPerApi: 2 } })).client();
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const apps = [await createApp(client), await createApp(client), await createApp(client)] as const;
  const bind = ({ id }: { id: string }, Environment = "test") =>
    client.BindApiApp({ ApiAppId: id, ServiceId, ApiId, Environment });
  await bind(apps[0]);
  await bind(apps[1]);
  await bind(apps[0], "release");
  await refused(bind(apps[2]), "LimitExceeded.ApiAppCountLimitExceeded", /2/);
  await client.BindApiApp({
    ApiAppId: apps[2].id,
    ServiceId,
    ApiId: await createAppApi(client, ServiceId, "/other"),
    Environment: "test",
  });
});

test("the owner of an API lets an app of another account call it, and each sees his end", async (t) => {
  const management = await startManagement(t);
  const owner = management.client();
  const caller = management.client({ account: await management.addAccount(), region: "ap-shanghai" });
  const { id: ApiAppId } = await createApp(caller);
  const ServiceId = await createService(owner);
  const ApiId = await createAppApi(owner, ServiceId);
  const place = { ApiAppId, ServiceId, ApiId, Environment: "release" };
  await refused(caller.BindApiApp(place), "ResourceNotFound.InvalidService");
  await owner.BindApiApp(place);
  const { Result } = await caller.DescribeApiAppBindApisStatus({ ApiAppId });
  assert.equal(Result?.ApiAppApiSet?.[0]?.ApiId, ApiId);
  assert.equal(Result?.ApiAppApiSet?.[0]?.ApiRegion, "guangzhou");
  assert.equal((await bound(owner, ServiceId, ApiId)).length, 1);
  assert.deepEqual(await bound(caller, ServiceId, ApiId), [], "whose API it is not, is told nothing");
  assert.equal((await owner.DescribeApiAppBindApisStatus({ ApiAppId })).Result?.TotalCount, 0);
  await owner.UnbindApiApp(place);
});

test("the lists of bindings are filtered and paged; what is unknown has none", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const [one, two] = [await createAppApi(client, ServiceId, "/one"), await createAppApi(client, ServiceId, "/two")];
  const third = await createAppApi(client, other, "/three");
  const [shop, blog] = [await createApp(client, "shop"), await createApp(client, "blog")];
  const bind = (app: { id: string }, service: string, ApiId: string, Environment: string) =>
    client.BindApiApp({ ApiAppId: app.id, ServiceId: service, ApiId, Environment });
  await bind(shop, ServiceId, one, "test");
  await bind(shop, ServiceId, two, "release");
  await bind(shop, other, third, "release");
  await bind(blog, ServiceId, one, "test");

  type Request = Omit<Parameters<typeof client.DescribeApiAppBindApisStatus>[0], "ApiAppId">;
  const apis = async (request: Request, ApiAppId = shop.id) => {
    const { Result } = await client.DescribeApiAppBindApisStatus({ ApiAppId, ...request });
    return [Result?.TotalCount, ...present(Result?.ApiAppApiSet).map(({ ApiId }) => ApiId)];
  };
  const by = (Name: string, ...Values: string[]) => apis({ Filters: [{ Name, Values }] });
  assert.deepEqual(await apis({}), [3, third, two, one]);
  assert.deepEqual(await apis({ Offset: 1, Limit: 1 }), [3, two]);
  assert.deepEqual(await apis({ Limit: 0 }), [3]);
  assert.deepEqual(await by("ApiId", one, third), [2, third, one]);
  assert.deepEqual(await by("ApiName", "/t"), [2, third, two]);
  assert.deepEqual(await by("ServiceId", other), [1, third]);
  assert.deepEqual(await by("Environment", "release"), [2, third, two]);
  assert.deepEqual(await by("KeyWord", "OF /ONE"), [1, one]);
  assert.deepEqual(await by("KeyWord", two.toUpperCase()), [1, two]);
  assert.deepEqual(await apis({}, "app-unknown0"), [0]);

  const apps = async (ApiIds: string[], filter?: [string, string], service = ServiceId) => {
    const Filters = filter === undefined ? [] : [{ Name: filter[0], Values: [filter[1]] }];
    const { Result } = await client.DescribeApiBindApiAppsStatus({ ServiceId: service, ApiIds, Filters });
    return present(Result?.ApiAppApiSet).map(({ ApiAppId, ApiId }) => `${ApiAppId} ${ApiId}`);
  };
  assert.deepEqual(await apps([one, two]), [`${blog.id} ${one}`, `${shop.id} ${two}`, `${shop.id} ${one}`]);
  assert.deepEqual(await apps([one], ["ApiAppId", shop.id]), [`${shop.id} ${one}`]);
  assert.deepEqual(await apps([one, two], ["Environment", "release"]), [`${shop.id} ${two}`]);
  assert.deepEqual(await apps([one, two], ["KeyWord", "BLOG"]), [`${blog.id} ${one}`]);
  assert.deepEqual(await apps([third]), [], "an API of another service");
  assert.deepEqual(await apps([one], undefined, "service-unknown0"), []);
});

test("an API keeps its authentication and its life while apps are bound to it", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  assert.equal((await readApi(client, ServiceId, ApiId)).AuthType, "APP");
  const place = { ApiAppId: (await createApp(client)).id, ServiceId, ApiId, Environment: "test" };
  await client.BindApiApp(place);
  const modify = (AuthType: string) =>
    client.ModifyApi({ ...mockApi(ServiceId, { AuthType }), ApiId } as ModifyApiParams);
  await modify("APP");
  await refused(modify("NONE"), "UnsupportedOperation.ResourceAssociated", /apps/);
  await refused(client.DeleteApi({ ServiceId, ApiId }), "UnsupportedOperation.ResourceAssociated", /apps/);
  await client.UnbindApiApp(place);
  await modify("NONE");
  await client.DeleteApi({ ServiceId, ApiId });
});
