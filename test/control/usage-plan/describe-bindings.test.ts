import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt } from "./resources.ts";

const noApi = { ApiId: null, ApiName: null, Path: null, Method: null };

test("a plan tells where it is bound at the level asked for, with what is spent there", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client, "shop");
  const ApiId = await createApiAt(client, ServiceId, "/a");
  const limits = { MaxRequestNum: 1000, MaxRequestNumPreSec: 10 };
  const created = await client.CreateUsagePlan({ UsagePlanName: "gold", ...limits });
  const UsagePlanId = present(created.Result?.UsagePlanId);
  await bindToService(client, [UsagePlanId], ServiceId, "release");
  await bindToApis(client, [UsagePlanId], ServiceId, [ApiId], "test");
  const at = { planId: UsagePlanId, serviceId: ServiceId } as const;
  await management.store.quotas.lease({ ...at, environment: "release", apiId: null }, 7, 1000);
  await management.store.quotas.lease({ ...at, environment: "test", apiId: ApiId }, 3, 1000);
  await management.store.quotas.lease({ ...at, environment: "prepub", apiId: null }, 5, 1000);

  const list = async (BindType: string) => {
    const result = present((await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType })).Result);
    assert.equal(result.TotalCount, 1);
    const [row] = present(result.EnvironmentList);
    assert.match(present(row?.CreatedTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    return { ...row, CreatedTime: "" };
  };
  const common = { ServiceId, ServiceName: "shop", ...limits, CreatedTime: "", ModifiedTime: null };
  assert.deepEqual(await list("SERVICE"), { ...common, ...noApi, Environment: "release", InUseRequestNum: 7 });
  const api = { ApiId, ApiName: "api of /a", Path: "/a", Method: "GET" };
  assert.deepEqual(await list("API"), { ...common, ...api, Environment: "test", InUseRequestNum: 3 });
});

test("calls that are spent stay spent when the plan is unbound there and bound again", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId);
  const place = { planId: UsagePlanId, serviceId: ServiceId, environment: "test", apiId: null } as const;
  await management.store.quotas.lease(place, 7, 1000);
  const named = { UsagePlanIds: [UsagePlanId], ServiceId, Environment: "test", BindType: "SERVICE" };
  await client.UnBindEnvironment(named);
  await client.BindEnvironment(named);
  const { Result } = await client.DescribeServiceUsagePlan({ ServiceId });
  assert.equal(Result?.ServiceUsagePlanList?.[0]?.InUseRequestNum, 7);
});

test("the level is SERVICE unless given", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId);
  const reply = await client.request("DescribeUsagePlanEnvironments", { UsagePlanId });
  assert.equal(reply.Result.TotalCount, 1);
  const wrong = client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "APP" });
  await refused(wrong, "InvalidParameterValue", /BindType/);
});

test("a plan's bindings come from every service, newest first, page by page", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const bound: string[] = [];
  for (const name of ["one", "two", "three"]) {
    const serviceId = await createService(client, name);
    await bindToApis(client, [UsagePlanId], serviceId, [await createApiAt(client, serviceId, `/${name}`)]);
    bound.unshift(`${name} /${name}`);
  }
  const page = async (Limit: number, Offset: number) => {
    const { Result } = await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API", Limit, Offset });
    assert.equal(Result?.TotalCount, 3);
    return present(Result?.EnvironmentList).map((row) => `${row.ServiceName} ${row.Path}`);
  };
  assert.deepEqual(await page(20, 0), bound);
  assert.deepEqual(await page(1, 1), bound.slice(1, 2));
  assert.deepEqual(await page(2, 2), bound.slice(2));
  assert.deepEqual(await page(0, 0), [], "a limit of 0 asks for the count only");
});

test("a service tells its service-level and its API-level plans apart", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client, "shop");
  const ApiId = await createApiAt(client, ServiceId, "/a");
  const whole = await createPlan(client, "whole");
  const single = present((await client.CreateUsagePlan({ UsagePlanName: "single", UsagePlanDesc: "d" })).Result);
  const UsagePlanId = present(single.UsagePlanId);
  await bindToService(client, [whole], ServiceId, "release");
  await bindToService(client, [whole], ServiceId, "prepub");
  await bindToApis(client, [UsagePlanId], ServiceId, [ApiId], "test");
  await management.store.quotas.lease(
    { planId: UsagePlanId, serviceId: ServiceId, environment: "test", apiId: ApiId },
    4,
    9,
  );

  const atService = present((await client.DescribeServiceUsagePlan({ ServiceId })).Result);
  assert.equal(atService.TotalCount, 2);
  const rows = present(atService.ServiceUsagePlanList);
  assert.deepEqual(
    rows.map((row) => `${row.UsagePlanName} ${row.Environment}`),
    ["whole prepub", "whole release"],
  );
  for (const { ApiId, ApiName, Path, Method } of rows) assert.deepEqual({ ApiId, ApiName, Path, Method }, noApi);

  const atApis = present((await client.DescribeApiUsagePlan({ ServiceId })).Result);
  assert.deepEqual(atApis, {
    TotalCount: 1,
    ApiUsagePlanList: [
      {
        ServiceId,
        ServiceName: "shop",
        ApiId,
        ApiName: "api of /a",
        Path: "/a",
        Method: "GET",
        UsagePlanId,
        UsagePlanName: "single",
        UsagePlanDesc: "d",
        Environment: "test",
        InUseRequestNum: 4,
        MaxRequestNum: -1,
        MaxRequestNumPreSec: -1,
        CreatedTime: single.CreatedTime,
        ModifiedTime: single.ModifiedTime,
      },
    ],
  });
});

test("the lists of a service are paged, with the count of all", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const names = ["a", "b", "c"];
  for (const name of names) await bindToService(client, [await createPlan(client, name)], ServiceId);
  const page = async (Limit: number, Offset: number) => {
    const { Result } = await client.DescribeServiceUsagePlan({ ServiceId, Limit, Offset });
    assert.equal(Result?.TotalCount, 3);
    return present(Result?.ServiceUsagePlanList).map((row) => row.UsagePlanName);
  };
  assert.deepEqual(await page(20, 0), ["c", "b", "a"]);
  assert.deepEqual(await page(2, 2), ["a"]);
  assert.deepEqual(await page(0, 0), []);
  await assert.rejects(page(101, 0), { code: "InvalidParameter.FormatError" });
  const { Result: none } = await client.DescribeApiUsagePlan({ ServiceId });
  assert.deepEqual(none, { TotalCount: 0, ApiUsagePlanList: [] });
});

test("an unknown service, or one of another account or region, has no lists", async (t) => {
  const management = await startManagement(t);
  const mine = await createService(management.client());
  const stranger = management.client({ account: await management.addAccount() });
  const cases = [
    [management.client(), "service-none0000"],
    [management.client({ region: "ap-shanghai" }), mine],
    [stranger, mine],
  ] as const;
  for (const [client, ServiceId] of cases) {
    await refused(client.DescribeServiceUsagePlan({ ServiceId }), "ResourceNotFound.InvalidService");
    await refused(client.DescribeApiUsagePlan({ ServiceId }), "ResourceNotFound.InvalidService");
  }
});
