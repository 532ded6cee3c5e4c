import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { codeOf, present, refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt, createKey, createPlanWith, placesOf } from "./resources.ts";

const refusal = "UnsupportedOperation.UnsupportedBindEnvironment";

test("plans are bound to an environment of a service, released or not, whatever its APIs ask of callers", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  await createApiAt(client, serviceId, "/open", "NONE");
  const plans = [await createPlan(client), await createPlan(client)];
  assert.equal((await bindToService(client, plans, serviceId, "release")).Result, true);
  for (const plan of plans) {
    assert.deepEqual(await placesOf(client, plan, "SERVICE"), [`${serviceId}/release`]);
    assert.deepEqual(await placesOf(client, plan, "API"), []);
  }
});

test("the level is SERVICE unless given, and there ApiIds is not read", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const plan = await createPlan(client);
  const call = { UsagePlanIds: [plan], Environment: "test", ServiceId, ApiIds: ["not an id"] };
  assert.deepEqual((await client.request("BindEnvironment", call)).Result, true);
  assert.deepEqual(await placesOf(client, plan, "SERVICE"), [`${ServiceId}/test`]);
});

test("plans are bound to APIs that authenticate by key", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const apis = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const plan = await createPlan(client);
  await bindToApis(client, [plan, plan], serviceId, [...apis, ...apis]);
  assert.deepEqual(await placesOf(client, plan, "API"), apis.map((api) => `${serviceId}/test/${api}`).sort());
});

test("an API of another AuthType keeps all of them unbound", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const [keyed, open] = [
    await createApiAt(client, serviceId, "/a"),
    await createApiAt(client, serviceId, "/b", "NONE"),
  ];
  const plan = await createPlan(client);
  await refused(bindToApis(client, [plan], serviceId, [keyed, open]), refusal, new RegExp(`${open}.*SECRET`));
  assert.deepEqual(await placesOf(client, plan, "API"), []);
});

test("what is named is looked for in order: service, plans, form of the API ids, APIs", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const service = await createService(client);
  const plan = await createPlan(client);
  const api = await createApiAt(client, service, "/a");
  const foreignService = await createService(management.client({ region: "ap-shanghai" }));
  const apiOfOther = await createApiAt(client, await createService(client), "/a");
  const bind = (plans: string[], serviceId: string, apis: string[]) =>
    codeOf(bindToApis(client, plans, serviceId, apis));

  assert.equal(await bind(["usagePlan-none0000"], "service-none0000", []), "ResourceNotFound.InvalidService");
  assert.equal(await bind([plan], foreignService, [api]), "ResourceNotFound.InvalidService");
  assert.equal(await bind([plan, "usagePlan-none0000"], service, []), "ResourceNotFound.InvalidUsagePlan");
  assert.equal(await bind([plan], service, []), "InvalidParameterValue.InvalidApiIds");
  assert.equal(await bind([plan], service, ["api-none0000", "not an id"]), "InvalidParameterValue.InvalidApiIds");
  assert.equal(await bind([plan], service, [api, "api-none0000"]), "ResourceNotFound.InvalidApi");
  assert.equal(await bind([plan], service, [api, apiOfOther]), "ResourceNotFound.InvalidApi");
  const tooMany = Array.from({ length: 101 }, (_, index) => `api-${index}`);
  assert.equal(await bind([plan], service, tooMany), "InvalidParameterValue.InvalidApiIds");
  assert.deepEqual(await placesOf(client, plan, "API"), []);
});

test("API level without ApiIds, a wrong environment, a wrong level and no plans are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const good = { UsagePlanIds: [await createPlan(client)], BindType: "SERVICE", Environment: "test", ServiceId };
  const withoutApis = client.BindEnvironment({ ...good, BindType: "API" });
  await refused(withoutApis, "InvalidParameterValue.InvalidApiIds", /ApiIds/);
  await refused(client.BindEnvironment({ ...good, Environment: "staging" }), "InvalidParameter.FormatError");
  await refused(client.BindEnvironment({ ...good, BindType: "APP" }), "InvalidParameter.FormatError");
  await assert.rejects(client.BindEnvironment({ ...good, UsagePlanIds: [] }));
});

test("binding again what is bound succeeds and changes nothing", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const [a, b] = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const key = await createKey(client);
  const plan = await createPlanWith(client, key);
  const list = async () => present((await client.DescribeApiUsagePlan({ ServiceId: serviceId })).Result);

  await bindToApis(client, [plan], serviceId, [a]);
  const first = await list();
  assert.equal((await bindToApis(client, [plan], serviceId, [a])).Result, true);
  assert.deepEqual(await list(), first);
  await bindToApis(client, [plan], serviceId, [a, b]);
  assert.equal((await list()).TotalCount, 2);
});

test("an environment has plans at one level only, and each environment its own", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const api = await createApiAt(client, serviceId, "/a");
  const [one, two] = [await createPlan(client), await createPlan(client)];
  await bindToService(client, [one], serviceId, "test");
  await refused(bindToApis(client, [two], serviceId, [api], "test"), refusal, new RegExp(`${one}.*level`));
  await refused(bindToApis(client, [one], serviceId, [api], "test"), refusal);
  await bindToApis(client, [two], serviceId, [api], "release");
  await refused(bindToService(client, [one], serviceId, "release"), refusal, new RegExp(two));
  await bindToService(client, [one], await createService(client), "release");
});

test("a plan that shares a key with one in force there is refused, with all that came with it", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const key = await createKey(client);
  const [holder, rival] = [await createPlanWith(client, key), await createPlanWith(client, key)];
  const harmless = await createPlan(client);
  await bindToService(client, [holder], serviceId, "test");
  await refused(bindToService(client, [harmless, rival], serviceId, "test"), refusal, new RegExp(key));
  assert.deepEqual(await placesOf(client, harmless, "SERVICE"), []);
  await bindToService(client, [harmless, rival], serviceId, "prepub");
});

test("two plans of one call that share a key are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const key = await createKey(client);
  const plans = [await createPlanWith(client, key), await createPlanWith(client, key)];
  await refused(bindToService(client, plans, serviceId), refusal, new RegExp(key));
  for (const plan of plans) assert.deepEqual(await placesOf(client, plan, "SERVICE"), []);
});

test("at API level plans that share a key exclude each other per API", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const [a, b] = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const key = await createKey(client);
  const [holder, rival] = [await createPlanWith(client, key), await createPlanWith(client, key)];
  await bindToApis(client, [holder], serviceId, [a]);
  await refused(bindToApis(client, [rival], serviceId, [a, b]), refusal, new RegExp(key));
  assert.deepEqual(await placesOf(client, rival, "API"), []);
  await bindToApis(client, [rival], serviceId, [b]);
});

test("a plan is bound to as many APIs as its limit allows, over all environments", async (t) => {
  const client = (await startManagement(t, { quotas: { apisPerUsagePlan: 3 } })).client();
  const serviceId = await createService(client);
  const [a, b] = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const plan = await createPlan(client);
  await bindToApis(client, [plan], serviceId, [a, b], "test");
  await refused(bindToApis(client, [plan], serviceId, [a, b], "release"), refusal, /3/);
  await bindToApis(client, [plan], serviceId, [a], "release");
});
