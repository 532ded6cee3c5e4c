import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApiFilter } from "../../src/store/api-repository.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aDefinition, anApi, aPlan, aService, firstPage, scope } from "./samples.ts";

test("an api reads back as it was written and is found by its attributes", async () => {
  const store = await openedStore();
  const api = anApi("service-1", "api-1", { tags: [{ key: "team", value: "a:b" }] });
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.apis.insert(api);
  });
  const renamed = { ...api, definition: aDefinition({ name: null, path: "/^~/x", method: "ANY" }) };
  await store.write(async (tx) => {
    assert.deepEqual(await tx.apis.find(scope, "service-1", "api-1"), api);
    assert.deepEqual(await tx.apis.findByName(scope, "service-1", "orders"), api);
    assert.deepEqual(await tx.apis.findByPathAndMethod(scope, "service-1", "/orders/{id}", "GET"), api);
    await tx.apis.update(renamed);
    assert.equal(await tx.apis.findByName(scope, "service-1", "orders"), undefined);
    assert.deepEqual(await tx.apis.findByPathAndMethod(scope, "service-1", "/^~/x", "ANY"), renamed);
  });
});

test("an api is found only through its service", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.services.insert(aService("service-2"));
    await tx.apis.insert(anApi("service-1", "api-1"));
    assert.equal(await tx.apis.find(scope, "service-2", "api-1"), undefined);
    assert.deepEqual(await tx.apis.findMany(scope, "service-2", ["api-1"]), []);
    await tx.apis.delete(scope, "service-2", "api-1");
    assert.equal(await tx.apis.count("service-1"), 1);
  });
});

test("apis are filtered by path, type, tags and by the plans they lack", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.apis.insert(
      anApi("service-1", "1", { definition: aDefinition({ path: "/a_b", authType: "NONE" }), createdAt: 2000 }),
    );
    await tx.apis.insert(
      anApi("service-1", "2", { definition: aDefinition({ path: "/aXb" }), tags: [{ key: "k", value: "v" }] }),
    );
  });
  const matching = (filter: ApiFilter) =>
    store.read(async (tx) => {
      const { items } = await tx.apis.list(scope, "service-1", filter, firstPage);
      return items.map(({ id }) => id);
    });
  assert.deepEqual(await matching({}), ["1", "2"]);
  assert.deepEqual(await matching({ pathContains: ["a_b"] }), ["1"]);
  assert.deepEqual(await matching({ authTypes: ["SECRET"], apiTypes: ["NORMAL"] }), ["2"]);
  assert.deepEqual(await matching({ tags: ["k:v"] }), ["2"]);
  assert.deepEqual(await matching({ tags: ["k:w"] }), []);
  assert.deepEqual(await matching({ tagKeys: ["k", "other"] }), ["2"]);

  const notBound = () => matching({ notBoundTo: { planIds: ["usagePlan-1"], environments: ["release"] } });
  assert.deepEqual(await notBound(), ["1", "2"]);
  await store.write((tx) => tx.bindings.add([aBinding("usagePlan-1", "service-1", { apiId: "2" })]));
  assert.deepEqual(await notBound(), ["1"]);
  await store.write((tx) => tx.bindings.add([aBinding("usagePlan-1", "service-1")]));
  assert.deepEqual(await notBound(), [], "a service-level binding covers every api");
});

test("deleting an api takes its strategies, bindings and quotas with it but not what versions froze", async () => {
  const store = await openedStore();
  const api = anApi("service-1", "api-1");
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.apis.insert(api);
    await tx.strategies.setApis([{ serviceId: "service-1", apiId: "api-1", environment: "test", rate: 5 }]);
    await tx.bindings.add([aBinding("usagePlan-1", "service-1", { apiId: "api-1" })]);
    await tx.releases.insertVersion({ name: "v1", serviceId: "service-1", description: null, createdAt: 1 }, [api]);
  });
  await store.quotas.lease({ ...aBinding("usagePlan-1", "service-1", { apiId: "api-1" }) }, 1, 10);
  await store.write((tx) => tx.apis.delete(scope, "service-1", "api-1"));
  await store.read(async (tx) => {
    assert.deepEqual(await tx.strategies.ofApis("service-1"), []);
    assert.deepEqual(await tx.bindings.find({ serviceId: "service-1" }), []);
    assert.deepEqual(await tx.releases.frozenApis("v1"), [api]);
  });
  assert.deepEqual(await store.quotas.leased("usagePlan-1"), []);
});
