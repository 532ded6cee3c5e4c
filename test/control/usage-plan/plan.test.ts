import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { codeOf, present, refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt, createKey, createPlanWith } from "./resources.ts";

test("a plan is made with what was sent, holds nothing yet, and is read back", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const wanted = { UsagePlanName: "gold", UsagePlanDesc: "for partners", MaxRequestNum: 1000, MaxRequestNumPreSec: 10 };
  const plan = present((await client.CreateUsagePlan(wanted)).Result);
  const { UsagePlanId, CreatedTime } = plan;
  assert.match(present(UsagePlanId), /^usagePlan-[a-z0-9]{8}$/);
  assert.equal(CreatedTime, new Date(management.now()).toISOString().replace(/\.\d+Z$/, "Z"));
  const told = { ...wanted, UsagePlanId, CreatedTime, ModifiedTime: CreatedTime };
  const counts = { BindSecretIdTotalCount: 0, BindEnvironmentTotalCount: 0 };
  assert.deepEqual(plan, { ...told, ...counts, BindSecretIds: null, BindEnvironments: null });
  const read = (await client.DescribeUsagePlan({ UsagePlanId: UsagePlanId ?? "" })).Result;
  assert.deepEqual(read, { ...told, ...counts, BindSecretIds: [], BindEnvironments: [] });
});

test("limits are off unless given, and off is written -1", async (t) => {
  const client = (await startManagement(t)).client();
  const { Result: plan } = await client.CreateUsagePlan({ UsagePlanName: "open" });
  assert.equal(plan?.MaxRequestNum, -1);
  assert.equal(plan?.MaxRequestNumPreSec, -1);
  assert.equal(plan?.UsagePlanDesc, null);
});

test("limits take -1 and their published ranges only", async (t) => {
  const client = (await startManagement(t)).client();
  const create = (limits: { MaxRequestNum?: number; MaxRequestNumPreSec?: number }) =>
    codeOf(client.CreateUsagePlan({ UsagePlanName: "plan", ...limits }));
  for (const MaxRequestNum of [-1, 1, 99_999_999]) assert.equal(await create({ MaxRequestNum }), "ok");
  for (const MaxRequestNum of [-2, 0, 100_000_000]) {
    assert.equal(await create({ MaxRequestNum }), "InvalidParameterValue.InvalidMaxRequestNum");
  }
  for (const MaxRequestNumPreSec of [-1, 1, 2000]) assert.equal(await create({ MaxRequestNumPreSec }), "ok");
  for (const MaxRequestNumPreSec of [-2, 0, 2001]) {
    assert.equal(await create({ MaxRequestNumPreSec }), "InvalidParameter.FormatError");
  }
});

test("a plan needs a name, which need not be its own", async (t) => {
  const client = (await startManagement(t)).client();
  assert.equal(await codeOf(client.CreateUsagePlan({ UsagePlanName: "" })), "InvalidParameter.FormatError");
  assert.equal(await codeOf(client.request("CreateUsagePlan", {})), "MissingParameter");
  assert.notEqual(await createPlan(client, "same"), await createPlan(client, "same"));
});

test("plans beyond the quota of the account and region are refused", async (t) => {
  const management = await startManagement(t, { quotas: { usagePlans: 1 } });
  const client = management.client();
  await createPlan(client);
  await refused(createPlan(client), "LimitExceeded.UsagePlanLimitExceeded", /1/);
  await createPlan(management.client({ region: "ap-shanghai" }));
  await createPlan(management.client({ account: await management.addAccount() }));
});

test("modifying a plan changes what is sent and keeps the rest", async (t) => {
  const client = (await startManagement(t)).client();
  const first = { UsagePlanName: "gold", UsagePlanDesc: "old", MaxRequestNum: 1000, MaxRequestNumPreSec: 10 };
  const created = present((await client.CreateUsagePlan(first)).Result);
  const UsagePlanId = present(created.UsagePlanId);
  const untold = { BindSecretIdTotalCount: null, BindEnvironmentTotalCount: null };

  const renamed = present((await client.ModifyUsagePlan({ UsagePlanId, UsagePlanName: "silver" })).Result);
  const { ModifiedTime } = renamed;
  assert.ok(present(ModifiedTime) > present(created.ModifiedTime));
  assert.deepEqual(renamed, { ...created, ...untold, UsagePlanName: "silver", ModifiedTime });

  await client.ModifyUsagePlan({ UsagePlanId, UsagePlanDesc: "", MaxRequestNum: -1, MaxRequestNumPreSec: 2000 });
  const read = present((await client.DescribeUsagePlan({ UsagePlanId })).Result);
  assert.equal(read.UsagePlanName, "silver");
  assert.equal(read.UsagePlanDesc, "");
  assert.equal(read.MaxRequestNum, -1);
  assert.equal(read.MaxRequestNumPreSec, 2000);
  assert.equal(read.CreatedTime, created.CreatedTime);
});

