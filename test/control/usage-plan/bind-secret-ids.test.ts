import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { codeOf, present, refused } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToApis, bindToService, createApiAt, createKey, createKeys, createPlanWith, keysOf } from "./resources.ts";

test("keys come into a plan, and white space around their ids does not matter", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const [a, b] = await createKeys(client, 2);
  const { Result } = await client.BindSecretIds({ UsagePlanId, AccessKeyIds: [`${a}\n`, ` ${b}\r\n`] });
  assert.equal(Result, true);
  assert.deepEqual((await keysOf(client, UsagePlanId)).toSorted(), [present(a), present(b)].toSorted());
});

test("an unknown plan is told before anything about the keys", async (t) => {
  const client = (await startManagement(t)).client();
  const bind = client.BindSecretIds({ UsagePlanId: "usagePlan-unknown1", AccessKeyIds: [] });
  await refused(bind, "ResourceNotFound.InvalidUsagePlan", /usagePlan-unknown1/);
});

test("the list must name 1 to 100 different ids that have the form of one", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const key = await createKey(client);
  const code = "InvalidParameterValue.InvalidAccessKeyIds";
  const bind = (...AccessKeyIds: string[]) => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  await refused(bind(), code, /no API key/);
  const ids = Array.from({ length: 101 }, (_, index) => `AKID${index}`);
  await refused(bind(...ids), code, /100/);
  await refused(bind(...ids.slice(1)), "ResourceNotFound.InvalidAccessKeyId");
  await refused(bind(key, key), code, /more than once/);
  await refused(bind(key, `${key}\n`), code, /more than once/);
  for (const malformed of ["abcd", "not a key", "AKID****************", "x".repeat(51), "__proto__!"]) {
    await refused(bind(key, malformed), code, /form of a key id/);
  }
  assert.equal(await codeOf(client.request("BindSecretIds", { UsagePlanId })), "MissingParameter");
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
});

test("the form of every id is looked at before the existence of any", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const bind = client.BindSecretIds({ UsagePlanId, AccessKeyIds: ["AKIDunknown", "not a key"] });
  await refused(bind, "InvalidParameterValue.InvalidAccessKeyIds");
});

test("one unknown key keeps all of them out", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const UsagePlanId = await createPlan(client);
  const key = await createKey(client);
  const foreign = await createKey(management.client({ region: "ap-shanghai" }));
  for (const unknown of ["AKIDunknown", foreign]) {
    const bind = client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key, unknown] });
    await refused(bind, "ResourceNotFound.InvalidAccessKeyId", new RegExp(unknown));
  }
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
});

test("one disabled key keeps all of them out, and unknown keys are told first", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const [enabled = "", disabled = ""] = await createKeys(client, 2);
  await client.DisableApiKey({ AccessKeyId: disabled });
  const bind = (...AccessKeyIds: string[]) => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  await refused(bind(enabled, disabled), "UnsupportedOperation.InvalidStatus", new RegExp(disabled));
  await refused(bind(disabled, "AKIDunknown"), "ResourceNotFound.InvalidAccessKeyId");
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
});

test("a key that is in the plan keeps all of them out, and disabled keys are told first", async (t) => {
  const client = (await startManagement(t)).client();
  const [inside = "", outside = "", disabled = ""] = await createKeys(client, 3);
  await client.DisableApiKey({ AccessKeyId: disabled });
  const UsagePlanId = await createPlanWith(client, inside);
  const bind = (...AccessKeyIds: string[]) => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  await refused(bind(outside, inside), "UnsupportedOperation.AlreadyBindUsagePlan", new RegExp(inside));
  await refused(bind(inside, disabled), "UnsupportedOperation.InvalidStatus");
  assert.deepEqual(await keysOf(client, UsagePlanId), [inside]);
});

test("a plan takes keys up to its limit and no further, and keys it has are told first", async (t) => {
  const client = (await startManagement(t, { quotas: { keysPerUsagePlan: 3 } })).client();
  const [a = "", b = "", c = "", d = ""] = await createKeys(client, 4);
  const UsagePlanId = await createPlanWith(client, a, b);
  const bind = (...AccessKeyIds: string[]) => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  const code = "LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded";
  await refused(bind(c, d), code, new RegExp(UsagePlanId));
  await refused(bind(a, c, d), "UnsupportedOperation.AlreadyBindUsagePlan");
  await bind(c);
  await refused(bind(d), code);
  assert.equal((await keysOf(client, UsagePlanId)).length, 3);
});

test("a key is in as many plans as its limit allows", async (t) => {
  const client = (await startManagement(t, { quotas: { usagePlansPerKey: 2 } })).client();
  const [key = "", fresh = ""] = await createKeys(client, 2);
  await createPlanWith(client, key);
  await createPlanWith(client, key);
  const UsagePlanId = await createPlan(client);
  const bind = client.BindSecretIds({ UsagePlanId, AccessKeyIds: [fresh, key] });
  await refused(bind, "LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded", new RegExp(key));
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
});

