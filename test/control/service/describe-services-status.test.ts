import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlan, createService, release } from "../resources.ts";

async function list(client: Client, filters: Record<string, string[]> = {}, page: object = {}) {
  const Filters = Object.entries(filters).map(([Name, Values]) => ({ Name, Values }));
  const { Result } = await client.DescribeServicesStatus({ Filters, ...page });
  return {
    total: present(Result).TotalCount,
    names: present(Result?.ServiceSet).map((service) => service.ServiceName),
  };
}

test("services come newest first, page by page, and the total counts them all", async (t) => {
  const client = (await startManagement(t)).client();
  for (let index = 0; index < 23; index += 1) await createService(client, `s${index}`);
  const first = await list(client);
  assert.equal(first.total, 23);
  assert.deepEqual(first.names.slice(0, 3), ["s22", "s21", "s20"]);
  assert.equal(first.names.length, 20);
  assert.deepEqual(await list(client, {}, { Offset: 20 }), { total: 23, names: ["s2", "s1", "s0"] });
  assert.deepEqual(await list(client, {}, { Offset: 1, Limit: 2 }), { total: 23, names: ["s21", "s20"] });
  assert.deepEqual(await list(client, {}, { Limit: 0 }), { total: 23, names: [] });
  assert.deepEqual(await list(client, {}, { Offset: 100 }), { total: 23, names: [] });
});

test("a page must be sound", async (t) => {
  const client = (await startManagement(t)).client();
  await refused(client.DescribeServicesStatus({ Limit: 101 }), "InvalidParameterValue", /Limit/);
  await refused(client.DescribeServicesStatus({ Limit: -1 }), "InvalidParameterValue", /Limit/);
  await refused(client.DescribeServicesStatus({ Offset: -1 }), "InvalidParameterValue", /Offset/);
});

test("filters combine, their values are alternatives, ids are exact and names are parts", async (t) => {
  const client = (await startManagement(t)).client();
  const shop = await createService(client, "web_shop");
  const shopTest = await createService(client, "shop_test");
  await createService(client, "blog");
  assert.deepEqual((await list(client, { ServiceName: ["shop"] })).names, ["shop_test", "web_shop"]);
  assert.deepEqual((await list(client, { ServiceName: ["Shop"] })).names, []);
  assert.deepEqual((await list(client, { ServiceName: ["web", "blog"] })).names, ["blog", "web_shop"]);
  assert.deepEqual((await list(client, { ServiceId: [shop] })).names, ["web_shop"]);
  assert.deepEqual((await list(client, { ServiceId: [shop.slice(0, -1)] })).names, []);
  assert.deepEqual((await list(client, { ServiceId: [shop, shopTest], ServiceName: ["test"] })).names, ["shop_test"]);
  assert.deepEqual((await list(client, { ServiceName: [] })).total, 3);
  assert.deepEqual((await list(client, { ServiceName: ["%"] })).names, []);
});

test("services are found by net type and IP version, and none by instance or EIAM application", async (t) => {
  const client = (await startManagement(t)).client();
  await client.CreateService({ ServiceName: "outer", Protocol: "http" });
  await client.CreateService({ ServiceName: "inner", Protocol: "http", NetTypes: ["INNER"], IpVersion: "IPv6" });
  assert.deepEqual((await list(client, { NetType: ["INNER"] })).names, ["inner"]);
  assert.deepEqual((await list(client, { IpVersion: ["IPv4"] })).names, ["outer"]);
  assert.deepEqual(await list(client, { InstanceId: ["instance-1"] }), { total: 0, names: [] });
  assert.deepEqual(await list(client, { EIAMAppId: ["x"] }), { total: 0, names: [] });
});

test("an environment asks where a service is released, and beside a plan where that plan is not bound", async (t) => {
  const client = (await startManagement(t)).client();
  const released = await createService(client, "released");
  const bound = await createService(client, "bound");
  await release(client, released, "test");
  const plan = await createPlan(client);
  await client.BindEnvironment({ UsagePlanIds: [plan], BindType: "SERVICE", Environment: "test", ServiceId: bound });

  assert.deepEqual((await list(client, { Environment: ["test"] })).names, ["released"]);
  assert.deepEqual((await list(client, { Environment: ["release"] })).names, []);
  assert.deepEqual((await list(client, { NotUsagePlanId: [plan] })).names, ["released"]);
  assert.deepEqual((await list(client, { NotUsagePlanId: [plan], Environment: ["test"] })).names, ["released"]);
  assert.deepEqual((await list(client, { NotUsagePlanId: [plan], Environment: ["prepub"] })).names, [
    "bound",
    "released",
  ]);
});

test("a filter has a published name and a sound value", async (t) => {
  const client = (await startManagement(t)).client();
  const filter = (Name: string, ...Values: string[]) => client.DescribeServicesStatus({ Filters: [{ Name, Values }] });
  await refused(filter("Name", "x"), "InvalidParameterValue.InvalidFilterNotSupportedName", /Name/);
  await refused(filter("__proto__", "x"), "InvalidParameterValue.InvalidFilterNotSupportedName");
  await refused(filter("Environment", "production"), "InvalidParameter", /production/);
});

test("an item tells what the list is read for", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await release(client, ServiceId, "prepub");
  const [item] = present((await client.DescribeServicesStatus({})).Result?.ServiceSet);
  const { CreatedTime, ModifiedTime, ...rest } = present(item);
  assert.deepEqual(rest, {
    ServiceId,
    ServiceName: "service",
    ServiceDesc: null,
    Protocol: "http",
    NetTypes: ["OUTER"],
    IpVersion: "IPv4",
    AvailableEnvironments: ["prepub"],
    OuterSubDomain: `${ServiceId}-1251006373.gz.apigw.localhost`,
    InnerSubDomain: "",
    InnerHttpPort: 0,
    InnerHttpsPort: 0,
    ExclusiveSetName: null,
    TradeIsolateStatus: 0,
    Tags: [],
    InstanceId: null,
    SetType: null,
    DeploymentType: "DEFAULT",
  });
  assert.equal(CreatedTime, ModifiedTime);
});
