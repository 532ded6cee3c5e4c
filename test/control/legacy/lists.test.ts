import assert from "node:assert/strict";
import { test } from "node:test";
import { type Endpoint, startEndpoint } from "../endpoint/endpoint.ts";
import { callLegacy, refusedLegacy, succeed } from "./legacy-call.ts";
import { mock } from "./resources.ts";

/** Names of the rows of DescribeApiKeysStatus, with the count of all. */
async function keyNames(endpoint: Endpoint, parameters: Record<string, string>) {
  const { totalCount, apiKeyStatusSet } = await succeed(endpoint, "DescribeApiKeysStatus", parameters);
  return [totalCount, ...(apiKeyStatusSet as { secretName: string }[]).map((row) => row.secretName)];
}

async function withKeys(t: Parameters<typeof startEndpoint>[0], ...names: readonly string[]) {
  const endpoint = await startEndpoint(t);
  const ids: string[] = [];
  for (const secretName of names)
    ids.push(String((await succeed(endpoint, "CreateApiKey", { secretName }))["secretId"]));
  return { endpoint, ids };
}

test("lists are newest first, in pages of twenty unless asked otherwise", async (t) => {
  const names = Array.from({ length: 22 }, (_, index) => `key${index}`);
  const { endpoint } = await withKeys(t, ...names);
  assert.deepEqual(await keyNames(endpoint, {}), [22, ...names.toReversed().slice(0, 20)]);
  assert.deepEqual(await keyNames(endpoint, { offset: "20" }), [22, "key1", "key0"]);
  assert.deepEqual(await keyNames(endpoint, { offset: "1", limit: "1" }), [22, "key20"]);
  await refusedLegacy(callLegacy(endpoint, "DescribeApiKeysStatus", { limit: "101" }), 4000, "InvalidParameterValue");
});

test("rows can be ordered by any of their fields, either way", async (t) => {
  const { endpoint } = await withKeys(t, "b", "c", "a");
  assert.deepEqual(await keyNames(endpoint, { order: "asc" }), [3, "b", "c", "a"]);
  assert.deepEqual(await keyNames(endpoint, { orderby: "secretName", order: "ASC" }), [3, "a", "b", "c"]);
  assert.deepEqual(await keyNames(endpoint, { orderby: "secretName" }), [3, "c", "b", "a"]);
  assert.deepEqual(await keyNames(endpoint, { orderby: "createdTime", order: "asc", limit: "1", offset: "1" }), [
    3,
    "c",
  ]);
  for (const [wrong, says] of [
    [{ orderby: "secretKey" }, /`orderby`.*secretId, secretName/],
    [{ orderby: "__proto__" }, /`orderby`/],
    [{ order: "sideways" }, /`order`.*asc, desc/],
  ] as const) {
    const refused = callLegacy(endpoint, "DescribeApiKeysStatus", wrong);
    await refusedLegacy(refused, 4000, "InvalidParameterValue", says);
  }
});

test("an order covers the whole list, not the first page of it", async (t) => {
  const names = Array.from({ length: 103 }, (_, index) => `key${String(index).padStart(3, "0")}`);
  const { endpoint } = await withKeys(t, ...names);
  assert.deepEqual(await keyNames(endpoint, { orderby: "secretName", order: "asc", limit: "2" }), [
    103,
    "key000",
    "key001",
  ]);
});

test("rows are found by ids, by exact id, by a part of the name and by a part of either", async (t) => {
  const { endpoint, ids } = await withKeys(t, "alpha", "beta", "alphabet");
  const [alpha = "", beta = "", alphabet = ""] = ids;
  assert.deepEqual(await keyNames(endpoint, { "secretIds.0": alpha, "secretIds.1": beta }), [2, "beta", "alpha"]);
  assert.deepEqual(await keyNames(endpoint, { searchId: beta }), [1, "beta"]);
  assert.deepEqual(await keyNames(endpoint, { searchId: beta, "secretIds.0": alpha }), [0]);
  assert.deepEqual(await keyNames(endpoint, { searchId: beta.slice(0, 10) }), [0]);
  assert.deepEqual(await keyNames(endpoint, { searchName: "alpha" }), [2, "alphabet", "alpha"]);
  assert.deepEqual(await keyNames(endpoint, { searchKey: "BET" }), [2, "alphabet", "beta"]);
  assert.deepEqual(await keyNames(endpoint, { searchKey: alphabet.slice(4) }), [1, "alphabet"]);
  assert.deepEqual(await keyNames(endpoint, { searchName: "", searchId: "", searchKey: "", limit: "1" }), [
    3,
    "alphabet",
  ]);
});

