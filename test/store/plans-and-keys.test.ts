import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApiKeyFilter } from "../../src/store/api-key-repository.ts";
import type { UsagePlanFilter } from "../../src/store/usage-plan-repository.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aKey, anApi, aPlan, aService, firstPage, scope } from "./samples.ts";

test("a usage plan and an api key read back as they were written", async () => {
  const store = await openedStore();
  const plan = aPlan("usagePlan-1", { description: "d", ratePerSecond: 2000, quota: 99_999_999 });
  const key = aKey("AKID1", { secret: "秘密 key", type: "manual", isEnabled: false, tags: [{ key: "a", value: "b" }] });
  await store.write(async (tx) => {
    await tx.usagePlans.insert(plan);
    await tx.apiKeys.insert(key);
  });
  await store.read(async (tx) => {
    assert.deepEqual(await tx.usagePlans.find(scope, "usagePlan-1"), plan);
    assert.deepEqual(await tx.apiKeys.find(scope, "AKID1"), key);
    assert.equal(await tx.apiKeys.find({ ...scope, region: "ap-beijing" }, "AKID1"), undefined);
    assert.equal(await tx.apiKeys.isTaken("AKID1"), true);
    assert.equal(await tx.apiKeys.isTaken("akid1"), false);
  });
});

test("api keys are filtered by secret, name, state, plan and keyword", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.apiKeys.insert(aKey("AKIDa", { name: "Straße_É", secret: "same", createdAt: 3 }));
    await tx.apiKeys.insert(aKey("AKIDb", { name: "blue", secret: "same", isEnabled: false, createdAt: 2 }));
    await tx.apiKeys.insert(aKey("AKIDc", { name: "B100%", secret: "other", createdAt: 1 }));
    await tx.apiKeys.insert(aKey("foreign", { appId: 7, secret: "same" }));
    await tx.memberships.add("usagePlan-1", ["AKIDa"], 1);
  });
  const matching = (filter: ApiKeyFilter) =>
    store.read(async (tx) => {
      const { total, items } = await tx.apiKeys.list(scope, filter, firstPage);
      assert.equal(total, items.length);
      return items.map(({ id }) => id.slice(4)).join("");
    });
  assert.equal(await matching({}), "abc");
  assert.equal(await matching({ secrets: ["same"] }), "ab");
  assert.equal(await matching({ secrets: ["same"], isEnabled: [true] }), "a");
  assert.equal(await matching({ isEnabled: [true, false] }), "abc");
  assert.equal(await matching({ nameContains: ["b"] }), "b");
  assert.equal(await matching({ keywords: ["b"] }), "bc", "in the name, whatever the case");
  assert.equal(await matching({ keywords: ["akidC"] }), "c", "in the id");
  assert.equal(await matching({ keywords: ["é"] }), "a", "beyond ASCII");
  assert.equal(await matching({ keywords: ["_"] }), "a", "_ stands for itself");
  assert.equal(await matching({ notInPlans: ["usagePlan-1"] }), "bc");
  assert.equal(await matching({ ids: ["AKIDc", "AKIDa", "foreign"] }), "ac");
});

test("usage plans are filtered by the services and apis they are not bound to", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.apis.insert(anApi("service-1", "api-1"));
    for (const id of ["1", "2", "3"]) await tx.usagePlans.insert(aPlan(id, { createdAt: Number(id) }));
    await tx.bindings.add([
      aBinding("1", "service-1"),
      aBinding("2", "service-1", { apiId: "api-1", environment: "test" }),
    ]);
  });
  const matching = (filter: UsagePlanFilter) =>
    store.read(async (tx) => (await tx.usagePlans.list(scope, filter, firstPage)).items.map(({ id }) => id).join(""));
  assert.equal(await matching({ notBoundToServices: ["service-1"] }), "3");
  assert.equal(await matching({ notBoundToServices: ["service-1"], environments: ["release"] }), "32");
  assert.equal(await matching({ notBoundToApis: ["api-1"] }), "31");
  assert.equal(await matching({ notBoundToApis: ["api-1"], environments: ["release"] }), "321");
});

test("keys of a plan are listed latest added first", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-2"));
    for (const id of ["AKIDa", "AKIDb", "AKIDc"]) await tx.apiKeys.insert(aKey(id));
    await tx.memberships.add("usagePlan-1", ["AKIDb"], 1);
    await tx.memberships.add("usagePlan-1", ["AKIDa", "AKIDc"], 2);
    await tx.memberships.add("usagePlan-2", ["AKIDb"], 3);
  });
  await store.read(async (tx) => {
    for await (const ids of tx.memberships.slicesOfKeys("usagePlan-1")) {
      assert.deepEqual(ids, ["AKIDc", "AKIDa", "AKIDb"]);
    }
    const { total, items } = await tx.memberships.listKeys("usagePlan-1", { offset: 1, limit: 1 });
    assert.deepEqual([total, items], [3, [aKey("AKIDa")]]);
    assert.deepEqual(await tx.memberships.present("usagePlan-1", ["AKIDb", "AKIDx"]), ["AKIDb"]);
    assert.deepEqual(
      await tx.memberships.plansOf(["AKIDb", "AKIDx"]),
      new Map([
        ["AKIDb", ["usagePlan-1", "usagePlan-2"]],
        ["AKIDx", []],
      ]),
    );
    assert.deepEqual(await tx.bindings.sharedKeys("usagePlan-1", ["usagePlan-1", "usagePlan-2"]), [
      { keyId: "AKIDb", planId: "usagePlan-2" },
    ]);
  });
});

test("bindings are found by any part of their place and per key of their plans", async () => {
  const store = await openedStore();
  const serviceLevel = aBinding("usagePlan-1", "service-1", { createdAt: 1 });
  const apiLevel = aBinding("usagePlan-2", "service-1", { environment: "test", apiId: "api-1", createdAt: 2 });
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-2"));
    await tx.apiKeys.insert(aKey("AKID1"));
    await tx.memberships.add("usagePlan-2", ["AKID1"], 1);
    await tx.bindings.add([serviceLevel, apiLevel]);
  });
  await store.read(async (tx) => {
    assert.deepEqual(await tx.bindings.find({ serviceId: "service-1" }), [apiLevel, serviceLevel]);
    assert.deepEqual(await tx.bindings.find({ serviceId: "service-1", level: "API" }), [apiLevel]);
    assert.deepEqual(await tx.bindings.find({ planId: "usagePlan-1", level: "SERVICE" }), [serviceLevel]);
    assert.deepEqual(await tx.bindings.find({ planId: "usagePlan-1", environment: "test" }), []);
    assert.deepEqual(await tx.bindings.find({ serviceId: "service-1", apiIds: ["api-1"] }), [apiLevel]);
    assert.deepEqual(await tx.bindings.ofPlansHolding(["AKID1"]), [{ ...apiLevel, keyId: "AKID1" }]);
  });
  await store.write((tx) => tx.bindings.remove([apiLevel]));
  assert.equal(await store.read((tx) => tx.bindings.count({ serviceId: "service-1" })), 1);
});
