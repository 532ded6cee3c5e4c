import assert from "node:assert/strict";
import { test } from "node:test";
import { StoreError } from "../../src/store/errors.ts";
import { openedStore } from "./opened-store.ts";
import { aPlan, aService, scope } from "./samples.ts";

test("a transaction that throws leaves nothing behind, not even in the change log", async () => {
  const store = await openedStore();
  const failure = new Error("refused");
  await assert.rejects(
    store.write(async (tx) => {
      await tx.services.insert(aService("service-1"));
      throw failure;
    }),
    failure,
  );
  await store.read(async (tx) => {
    assert.equal(await tx.services.find(scope, "service-1"), undefined);
    assert.equal(await tx.changes.latest(), 0);
  });
});

test("writes that overlap run one after another", async () => {
  const store = await openedStore();
  await store.write((tx) => tx.usagePlans.insert(aPlan("usagePlan-1", { quota: 0 })));
  const increment = () =>
    store.write(async (tx) => {
      const plan = await tx.usagePlans.find(scope, "usagePlan-1");
      assert.ok(plan);
      await new Promise(setImmediate);
      await tx.usagePlans.update({ ...plan, quota: plan.quota + 1 });
    });
  await Promise.all(Array.from({ length: 10 }, increment));
  const plan = await store.read((tx) => tx.usagePlans.find(scope, "usagePlan-1"));
  assert.equal(plan?.quota, 10);
});

test("a read sees one state from beginning to end and does not hold up writes", async () => {
  const store = await openedStore();
  await store.write((tx) => tx.services.insert(aService("service-1")));
  const counts = await store.read(async (tx) => {
    const before = await tx.services.count(scope);
    await store.write((other) => other.services.insert(aService("service-2")));
    return [before, await tx.services.count(scope)];
  });
  assert.deepEqual(counts, [1, 1]);
  assert.equal(await store.read((tx) => tx.services.count(scope)), 2);
});

test("a read cannot write", async () => {
  const store = await openedStore();
  await assert.rejects(
    store.read((tx) => tx.services.insert(aService("service-1"))),
    { name: "StoreError", kind: "unavailable" },
  );
});

test("inserting an id that exists is a conflict", async () => {
  const store = await openedStore();
  await store.write((tx) => tx.services.insert(aService("service-1")));
  await assert.rejects(
    store.write((tx) => tx.services.insert(aService("service-1"))),
    (error) => error instanceof StoreError && error.kind === "conflict",
  );
});

test("updating a record that does not exist is refused", async () => {
  const store = await openedStore();
  await assert.rejects(
    store.write((tx) => tx.services.update(aService("service-1"))),
    { name: "StoreError", kind: "not-found" },
  );
});

test("closing waits for transactions that run and refuses new ones", async () => {
  const store = await openedStore();
  const running = store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await new Promise(setImmediate);
    return tx.services.count(scope);
  });
  await store.close();
  assert.equal(await running, 1);
  await assert.rejects(
    store.read((tx) => tx.services.count(scope)),
    { name: "StoreError", kind: "unavailable" },
  );
});