test("modifying takes the same ranges, and refuses the rest with one code", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const before = (await client.DescribeUsagePlan({ UsagePlanId })).Result;
  const wrong = [{ MaxRequestNum: 0 }, { MaxRequestNum: 100_000_000 }, { MaxRequestNumPreSec: 2001 }];
  for (const change of wrong) {
    await refused(client.ModifyUsagePlan({ UsagePlanId, ...change }), "InvalidParameter.FormatError");
  }
  assert.deepEqual((await client.DescribeUsagePlan({ UsagePlanId })).Result, before);
});

test("a plan tells its keys and the environments it is bound to, each once", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const apis = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const keys = [await createKey(client), await createKey(client)];
  const UsagePlanId = await createPlanWith(client, ...keys);
  await bindToApis(client, [UsagePlanId], serviceId, apis, "test");
  await bindToService(client, [UsagePlanId], serviceId, "release");

  const plan = present((await client.DescribeUsagePlan({ UsagePlanId })).Result);
  assert.equal(plan.BindSecretIdTotalCount, 2);
  assert.deepEqual(present(plan.BindSecretIds).toSorted(), keys.toSorted());
  assert.equal(plan.BindEnvironmentTotalCount, 2);
  const environments = present(plan.BindEnvironments).toSorted((a, b) =>
    present(a.EnvironmentName) < present(b.EnvironmentName) ? -1 : 1,
  );
  assert.deepEqual(environments, [
    { EnvironmentName: "release", ServiceId: serviceId },
    { EnvironmentName: "test", ServiceId: serviceId },
  ]);
});

test("a plan in force anywhere is not deleted, at service level or at API level", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const apiId = await createApiAt(client, ServiceId, "/a");
  const UsagePlanId = await createPlan(client);
  const code = "UnsupportedOperation.UsagePlanInUse";
  const at = { UsagePlanIds: [UsagePlanId], ServiceId, Environment: "test" };

  await bindToService(client, [UsagePlanId], ServiceId);
  await refused(client.DeleteUsagePlan({ UsagePlanId }), code, new RegExp(ServiceId));
  await client.UnBindEnvironment({ ...at, BindType: "SERVICE" });
  await bindToApis(client, [UsagePlanId], ServiceId, [apiId]);
  await refused(client.DeleteUsagePlan({ UsagePlanId }), code, new RegExp(apiId));
  await client.UnBindEnvironment({ ...at, BindType: "API", ApiIds: [apiId] });
  assert.equal((await client.DeleteUsagePlan({ UsagePlanId })).Result, true);
});

test("deleting a plan lets its keys go and keeps them", async (t) => {
  const client = (await startManagement(t)).client();
  const AccessKeyId = await createKey(client);
  const UsagePlanId = await createPlanWith(client, AccessKeyId);
  assert.equal((await client.DeleteUsagePlan({ UsagePlanId })).Result, true);
  await refused(client.DescribeUsagePlan({ UsagePlanId }), "ResourceNotFound.InvalidUsagePlan");
  await client.DisableApiKey({ AccessKeyId });
  assert.equal((await client.DeleteApiKey({ AccessKeyId })).Result, true, "the key is in no plan");
});

test("every action on one plan answers for an unknown one, and for one of another account or region", async (t) => {
  const management = await startManagement(t);
  const mine = await createPlan(management.client());
  const stranger = management.client({ account: await management.addAccount() });
  const cases = [
    [management.client(), "usagePlan-unknown1"],
    [management.client({ region: "ap-shanghai" }), mine],
    [stranger, mine],
  ] as const;
  for (const [client, UsagePlanId] of cases) {
    const code = "ResourceNotFound.InvalidUsagePlan";
    const ServiceId = await createService(client);
    const Environment = "test";
    const AccessKeyIds = [await createKey(client)];
    await refused(client.DescribeUsagePlan({ UsagePlanId }), code, new RegExp(UsagePlanId));
    await refused(client.ModifyUsagePlan({ UsagePlanId, UsagePlanName: "stolen" }), code);
    await refused(client.DeleteUsagePlan({ UsagePlanId }), code);
    await refused(client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API" }), code);
    await refused(client.DescribeUsagePlanSecretIds({ UsagePlanId }), code);
    await refused(client.BindSecretIds({ UsagePlanId, AccessKeyIds }), code);
    await refused(client.UnBindSecretIds({ UsagePlanId, AccessKeyIds }), code);
    await refused(bindToService(client, [UsagePlanId], ServiceId), code);
    const named = { UsagePlanIds: [UsagePlanId], ServiceId, Environment };
    await refused(client.UnBindEnvironment({ ...named, BindType: "SERVICE" }), code);
    await refused(client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment }), code);
  }
  assert.equal((await management.client().DescribeUsagePlan({ UsagePlanId: mine })).Result?.UsagePlanName, "plan");
});
