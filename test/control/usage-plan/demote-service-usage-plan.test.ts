import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt, placesOf } from "./resources.ts";

const Environment = "test";

test("a plan moves from the service to each of its APIs in one environment, whatever they ask of callers", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const apis = [await createApiAt(client, ServiceId, "/a"), await createApiAt(client, ServiceId, "/b", "NONE")];
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId, "test");
  await bindToService(client, [UsagePlanId], ServiceId, "release");
  await client.ReleaseService({ ServiceId, EnvironmentName: Environment, ReleaseDesc: "first" });

  assert.equal((await client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment })).Result, true);
  assert.deepEqual(await placesOf(client, UsagePlanId, "SERVICE"), [`${ServiceId}/release`]);
  assert.deepEqual(await placesOf(client, UsagePlanId, "API"), apis.map((api) => `${ServiceId}/test/${api}`).sort());
});

test("other plans stay at service level, and until the last has moved no API takes a plan", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const api = await createApiAt(client, ServiceId, "/a");
  const [first, second, fresh] = [await createPlan(client), await createPlan(client), await createPlan(client)];
  await bindToService(client, [first, second], ServiceId);
  await client.ReleaseService({ ServiceId, EnvironmentName: Environment, ReleaseDesc: "first" });

  await client.DemoteServiceUsagePlan({ UsagePlanId: first, ServiceId, Environment });
  assert.deepEqual(await placesOf(client, second, "SERVICE"), [`${ServiceId}/test`]);
  const refusal = "UnsupportedOperation.UnsupportedBindEnvironment";
  await refused(bindToApis(client, [fresh], ServiceId, [api]), refusal, new RegExp(second));
  await client.DemoteServiceUsagePlan({ UsagePlanId: second, ServiceId, Environment });
  await bindToApis(client, [fresh], ServiceId, [api]);
});

test("calls spent at service level are not counted at the APIs", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  await createApiAt(client, ServiceId, "/a");
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId);
  await client.ReleaseService({ ServiceId, EnvironmentName: Environment, ReleaseDesc: "first" });
  const spent = { planId: UsagePlanId, serviceId: ServiceId, environment: "test", apiId: null } as const;
  await management.store.quotas.lease(spent, 7, 100);

  await client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment });
  const { Result } = await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API" });
  assert.deepEqual(
    Result?.EnvironmentList?.map((row) => row.InUseRequestNum),
    [0],
  );
});

test("without a service-level binding, an API or a release there is nothing to move", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const UsagePlanId = await createPlan(client);
  const demote = () => client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment });
  const code = "UnsupportedOperation.NoUsagePlanEnv";
  await refused(demote(), code, new RegExp(`${UsagePlanId}.*not bound`));
  await bindToService(client, [UsagePlanId], ServiceId);
  await refused(demote(), code, /no API/);
  await createApiAt(client, ServiceId, "/a");
  await refused(demote(), code, /not released/);
  assert.deepEqual(await placesOf(client, UsagePlanId, "SERVICE"), [`${ServiceId}/test`]);
  await client.ReleaseService({ ServiceId, EnvironmentName: Environment, ReleaseDesc: "first" });
  await demote();
  await refused(demote(), code, /not bound/);
});

test("unknown services, plans and environments are told apart", async (t) => {
  const client = (await startManagement(t)).client();
  const good = { UsagePlanId: await createPlan(client), ServiceId: await createService(client), Environment };
  const unknownService = client.DemoteServiceUsagePlan({ ...good, ServiceId: "service-none0000" });
  await refused(unknownService, "ResourceNotFound.InvalidService");
  const unknownPlan = client.DemoteServiceUsagePlan({ ...good, UsagePlanId: "usagePlan-none0000" });
  await refused(unknownPlan, "ResourceNotFound.InvalidUsagePlan");
  await refused(client.DemoteServiceUsagePlan({ ...good, Environment: "staging" }), "InvalidParameter.FormatError");
});

test("a plan moves to as many APIs as its limit allows, over all environments, and to no more", async (t) => {
  const client = (await startManagement(t, { quotas: { apisPerUsagePlan: 3 } })).client();
  const ServiceId = await createService(client);
  const apis = [await createApiAt(client, ServiceId, "/a"), await createApiAt(client, ServiceId, "/b")];
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId);
  await bindToApis(client, [UsagePlanId], ServiceId, apis, "release");
  await client.ReleaseService({ ServiceId, EnvironmentName: Environment, ReleaseDesc: "first" });
  const demote = () => client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment });
  await refused(demote(), "LimitExceeded", /3/);
  assert.deepEqual(await placesOf(client, UsagePlanId, "SERVICE"), [`${ServiceId}/test`]);
  const place = { UsagePlanIds: [UsagePlanId], BindType: "API", Environment: "release", ServiceId };
  await client.UnBindEnvironment({ ...place, ApiIds: apis.slice(1) });
  await demote();
});
