import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, httpApi, type ModifyApiParams, mockApi } from "../resources.ts";

async function list(client: Client, ServiceId: string, filters: Record<string, string[]> = {}, page: object = {}) {
  const Filters = Object.entries(filters).map(([Name, Values]) => ({ Name, Values }));
  const { Result } = await client.DescribeApisStatus({ ServiceId, Filters, ...page });
  const apis = present(Result?.ApiIdStatusSet);
  return { total: present(Result).TotalCount, names: apis.map((api) => api.ApiName) };
}

function named(ServiceId: string, ApiName: string, change: object = {}) {
  return mockApi(ServiceId, { ApiName, RequestConfig: { Path: `/${ApiName}`, Method: "GET" }, ...change });
}

test("APIs come newest first, page by page, and only those of the service", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  await createApi(client, named(other, "elsewhere"));
  for (let index = 0; index < 22; index += 1) await createApi(client, named(ServiceId, `a${index}`));
  const first = await list(client, ServiceId);
  assert.equal(first.total, 22);
  assert.equal(first.names.length, 20);
  assert.deepEqual(first.names.slice(0, 2), ["a21", "a20"]);
  assert.deepEqual(await list(client, ServiceId, {}, { Offset: 20 }), { total: 22, names: ["a1", "a0"] });
  assert.deepEqual(await list(client, ServiceId, {}, { Limit: 0 }), { total: 22, names: [] });
  assert.deepEqual(await list(client, ServiceId, {}, { Offset: 99 }), { total: 22, names: [] });
  await refused(list(client, ServiceId, {}, { Limit: 101 }), "InvalidParameter.FormatError", /Limit/);
  await refused(list(client, ServiceId, {}, { Offset: -1 }), "InvalidParameter.FormatError", /Offset/);
});

test("filters combine, their values are alternatives, ids and kinds are exact, names and paths are parts", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const open = await createApi(client, named(ServiceId, "open_door"));
  await createApi(client, named(ServiceId, "locked_door", { AuthType: "SECRET" }));
  await createApi(client, named(ServiceId, "window"));
  const names = async (filters: Record<string, string[]>) => (await list(client, ServiceId, filters)).names;
  assert.deepEqual(await names({ ApiName: ["door"] }), ["locked_door", "open_door"]);
  assert.deepEqual(await names({ ApiPath: ["/open", "/win"] }), ["window", "open_door"]);
  assert.deepEqual(await names({ ApiId: [open] }), ["open_door"]);
  assert.deepEqual(await names({ AuthType: ["SECRET"] }), ["locked_door"]);
  assert.deepEqual(await names({ AuthType: ["NONE"], ApiName: ["door"] }), ["open_door"]);
  assert.deepEqual(await names({ ApiType: ["TSF"] }), []);
  assert.deepEqual((await names({ ApiType: ["NORMAL"] })).length, 3);
  assert.deepEqual(await names({ ApiBuniessType: ["OAUTH"] }), []);
  assert.deepEqual((await names({ ApiBuniessType: ["NORMAL"] })).length, 3);
  assert.deepEqual(await names({ ApiBusinessType: ["OAUTH"] }), []);
  assert.deepEqual(await names({ AuthRelationApiId: [open] }), []);
});

test("APIs are found by a tag, or by its key alone", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, named(ServiceId, "tagged"));
  await createApi(client, named(ServiceId, "plain"));
  await client.ModifyApi({
    ...named(ServiceId, "tagged"),
    ApiId,
    TagSpecifications: { Key: "team", Value: "a:b" },
  } as ModifyApiParams);
  assert.deepEqual((await list(client, ServiceId, { Tags: ["team:a:b"] })).names, ["tagged"]);
  assert.deepEqual((await list(client, ServiceId, { Tags: ["team:other"] })).names, []);
  assert.deepEqual((await list(client, ServiceId, { TagKeys: ["team"] })).names, ["tagged"]);
});

test("a plan and an environment ask for the APIs the plan is not bound to there", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const bound = await createApi(client, named(ServiceId, "bound", { AuthType: "SECRET" }));
  await createApi(client, named(ServiceId, "free"));
  const plan = await createPlan(client);
  const binding = { UsagePlanIds: [plan], BindType: "API", Environment: "test", ServiceId, ApiIds: [bound] };
  await client.BindEnvironment(binding);
  const free = (environment: string) => list(client, ServiceId, { NotUsagePlanId: [plan], Environment: [environment] });
  assert.deepEqual((await free("test")).names, ["free"]);
  assert.deepEqual((await free("release")).names, ["free", "bound"]);
  await refused(free("production"), "InvalidParameter.FormatError", /production/);
  const unsupported = "InvalidParameterValue.InvalidFilterNotSupportedName";
  await refused(list(client, ServiceId, { NotUsagePlanId: [plan] }), unsupported, /together/);
  await refused(list(client, ServiceId, { Environment: ["test"] }), unsupported, /together/);
  await refused(list(client, ServiceId, { Path: ["x"] }), unsupported, /Path/);
});

test("an item tells what the list is read for", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ServiceConfig = { Url: "http://10.0.0.1", Path: "/", Method: "GET", Product: "clb", UniqVpcId: "vpc-1" };
  const ApiId = await createApi(client, httpApi(ServiceId, { ApiName: "one", ServiceConfig }));
  const [item] = present((await client.DescribeApisStatus({ ServiceId })).Result?.ApiIdStatusSet);
  const { CreatedTime, ModifiedTime, ...rest } = present(item);
  assert.equal(CreatedTime, ModifiedTime);
  assert.deepEqual(rest, {
    ServiceId,
    ApiId,
    ApiName: "one",
    ApiDesc: null,
    ApiType: "NORMAL",
    Path: "/http",
    Method: "GET",
    Protocol: "HTTP",
    AuthType: "NONE",
    ApiBusinessType: "NORMAL",
    AuthRelationApiId: null,
    OauthConfig: null,
    RelationBuniessApiIds: null,
    IsDebugAfterCharge: false,
    VpcId: -1,
    UniqVpcId: "vpc-1",
    Tags: [],
  });
  const unknown = client.DescribeApisStatus({ ServiceId: "service-unknown0" });
  await refused(unknown, "ResourceNotFound.InvalidService", /service-unknown0/);
});
