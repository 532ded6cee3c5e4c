import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store, Transaction } from "../../src/store/store.ts";
import { openedStore } from "./opened-store.ts";
import { aBinding, aKey, anApi, aPlan, aService, scope } from "./samples.ts";

const running = { serviceId: "service-1", environment: "release", versionName: "v1", since: 1 } as const;
const version = { name: "v1", serviceId: "service-1", description: null, createdAt: 1 };

async function filledStore(): Promise<Store> {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.apis.insert(anApi("service-1", "api-1"));
    await tx.usagePlans.insert(aPlan("usagePlan-1"));
    for (const id of ["AKID1", "AKID2", "AKID3"]) await tx.apiKeys.insert(aKey(id));
    await tx.memberships.add("usagePlan-1", ["AKID1", "AKID2"], 1);
    await tx.bindings.add([aBinding("usagePlan-1", "service-1")]);
    await tx.releases.insertVersion(version, [anApi("service-1", "api-1")]);
    await tx.releases.setRunning(running);
  });
  return store;
}

/** What each kind of write must name, as `kind id`. */
const writes: Record<string, [work: (tx: Transaction) => Promise<unknown>, changes: string[]]> = {
  "inserting a service": [(tx) => tx.services.insert(aService("service-2")), ["service service-2"]],
  "updating a service": [(tx) => tx.services.update(aService("service-1")), ["service service-1"]],
  "deleting a service": [
    (tx) => tx.services.delete(scope, "service-1"),
    [
      "environment service-1/prepub",
      "environment service-1/release",
      "environment service-1/test",
      "service service-1",
    ],
  ],
  "writing a draft": [(tx) => tx.apis.insert(anApi("service-1", "api-2")), []],
  "deleting a draft with what hangs on it": [
    (tx) => tx.apis.delete(scope, "service-1", "api-1"),
    ["service service-1"],
  ],
  "a strategy of a service": [
    (tx) => tx.strategies.setService({ serviceId: "service-1", environment: "test", rate: 1 }),
    ["service service-1"],
  ],
  "strategies of apis": [
    (tx) => tx.strategies.setApis([{ serviceId: "service-1", apiId: "api-1", environment: "test", rate: 1 }]),
    ["service service-1"],
  ],
  binding: [
    (tx) => tx.bindings.add([aBinding("usagePlan-1", "service-1", { environment: "test" })]),
    ["service service-1"],
  ],
  unbinding: [(tx) => tx.bindings.remove([aBinding("usagePlan-1", "service-1")]), ["service service-1"]],
  "making a version": [(tx) => tx.releases.insertVersion({ ...version, name: "v2" }, []), []],
  "running a version": [
    (tx) => tx.releases.setRunning({ ...running, environment: "test" }),
    ["environment service-1/test"],
  ],
  "taking an environment offline": [
    (tx) => tx.releases.clearRunning("service-1", "release"),
    ["environment service-1/release"],
  ],
  "inserting a key": [(tx) => tx.apiKeys.insert(aKey("AKID4")), ["api-key AKID4"]],
  "updating a key": [(tx) => tx.apiKeys.update(aKey("AKID1", { isEnabled: false })), ["api-key AKID1"]],
  "deleting a key": [(tx) => tx.apiKeys.delete(scope, "AKID1"), ["api-key AKID1"]],
  "adding keys to a plan": [(tx) => tx.memberships.add("usagePlan-1", ["AKID3"], 2), ["api-key AKID3"]],
  "removing keys from a plan": [
    (tx) => tx.memberships.remove("usagePlan-1", ["AKID1", "AKID2"]),
    ["api-key AKID1", "api-key AKID2"],
  ],
  "inserting a plan": [(tx) => tx.usagePlans.insert(aPlan("usagePlan-2")), ["usage-plan usagePlan-2"]],
  "updating a plan": [(tx) => tx.usagePlans.update(aPlan("usagePlan-1")), ["usage-plan usagePlan-1"]],
  "deleting a plan with keys and bindings": [
    (tx) => tx.usagePlans.delete(scope, "usagePlan-1"),
    ["api-key AKID1", "api-key AKID2", "service service-1", "usage-plan usagePlan-1"],
  ],
  "deleting what does not exist": [(tx) => tx.services.delete(scope, "service-9"), []],
};

for (const [name, [work, expected]] of Object.entries(writes)) {
  test(`${name} is logged as ${expected.join(", ") || "no change"}`, async () => {
    const store = await filledStore();
    const before = await store.read((tx) => tx.changes.latest());
    await store.write(work);
    const changes = await store.read((tx) => tx.changes.after(before, 100));
    assert.deepEqual(changes.map(({ kind, id }) => `${kind} ${id}`).toSorted(), expected);
    assert.equal(changes.at(-1)?.seq ?? before, await store.read((tx) => tx.changes.latest()));
  });
}

test("one transaction logs each thing once, and sequence numbers grow across transactions", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    await tx.services.update(aService("service-1", { name: "renamed" }));
  });
  await store.write((tx) => tx.services.update(aService("service-1")));
  await store.read(async (tx) => {
    const changes = await tx.changes.after(0, 100);
    assert.deepEqual(
      changes.map(({ seq, id }) => [seq, id]),
      [
        [1, "service-1"],
        [2, "service-1"],
      ],
    );
    assert.deepEqual(await tx.changes.after(0, 1), changes.slice(0, 1));
    assert.deepEqual([await tx.changes.oldest(), await tx.changes.latest()], [1, 2]);
  });
});
