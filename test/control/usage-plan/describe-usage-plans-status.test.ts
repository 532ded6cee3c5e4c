import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt } from "./resources.ts";

async function namesOf(client: Client, filters: readonly (readonly [string, ...string[]])[]): Promise<string[]> {
  const Filters = filters.map(([Name, ...Values]) => ({ Name, Values }));
  const result = present((await client.DescribeUsagePlansStatus({ Filters })).Result);
  const names = present(result.UsagePlanStatusSet).map((plan) => present(plan.UsagePlanName));
  assert.equal(result.TotalCount, names.length);
  return names;
}

test("plans are listed newest first, page by page, with the count of all", async (t) => {
  const client = (await startManagement(t)).client();
  for (const name of ["a", "b", "c"]) await createPlan(client, name);
  const page = async (Limit: number, Offset: number) => {
    const { Result } = await client.DescribeUsagePlansStatus({ Limit, Offset });
    assert.equal(Result?.TotalCount, 3);
    return present(Result?.UsagePlanStatusSet).map((plan) => plan.UsagePlanName);
  };
  assert.deepEqual(await page(20, 0), ["c", "b", "a"]);
  assert.deepEqual(await page(2, 0), ["c", "b"]);
  assert.deepEqual(await page(2, 2), ["a"]);
  assert.deepEqual(await page(2, 3), []);
  assert.deepEqual(await page(0, 0), [], "a limit of 0 asks for the count only");
});

test("filters by id and name narrow the list", async (t) => {
  const client = (await startManagement(t)).client();
  const alpha = await createPlan(client, "alpha");
  const beta = await createPlan(client, "beta");
  await createPlan(client, "alphabet");
  assert.deepEqual(await namesOf(client, [["UsagePlanId", alpha, beta, "usagePlan-none0000"]]), ["beta", "alpha"]);
  assert.deepEqual(await namesOf(client, [["UsagePlanName", "alpha"]]), ["alphabet", "alpha"]);
  assert.deepEqual(await namesOf(client, [["UsagePlanName", "ALPHA"]]), []);
  const both = await namesOf(client, [
    ["UsagePlanName", "alpha"],
    ["UsagePlanId", alpha, beta],
  ]);
  assert.deepEqual(both, ["alpha"]);
});

test("plans not bound to a service or an API are found, everywhere or in an environment", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const apiId = await createApiAt(client, serviceId, "/a");
  const otherApiId = await createApiAt(client, serviceId, "/b");
  await createPlan(client, "free");
  await bindToService(client, [await createPlan(client, "whole")], serviceId, "test");
  await bindToApis(client, [await createPlan(client, "single")], serviceId, [apiId], "release");

  assert.deepEqual(await namesOf(client, [["NotServiceId", serviceId]]), ["free"]);
  assert.deepEqual(await namesOf(client, [["NotServiceId", "service-none0000"]]), ["single", "whole", "free"]);
  const notInTest = await namesOf(client, [
    ["NotServiceId", serviceId],
    ["Environment", "test"],
  ]);
  assert.deepEqual(notInTest, ["single", "free"]);
  assert.deepEqual(await namesOf(client, [["NotApiId", apiId]]), ["whole", "free"]);
  assert.deepEqual(await namesOf(client, [["NotApiId", otherApiId]]), ["single", "whole", "free"]);
  const apiNotInTest = await namesOf(client, [
    ["NotApiId", apiId],
    ["Environment", "test"],
  ]);
  assert.deepEqual(apiNotInTest, ["single", "whole", "free"]);
});

test("unknown filters and environments are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const list = (Name: string, ...Values: string[]) => client.DescribeUsagePlansStatus({ Filters: [{ Name, Values }] });
  await refused(list("Colour", "red"), "InvalidParameterValue.InvalidFilterNotSupportedName", /Colour/);
  await refused(list("Environment", "staging"), "InvalidParameterValue", /staging/);
});

test("a lookup that matches nothing is an empty list, as is that of another account or region", async (t) => {
  const management = await startManagement(t);
  const UsagePlanId = await createPlan(management.client());
  const none = { TotalCount: 0, UsagePlanStatusSet: [] };
  const nowhere = [{ Name: "UsagePlanId", Values: ["usagePlan-none0000"] }];
  assert.deepEqual((await management.client().DescribeUsagePlansStatus({ Filters: nowhere })).Result, none);
  const stranger = management.client({ account: await management.addAccount() });
  for (const client of [stranger, management.client({ region: "ap-shanghai" })]) {
    const Filters = [{ Name: "UsagePlanId", Values: [UsagePlanId] }];
    assert.deepEqual((await client.DescribeUsagePlansStatus({ Filters })).Result, none);
  }
});
