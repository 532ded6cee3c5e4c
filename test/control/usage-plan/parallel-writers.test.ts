import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps } from "../../../src/model/place.ts";
import type { Binding } from "../../../src/model/usage-plan.ts";
import { type Client, type Management, startManagement } from "../management.ts";
import { codeOf, present } from "../outcome.ts";
import { createPlan, createService } from "../resources.ts";
import { bindToService, createKey, createKeys, createPlanWith } from "./resources.ts";

test("of many plans that share a key, bound at once, one environment takes one", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const key = await createKey(client);
  const plans: string[] = [];
  for (let index = 0; index < 8; index += 1) plans.push(await createPlanWith(client, key));
  const codes = await Promise.all(plans.map((plan) => codeOf(bindToService(client, [plan], serviceId))));
  assert.equal(codes.filter((code) => code === "ok").length, 1);
  assert.equal(codes.filter((code) => code === "UnsupportedOperation.UnsupportedBindEnvironment").length, 7);
});

test("of many plans in force at one place, a key bound to all at once comes into one", async (t) => {
  const client = (await startManagement(t)).client();
  const serviceId = await createService(client);
  const key = await createKey(client);
  const plans: string[] = [];
  for (let index = 0; index < 8; index += 1) plans.push(await createPlan(client));
  await bindToService(client, plans, serviceId);
  const bind = (UsagePlanId: string) => codeOf(client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] }));
  const codes = await Promise.all(plans.map(bind));
  assert.equal(codes.filter((code) => code === "ok").length, 1);
  assert.equal(codes.filter((code) => code === "UnsupportedOperation.UnsupportedBindApiKey").length, 7);
});

test("a plan filled by many callers at once keeps to its limit", async (t) => {
  const client = (await startManagement(t, { quotas: { keysPerUsagePlan: 5 } })).client();
  const UsagePlanId = await createPlan(client);
  const keys = await createKeys(client, 12);
  const codes = await Promise.all(
    keys.map((key) => codeOf(client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] }))),
  );
  assert.equal(codes.filter((code) => code === "ok").length, 5);
  assert.equal((await client.DescribeUsagePlan({ UsagePlanId })).Result?.BindSecretIdTotalCount, 5);
});

test("keys and environments bound and unbound at once never break a rule", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const services = [await createService(client), await createService(client)];
  const keys = await createKeys(client, 3);
  const plans: string[] = [];
  for (let index = 0; index < 4; index += 1) plans.push(await createPlan(client));

  // Every pairing is bound, then unbound, then bound again, all in one throng.
  const calls = plans.flatMap((plan) => [
    ...services.flatMap((service) => bindThrong(client, plan, service)),
    ...keys.flatMap((key) => keyThrong(client, plan, key)),
  ]);
  const codes = await Promise.all(calls.map((call) => codeOf(call())));
  const expected = new Set([
    "ok",
    "ResourceNotFound.InvalidAccessKeyId",
    "UnsupportedOperation.AlreadyBindUsagePlan",
    "UnsupportedOperation.UnsupportedBindApiKey",
    "UnsupportedOperation.UnsupportedBindEnvironment",
    "UnsupportedOperation.UnsupportedUnBindEnvironment",
  ]);
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !expected.has(code)),
    [],
  );
  assert.ok(
    codes.some((code) => /UnsupportedBind/.test(code)),
    "the throng met the rule",
  );
  await assertExclusive(management, client, plans);
});

function bindThrong(client: Client, plan: string, ServiceId: string): (() => Promise<unknown>)[] {
  const call = { UsagePlanIds: [plan], BindType: "SERVICE", Environment: "test", ServiceId };
  return [() => client.BindEnvironment(call), () => client.UnBindEnvironment(call), () => client.BindEnvironment(call)];
}

function keyThrong(client: Client, UsagePlanId: string, key: string): (() => Promise<unknown>)[] {
  const call = { UsagePlanId, AccessKeyIds: [key] };
  return [() => client.BindSecretIds(call), () => client.UnBindSecretIds(call), () => client.BindSecretIds(call)];
}

/** No two plans that hold a common key are in force at overlapping places. */
async function assertExclusive(management: Management, client: Client, plans: readonly string[]): Promise<void> {
  const held = new Map<string, { readonly keys: ReadonlySet<string>; readonly bindings: readonly Binding[] }>();
  for (const planId of plans) {
    const keys = present((await client.DescribeUsagePlan({ UsagePlanId: planId })).Result?.BindSecretIds);
    held.set(planId, {
      keys: new Set(keys),
      bindings: await management.store.read((tx) => tx.bindings.find({ planId })),
    });
  }
  const all = [...held.values()];
  assert.ok(all.some((plan) => plan.keys.size > 0) && all.some((plan) => plan.bindings.length > 0));
  for (const [index, one] of all.entries()) {
    for (const other of all.slice(index + 1)) {
      if (![...one.keys].some((key) => other.keys.has(key))) continue;
      const clash = one.bindings.some((a) => other.bindings.some((b) => overlaps(a, b)));
      assert.equal(clash, false, "two plans with a common key are in force at one place");
    }
  }
}
