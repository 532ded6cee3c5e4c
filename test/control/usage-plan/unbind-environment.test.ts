import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt, placesOf } from "./resources.ts";

const refusal = "UnsupportedOperation.UnsupportedUnBindEnvironment";

test("plans leave the environment named, and no other", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const plans = [await createPlan(client), await createPlan(client)];
  await bindToService(client, plans, ServiceId, "test");
  await bindToService(client, plans, ServiceId, "release");
  const call = { UsagePlanIds: plans, BindType: "SERVICE", Environment: "test", ServiceId };
  assert.equal((await client.UnBindEnvironment(call)).Result, true);
  for (const plan of plans) assert.deepEqual(await placesOf(client, plan, "SERVICE"), [`${ServiceId}/release`]);
});

test("plans leave the APIs named, and no others", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const [a, b] = [await createApiAt(client, ServiceId, "/a"), await createApiAt(client, ServiceId, "/b")];
  const plan = await createPlan(client);
  await bindToApis(client, [plan], ServiceId, [a, b]);
  await client.UnBindEnvironment({
    UsagePlanIds: [plan],
    BindType: "API",
    Environment: "test",
    ServiceId,
    ApiIds: [a],
  });
  assert.deepEqual(await placesOf(client, plan, "API"), [`${ServiceId}/test/${b}`]);
});

test("one plan or API that is not bound there keeps all of them bound", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const [a, b] = [await createApiAt(client, ServiceId, "/a"), await createApiAt(client, ServiceId, "/b")];
  const [bound, unbound] = [await createPlan(client), await createPlan(client)];
  await bindToService(client, [bound], ServiceId, "test");
  await bindToApis(client, [bound], ServiceId, [a], "release");
  const unbind = (BindType: string, UsagePlanIds: string[], Environment: string, ApiIds: string[] = []) =>
    client.UnBindEnvironment({ BindType, UsagePlanIds, Environment, ServiceId, ApiIds });

  await refused(unbind("SERVICE", [bound, unbound], "test"), refusal, new RegExp(unbound));
  await refused(unbind("SERVICE", [bound], "prepub"), refusal, /prepub/);
  await refused(unbind("SERVICE", [bound], "release"), refusal);
  await refused(unbind("API", [bound], "test", [a]), refusal);
  await refused(unbind("API", [bound], "release", [a, b]), refusal, new RegExp(b));
  assert.deepEqual(await placesOf(client, bound, "SERVICE"), [`${ServiceId}/test`]);
  assert.deepEqual(await placesOf(client, bound, "API"), [`${ServiceId}/release/${a}`]);
});

test("what is named is looked for: service, plans, APIs", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const plan = await createPlan(client);
  const good = { UsagePlanIds: [plan], BindType: "API", Environment: "test", ServiceId };
  const nowhere = client.UnBindEnvironment({
    ...good,
    UsagePlanIds: ["usagePlan-none0000"],
    ServiceId: "service-none0000",
  });
  await refused(nowhere, "ResourceNotFound.InvalidService", /service-none0000/);
  const unknownPlan = client.UnBindEnvironment({ ...good, UsagePlanIds: [plan, "usagePlan-none0000"] });
  await refused(unknownPlan, "ResourceNotFound.InvalidUsagePlan", /usagePlan-none0000/);
  await refused(client.UnBindEnvironment(good), "InvalidParameter.FormatError", /ApiIds/);
  const malformed = client.UnBindEnvironment({ ...good, ApiIds: ["not an id"] });
  await refused(malformed, "InvalidParameter.FormatError", /not an id/);
  const unknownApi = client.UnBindEnvironment({ ...good, ApiIds: ["api-none0000"] });
  await refused(unknownApi, "ResourceNotFound.InvalidApi", /api-none0000/);
  const wrongEnvironment = client.UnBindEnvironment({ ...good, Environment: "staging" });
  await refused(wrongEnvironment, "InvalidParameter.FormatError");
});
