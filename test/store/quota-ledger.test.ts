import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuotaKey } from "../../src/model/quota.ts";
import type { Store } from "../../src/store/store.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, anApi, aPlan, aService, scope } from "./samples.ts";

const place: QuotaKey = { planId: "usagePlan-1", serviceId: "service-1", environment: "release", apiId: null };

async function storeWithPlan(): Promise<Store> {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.apis.insert(anApi("service-1", "api-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.bindings.add([aBinding("usagePlan-1", "service-1")]);
  });
  return store;
}

test("leases asked for at once never exceed the quota together", async () => {
  const store = await storeWithPlan();
  const grants = await Promise.all(Array.from({ length: 300 }, () => store.quotas.lease(place, 7, 1000)));
  assert.equal(
    grants.reduce((sum, granted) => sum + granted, 0),
    1000,
  );
  assert.deepEqual(await store.quotas.leased("usagePlan-1"), [{ ...place, count: 1000 }]);
  assert.equal(await store.quotas.lease(place, 1, 1000), 0);
});

test("a quota lowered below what is spent grants nothing, raised again it grants the rest", async () => {
  const store = await storeWithPlan();
  assert.equal(await store.quotas.lease(place, 60, 100), 60);
  assert.equal(await store.quotas.lease(place, 10, 50), 0);
  assert.equal(await store.quotas.lease(place, 50, 100), 40);
});

test("what is given back can be leased again, and no more than was leased comes back", async () => {
  const store = await storeWithPlan();
  await store.quotas.lease(place, 100, 100);
  await store.quotas.giveBack(place, 30);
  assert.equal(await store.quotas.lease(place, 100, 100), 30);
  await store.quotas.giveBack(place, 5000);
  assert.equal(await store.quotas.lease(place, 5000, 100), 100);
});

test("each place of a plan has a count of its own", async () => {
  const store = await storeWithPlan();
  assert.equal(await store.quotas.lease(place, 10, 10), 10);
  assert.equal(await store.quotas.lease({ ...place, environment: "test" }, 10, 10), 10);
  assert.equal(await store.quotas.lease({ ...place, apiId: "api-1" }, 10, 10), 10);
  assert.equal((await store.quotas.leased("usagePlan-1")).length, 3);
});

test("unbinding and binding again does not refill a quota", async () => {
  const store = await storeWithPlan();
  await store.quotas.lease(place, 10, 10);
  await store.write((tx) => tx.bindings.remove([aBinding("usagePlan-1", "service-1")]));
  await store.write((tx) => tx.bindings.add([aBinding("usagePlan-1", "service-1")]));
  assert.equal(await store.quotas.lease(place, 1, 10), 0);
});

test("a plan that was deleted grants nothing and leaves no count", async () => {
  const store = await storeWithPlan();
  await store.quotas.lease(place, 10, 10);
  await store.write((tx) => tx.usagePlans.delete(scope, "usagePlan-1"));
  assert.equal(await store.quotas.lease(place, 10, 100), 0);
  await store.quotas.giveBack(place, 10);
  assert.deepEqual(await store.quotas.leased("usagePlan-1"), []);
});

test("an API that was deleted while a lease was under way grants nothing and leaves no count", async () => {
  const store = await storeWithPlan();
  const ofApi = { ...place, apiId: "api-1" };
  assert.equal(await store.quotas.lease(ofApi, 10, 100), 10);
  await store.write((tx) => tx.apis.delete(scope, "service-1", "api-1"));
  assert.equal(await store.quotas.lease(ofApi, 10, 100), 0);
  await store.quotas.giveBack(ofApi, 10);
  assert.deepEqual(await store.quotas.leased("usagePlan-1"), []);
});

test("a want that is no count is refused", async () => {
  const store = await storeWithPlan();
  for (const want of [-1, 0.5, Number.NaN]) await assert.rejects(store.quotas.lease(place, want, 10), RangeError);
});