test("a key cannot come into a second plan in force for the same environment of a service", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const [shared = "", other = ""] = await createKeys(client, 2);
  const holder = await createPlanWith(client, shared);
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [holder, UsagePlanId], serviceId, "release");

  const bind = (...AccessKeyIds: string[]) => client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  await refused(bind(other, shared), "UnsupportedOperation.UnsupportedBindApiKey", new RegExp(`${shared}.*${holder}`));
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
  await bind(other);

  await client.UnBindSecretIds({ UsagePlanId: holder, AccessKeyIds: [shared] });
  await bind(shared);
});

test("a key may be in plans for different environments, services or APIs", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const otherId = await createService(client);
  const [a, b] = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const key = await createKey(client);
  const plans = [
    await createPlan(client),
    await createPlan(client),
    await createPlan(client),
    await createPlan(client),
  ];
  const [first = "", second = "", third = "", fourth = ""] = plans;
  await bindToService(client, [first], serviceId, "release");
  await bindToService(client, [second], otherId, "release");
  await bindToApis(client, [third], serviceId, [a], "test");
  await bindToApis(client, [fourth], serviceId, [b], "test");
  for (const UsagePlanId of plans) await client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] });
});

test("a key cannot come into a second plan in force for the same API", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const [a, b] = [await createApiAt(client, serviceId, "/a"), await createApiAt(client, serviceId, "/b")];
  const key = await createKey(client);
  const holder = await createPlanWith(client, key);
  const UsagePlanId = await createPlan(client);
  await bindToApis(client, [holder], serviceId, [a, b]);
  await bindToApis(client, [UsagePlanId], serviceId, [b]);
  const bind = client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] });
  await refused(bind, "UnsupportedOperation.UnsupportedBindApiKey", new RegExp(b));
});

test("limits are told before the exclusivity rule", async (t) => {
  const client = (await startManagement(t, { quotas: { keysPerUsagePlan: 1 } })).client();
  const serviceId = await createService(client);
  const [shared = "", other = ""] = await createKeys(client, 2);
  const plans = [await createPlanWith(client, shared), await createPlanWith(client, other)];
  await bindToService(client, plans, serviceId);
  const bind = client.BindSecretIds({ UsagePlanId: present(plans[1]), AccessKeyIds: [shared] });
  await refused(bind, "LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded");
});

test("keys leave a plan, disabled ones too, all of them or none", async (t) => {
  const client = (await startManagement(t)).client();
  const [a = "", b = "", outside = ""] = await createKeys(client, 3);
  const UsagePlanId = await createPlanWith(client, a, b);
  await client.DisableApiKey({ AccessKeyId: b });
  const unbind = (...AccessKeyIds: string[]) => client.UnBindSecretIds({ UsagePlanId, AccessKeyIds });
  await refused(unbind(a, "AKIDunknown"), "ResourceNotFound.InvalidAccessKeyId", /AKIDunknown/);
  await refused(unbind(a, outside), "ResourceNotFound.InvalidAccessKeyId", new RegExp(UsagePlanId));
  assert.equal((await keysOf(client, UsagePlanId)).length, 2);
  assert.equal((await unbind(a, b, a)).Result, true);
  assert.deepEqual(await keysOf(client, UsagePlanId), []);
  await refused(unbind(a), "ResourceNotFound.InvalidAccessKeyId");
});

test("the keys of a plan are listed with name and state, latest first, page by page", async (t) => {
  const client = (await startManagement(t)).client();
  const UsagePlanId = await createPlan(client);
  const ids: string[] = [];
  for (const name of ["a", "b", "c"]) {
    const id = await createKey(client, name);
    await client.BindSecretIds({ UsagePlanId, AccessKeyIds: [id] });
    ids.push(id);
  }
  await client.DisableApiKey({ AccessKeyId: present(ids[1]) });
  const all = present((await client.DescribeUsagePlanSecretIds({ UsagePlanId })).Result);
  assert.deepEqual(all, {
    TotalCount: 3,
    AccessKeyList: [
      { AccessKeyId: ids[2], SecretName: "c", Status: 1 },
      { AccessKeyId: ids[1], SecretName: "b", Status: 0 },
      { AccessKeyId: ids[0], SecretName: "a", Status: 1 },
    ],
  });
  const page = present((await client.DescribeUsagePlanSecretIds({ UsagePlanId, Limit: 1, Offset: 1 })).Result);
  assert.deepEqual(page, { TotalCount: 3, AccessKeyList: present(all.AccessKeyList).slice(1, 2) });
  const count = present((await client.DescribeUsagePlanSecretIds({ UsagePlanId, Limit: 0 })).Result);
  assert.deepEqual(count, { TotalCount: 3, AccessKeyList: [] });
});
