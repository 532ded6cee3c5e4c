import assert from "node:assert/strict";
import { test } from "node:test";
import type { ServiceFilter } from "../../src/store/service-repository.ts";
import type { Store } from "../../src/store/store.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aKey, anApi, aPlan, aService, firstPage, scope } from "./samples.ts";

async function idsMatching(store: Store, filter: ServiceFilter): Promise<string[]> {
  const { total, items } = await store.read((tx) => tx.services.list(scope, filter, firstPage));
  assert.equal(total, items.length);
  return items.map(({ id }) => id);
}

test("a service reads back as it was written", async () => {
  const store = await openedStore();
  const service = aService("service-1", {
    name: "订单",
    description: "",
    netTypes: ["INNER", "OUTER"],
    vpcId: "vpc-1",
    tags: [{ key: "__proto__", value: "100%_'\"" }],
  });
  await store.write((tx) => tx.services.insert(service));
  assert.deepEqual(await store.read((tx) => tx.services.find(scope, "service-1")), service);
  const modified = { ...service, description: null, modifiedAt: 2000 };
  await store.write((tx) => tx.services.update(modified));
  assert.deepEqual(await store.read((tx) => tx.services.findMany(scope, ["service-1", "service-2"])), [modified]);
});

test("a service is invisible to another account and in another region", async () => {
  const store = await openedStore();
  await store.write((tx) => tx.services.insert(aService("service-1")));
  for (const foreign of [
    { ...scope, appId: 1 },
    { ...scope, region: "ap-beijing" },
  ]) {
    await store.write(async (tx) => {
      assert.equal(await tx.services.find(foreign, "service-1"), undefined);
      assert.deepEqual(await tx.services.findMany(foreign, ["service-1"]), []);
      assert.deepEqual(await tx.services.list(foreign, { ids: ["service-1"] }, firstPage), { total: 0, items: [] });
      assert.equal(await tx.services.count(foreign), 0);
      await tx.services.delete(foreign, "service-1");
      await assert.rejects(tx.services.update({ ...aService("service-1"), ...foreign }), { kind: "not-found" });
    });
  }
  assert.equal(await store.read((tx) => tx.services.count(scope)), 1);
});

test("services are listed newest first, those of the same moment by id, in pages", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    for (const [id, createdAt] of [
      ["a", 1],
      ["c", 2],
      ["b", 2],
      ["d", 3],
    ] as const) {
      await tx.services.insert(aService(id, { createdAt }));
    }
  });
  const page = (offset: number, limit: number) =>
    store.read(async (tx) => {
      const { total, items } = await tx.services.list(scope, {}, { offset, limit });
      return [total, items.map(({ id }) => id).join("")];
    });
  assert.deepEqual(await page(0, 3), [4, "dcb"]);
  assert.deepEqual(await page(3, 3), [4, "a"]);
  assert.deepEqual(await page(4, 3), [4, ""]);
  assert.deepEqual(await page(0, 0), [4, ""]);
});

test("services are filtered by attributes: values are alternatives, members are combined, empty ones do not constrain", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("1", { name: "pay_v1", netTypes: ["OUTER"], createdAt: 3 }));
    await tx.services.insert(aService("2", { name: "payXv1", netTypes: ["OUTER", "INNER"], createdAt: 2 }));
    await tx.services.insert(
      aService("3", { name: "PAY_%", ipVersion: "IPv6", instanceId: "instance-1", createdAt: 1 }),
    );
  });
  assert.deepEqual(await idsMatching(store, { nameContains: ["y_v"] }), ["1"], "_ stands for itself");
  assert.deepEqual(await idsMatching(store, { nameContains: ["%"] }), ["3"], "% stands for itself");
  assert.deepEqual(await idsMatching(store, { nameContains: ["pay"] }), ["1", "2"], "case counts");
  assert.deepEqual(await idsMatching(store, { nameContains: ["_v1", "PAY"] }), ["1", "3"]);
  assert.deepEqual(await idsMatching(store, { netTypes: ["INNER"] }), ["2"]);
  assert.deepEqual(await idsMatching(store, { ipVersions: ["IPv6"], instanceIds: ["instance-1"] }), ["3"]);
  assert.deepEqual(await idsMatching(store, { ids: ["1", "2"], nameContains: ["X"] }), ["2"]);
  assert.deepEqual(await idsMatching(store, { ids: [], nameContains: [], netTypes: [] }), ["1", "2", "3"]);
});

test("services are filtered by where they are released and by the plans they lack", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    for (const id of ["1", "2", "3"]) await tx.services.insert(aService(id, { createdAt: Number(id) }));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.bindings.add([aBinding("usagePlan-1", "1"), aBinding("usagePlan-1", "2", { environment: "test" })]);
    await tx.releases.insertVersion({ name: "v1", serviceId: "1", description: null, createdAt: 1 }, []);
    await tx.releases.setRunning({ serviceId: "1", environment: "release", versionName: "v1", since: 1 });
  });
  const planIds = ["usagePlan-1"];
  assert.deepEqual(await idsMatching(store, { releasedIn: ["test", "release"] }), ["1"]);
  assert.deepEqual(await idsMatching(store, { releasedIn: ["test"] }), []);
  assert.deepEqual(await idsMatching(store, { notBoundTo: { planIds } }), ["3"]);
  assert.deepEqual(await idsMatching(store, { notBoundTo: { planIds, environments: ["test"] } }), ["3", "1"]);
});

test("deleting a service removes everything it owns and nothing else", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    await tx.apiKeys.insert(aKey("AKID1"));
    await tx.memberships.add("usagePlan-1", ["AKID1"], 1);
    for (const id of ["1", "2"]) {
      const api = anApi(id, `api-${id}`);
      await tx.services.insert(aService(id));
      await tx.apis.insert(api);
      await tx.strategies.setService({ serviceId: id, environment: "test", rate: 5 });
      await tx.strategies.setApis([{ serviceId: id, apiId: api.id, environment: "test", rate: 5 }]);
      await tx.bindings.add([aBinding("usagePlan-1", id)]);
      const running = { serviceId: id, environment: "release", versionName: `v${id}` } as const;
      await tx.releases.insertVersion({ name: `v${id}`, serviceId: id, description: null, createdAt: 1 }, [api]);
      await tx.releases.setRunning({ ...running, since: 1 });
      await tx.releases.appendHistory({ ...running, description: null, at: 1 });
    }
  });
  const place = { planId: "usagePlan-1", environment: "release", apiId: null } as const;
  for (const serviceId of ["1", "2"]) await store.quotas.lease({ ...place, serviceId }, 5, 10);

  await store.write((tx) => tx.services.delete(scope, "1"));

  const owned = (id: string) =>
    store.read(async (tx) => [
      await tx.apis.count(id),
      (await tx.strategies.ofService(id)).length,
      (await tx.strategies.ofApis(id)).length,
      await tx.bindings.count({ serviceId: id }),
      (await tx.releases.running(id)).length,
      (await tx.releases.listVersions(id, firstPage)).total,
      (await tx.releases.frozenApis(`v${id}`)).length,
      (await tx.releases.listHistory(id, undefined, firstPage)).total,
    ]);
  assert.deepEqual(await owned("1"), [0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(await owned("2"), [1, 1, 1, 1, 1, 1, 1, 1]);
  assert.deepEqual(await store.quotas.leased("usagePlan-1"), [{ ...place, serviceId: "2", count: 5 }]);
  assert.equal(await store.read((tx) => tx.memberships.countKeys("usagePlan-1")), 1);
});
