import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, mockApi } from "../resources.ts";

function api(ServiceId: string, Path: string) {
  return mockApi(ServiceId, { ApiName: `api of ${Path}`, RequestConfig: { Path, Method: "GET" } });
}

/** Rates by API, as `test/prepub/release`. */
async function rates(client: Client, ServiceId: string): Promise<Record<string, string>> {
  const { Result } = await client.DescribeApiEnvironmentStrategy({ ServiceId });
  const rows = present(Result?.ApiEnvironmentStrategySet).map((row) => {
    const quotas = present(row.EnvironmentStrategySet).map((environment) => environment.Quota);
    return [row.ApiId, quotas.join("/")];
  });
  return Object.fromEntries(rows);
}

test("an API that was never released has a row with all three environments, unlimited", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, api(ServiceId, "/a"));
  const { Result } = await client.DescribeApiEnvironmentStrategy({ ServiceId });
  const row = {
    ApiId,
    ApiName: "api of /a",
    Path: "/a",
    Method: "GET",
    EnvironmentStrategySet: [
      { EnvironmentName: "test", Quota: -1 },
      { EnvironmentName: "prepub", Quota: -1 },
      { EnvironmentName: "release", Quota: -1 },
    ],
  };
  assert.deepEqual(Result, { TotalCount: 1, ApiEnvironmentStrategySet: [row] });
});

test("rates are set for the named APIs in one environment, and lifted again", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const [a, b] = [await createApi(client, api(ServiceId, "/a")), await createApi(client, api(ServiceId, "/b"))];
  const modify = (EnvironmentName: string, Strategy: number, ...ApiIds: string[]) =>
    client.ModifyApiEnvironmentStrategy({ ServiceId, EnvironmentName, Strategy, ApiIds });
  assert.equal((await modify("test", 3, a, b, a)).Result, true);
  await modify("release", 5000, b);
  assert.deepEqual(await rates(client, ServiceId), { [a]: "3/-1/-1", [b]: "3/-1/5000" });
  await modify("test", -1, a);
  await modify("prepub", 1, a);
  assert.deepEqual(await rates(client, ServiceId), { [a]: "-1/1/-1", [b]: "3/-1/5000" });
});

test("rows are newest first and paged, environments and one API can be picked", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ids: string[] = [];
  for (let index = 0; index < 3; index += 1) ids.unshift(await createApi(client, api(ServiceId, `/${index}`)));
  const rows = async (request: object) => {
    const { Result } = await client.DescribeApiEnvironmentStrategy({ ServiceId, ...request });
    return { total: Result?.TotalCount, set: present(Result?.ApiEnvironmentStrategySet) };
  };
  const page = await rows({ Offset: 1, Limit: 1 });
  assert.equal(page.total, 3);
  assert.deepEqual(
    page.set.map((row) => row.ApiId),
    ids.slice(1, 2),
  );
  const one = await rows({ ApiId: ids[2], EnvironmentNames: ["release", "test"] });
  assert.equal(one.total, 1);
  assert.deepEqual(
    one.set[0]?.EnvironmentStrategySet?.map((environment) => environment.EnvironmentName),
    ["test", "release"],
  );
  assert.deepEqual(await rows({ Limit: 0 }), { total: 3, set: [] });
  assert.deepEqual(await rows({ ApiId: ids[0], Offset: 1 }), { total: 1, set: [] });
});

test("refused rates change nothing, not even for the APIs that exist", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const own = await createApi(client, api(ServiceId, "/a"));
  const foreign = await createApi(client, api(other, "/a"));
  const modify = (change: object) => {
    const request = { ServiceId, EnvironmentName: "test", Strategy: 9, ApiIds: [own], ...change };
    return client.ModifyApiEnvironmentStrategy(request);
  };
  for (const Strategy of [-2, 5001]) {
    await refused(modify({ Strategy }), "InvalidParameterValue.RangeExceeded", /Strategy/);
  }
  await refused(modify({ EnvironmentName: "production" }), "InvalidParameterValue.InvalidRequestParameters");
  await refused(modify({ ApiIds: [own, "api-unknown0"] }), "ResourceNotFound.InvalidApi", /api-unknown0/);
  await refused(modify({ ApiIds: [own, foreign] }), "ResourceNotFound.InvalidApi", new RegExp(foreign));
  await refused(modify({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidApi");
  const tooMany = Array.from({ length: 101 }, (_, index) => `api-${String(index).padStart(8, "0")}`);
  await refused(modify({ ApiIds: tooMany }), "InvalidParameterValue.LimitExceeded", /100/);
  await refused(modify({ ApiIds: [] }), "InvalidParameter.FormatError", /ApiIds/);
  assert.deepEqual(await rates(client, ServiceId), { [own]: "-1/-1/-1" });
});

test("0 changes nothing: Terraform sends it when the limit of another environment is what changed", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, api(ServiceId, "/a"));
  const modify = (Strategy: number) =>
    client.ModifyApiEnvironmentStrategy({ ServiceId, EnvironmentName: "release", Strategy, ApiIds: [ApiId] });
  await modify(9);
  assert.equal((await modify(0)).Result, true);
  assert.deepEqual(await rates(client, ServiceId), { [ApiId]: "-1/-1/9" });
});

test("reading tells an unknown service, API, environment or an unsound page", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const read = (change: object) => client.DescribeApiEnvironmentStrategy({ ServiceId, ...change });
  await refused(read({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService");
  await refused(read({ ApiId: "api-unknown0" }), "ResourceNotFound.InvalidApi", /api-unknown0/);
  await refused(read({ EnvironmentNames: ["production"] }), "InvalidParameter.FormatError", /production/);
  await refused(read({ Limit: 101 }), "InvalidParameter.FormatError", /Limit/);
});

test("a deleted API takes its rates along", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, api(ServiceId, "/a"));
  await client.ModifyApiEnvironmentStrategy({ ServiceId, EnvironmentName: "test", Strategy: 3, ApiIds: [ApiId] });
  await client.DeleteApi({ ServiceId, ApiId });
  assert.deepEqual(await rates(client, ServiceId), {});
});