test("services, plans and APIs are searched alike, APIs by their path", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http", serviceName: "shop" });
  await succeed(endpoint, "CreateService", { protocol: "http", serviceName: "bank" });
  const found = async (action: string, rows: string, field: string, parameters: Record<string, string>) => {
    const fields = await succeed(endpoint, action, parameters);
    return (fields[rows] as Record<string, unknown>[]).map((row) => row[field]);
  };
  const services = (parameters: Record<string, string>) =>
    found("DescribeServicesStatus", "serviceStatusSet", "serviceName", parameters);
  assert.deepEqual(await services({ searchName: "sho" }), ["shop"]);
  assert.deepEqual(await services({ "serviceIds.0": String(serviceId) }), ["shop"]);
  assert.deepEqual(await services({ orderby: "serviceName", order: "asc" }), ["bank", "shop"]);

  await succeed(endpoint, "CreateApi", { ...mock(serviceId), "requestConfig.path": "/orders" });
  const { apiId } = await succeed(endpoint, "CreateApi", { ...mock(serviceId), "requestConfig.path": "/items" });
  const apis = (parameters: Record<string, string>) =>
    found("DescribeApisStatus", "apiIdStatusSet", "path", { serviceId: String(serviceId), ...parameters });
  assert.deepEqual(await apis({ searchName: "ord" }), ["/orders"]);
  assert.deepEqual(await apis({ searchId: String(apiId) }), ["/items"]);
  assert.deepEqual(await apis({ apiType: "NORMAL", orderby: "path" }), ["/orders", "/items"]);

  const { usagePlanId } = await succeed(endpoint, "CreateUsagePlan", { usagePlanName: "gold" });
  await succeed(endpoint, "CreateUsagePlan", { usagePlanName: "silver" });
  const plans = (parameters: Record<string, string>) =>
    found("DescribeUsagePlansStatus", "usagePlanStatusSet", "usagePlanName", parameters);
  const binding = { "usagePlanIds.0": String(usagePlanId), serviceId: String(serviceId), environment: "test" };
  await succeed(endpoint, "BindEnvironment", binding);
  assert.deepEqual(await plans({ searchKey: "gold" }), ["gold"]);
  assert.deepEqual(await plans({ "filter.notServiceId": String(serviceId) }), ["silver"]);
  const elsewhere = { "filter.notServiceId": String(serviceId), "filter.environment": "release" };
  assert.deepEqual(await plans(elsewhere), ["silver", "gold"]);
});

test("plans of a service or of its APIs are found by environment and by API", async (t) => {
  const endpoint = await startEndpoint(t);
  const created = await succeed(endpoint, "CreateService", { protocol: "http", serviceName: "shop" });
  const serviceId = String(created["serviceId"]);
  const first = String(
    (await succeed(endpoint, "CreateApi", { ...mock(serviceId), "requestConfig.path": "/1" }))["apiId"],
  );
  const second = String(
    (await succeed(endpoint, "CreateApi", { ...mock(serviceId), "requestConfig.path": "/2" }))["apiId"],
  );
  const plan = String((await succeed(endpoint, "CreateUsagePlan"))["usagePlanId"]);
  const bind = (environment: string, more: Record<string, string> = {}) =>
    succeed(endpoint, "BindEnvironment", { "usagePlanIds.0": plan, serviceId, environment, ...more });
  await bind("test");
  await bind("prepub");
  await bind("release", { bindType: "API", "apiIds.0": first, "apiIds.1": second });

  const rows = async (action: string, parameters: Record<string, string>) => {
    const { totalCount, usagePlanList } = await succeed(endpoint, action, { serviceId, ...parameters });
    assert.equal(totalCount, (usagePlanList as unknown[]).length);
    return usagePlanList as Record<string, unknown>[];
  };
  assert.equal((await rows("DescribeServiceUsagePlan", {})).length, 2);
  const ofTest = await rows("DescribeServiceUsagePlan", { searchEnvironment: "test" });
  assert.deepEqual(
    ofTest.map((row) => row["environment"]),
    ["test"],
  );
  const ofSecond = await rows("DescribeApiUsagePlan", { "apiIds.0": second });
  assert.deepEqual(
    ofSecond.map((row) => row["apiId"]),
    [second],
  );
  assert.deepEqual(await rows("DescribeApiUsagePlan", { searchEnvironment: "test" }), []);

  const byApi = await succeed(endpoint, "DescribeUsagePlanEnvironments", { usagePlanId: plan, bindType: "API" });
  assert.deepEqual(
    (byApi["environmentList"] as Record<string, unknown>[]).map((row) => [row["seviceId"], row["apiId"]]).sort(),
    [first, second].sort().map((apiId) => [serviceId, apiId]),
  );
});
