import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { createSnapshotFeed, type SnapshotFeed, type SnapshotFeedOptions } from "../../src/snapshot/follow.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { openedStore, temporaryFolder } from "../store/opened-store.ts";
import { aBinding, aKey, anApi, aPlan, aService, scope } from "../store/samples.ts";

function feedOf(store: Store, rest: Partial<SnapshotFeedOptions> = {}): SnapshotFeed {
  const onError = (error: unknown) => assert.fail(String(error));
  const feed = createSnapshotFeed(store, {
    domain: "GW.test",
    serviceRate: 5000,
    pollIntervalMs: 1e6,
    onError,
    onUnreadable: onError,
    ...rest,
  });
  after(() => feed.close());
  return feed;
}

test("the first delta is complete: everything live, what runs, keys with secrets and plans", async () => {
  const store = await openedStore();
  const api = anApi("service-1", "api-1");
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1", { protocol: "https", netTypes: ["INNER", "OUTER"] }));
    await tx.apis.insert(api);
    await tx.usagePlans.insert(aPlan("usagePlan-1", { ratePerSecond: 5, quota: 100 }));
    await tx.apiKeys.insert(aKey("AKID1"));
    await tx.memberships.add("usagePlan-1", ["AKID1"], 1);
    await tx.bindings.add([aBinding("usagePlan-1", "service-1", { apiId: "api-1" })]);
    await tx.strategies.setService({ serviceId: "service-1", environment: "release", rate: 7 });
    await tx.strategies.setApis([{ serviceId: "service-1", apiId: "api-1", environment: "test", rate: 3 }]);
    await tx.releases.insertVersion({ name: "v1", serviceId: "service-1", description: null, createdAt: 1 }, [api]);
    await tx.releases.setRunning({ serviceId: "service-1", environment: "release", versionName: "v1", since: 1 });
  });
  const deltas: SnapshotDelta[] = [];
  await feedOf(store).subscribe((delta) => deltas.push(delta));
  assert.deepEqual(deltas, [
    {
      seq: await store.read((tx) => tx.changes.latest()),
      isComplete: true,
      services: [
        {
          id: "service-1",
          appId: scope.appId,
          region: scope.region,
          protocol: "https",
          instanceId: null,
          hosts: ["service-1-1250000000.gz.gw.test", "service-1-1250000000.gz-in.gw.test"],
          customDomains: [],
          rates: [
            { environment: "test", rate: 5000 },
            { environment: "prepub", rate: 5000 },
            { environment: "release", rate: 7 },
          ],
          apiRates: [{ apiId: "api-1", environment: "test", rate: 3 }],
          bindings: [{ planId: "usagePlan-1", environment: "release", apiId: "api-1" }],
          plugins: [],
          ipStrategies: [],
        },
      ],
      removedServices: [],
      environments: [
        {
          serviceId: "service-1",
          environment: "release",
          versionName: "v1",
          apis: [{ id: "api-1", createdAt: 1000, definition: api.definition }],
        },
      ],
      keys: [{ id: "AKID1", appId: scope.appId, secret: "secret of AKID1", isEnabled: true, planIds: ["usagePlan-1"] }],
      removedKeys: [],
      plans: [{ id: "usagePlan-1", ratePerSecond: 5, quota: 100 }],
      removedPlans: [],
      apps: [],
      removedApps: [],
      appBindings: [],
      upstreams: [],
      removedUpstreams: [],
    },
  ] satisfies SnapshotDelta[]);
});

test("a step names what changed and nothing else", async () => {
  const store = await openedStore();
  await store.write(async (tx) => {
    await tx.services.insert(aService("service-1"));
    for (const id of ["AKID1", "AKID2", "AKID3"]) await tx.apiKeys.insert(aKey(id));
  });
  const feed = feedOf(store);
  const deltas: SnapshotDelta[] = [];
  await feed.subscribe((delta) => deltas.push(delta));
  await store.write(async (tx) => {
    await tx.apiKeys.update(aKey("AKID1", { isEnabled: false }));
    await tx.apiKeys.delete(scope, "AKID2");
    await tx.releases.insertVersion({ name: "v1", serviceId: "service-1", description: null, createdAt: 1 }, []);
    await tx.releases.setRunning({ serviceId: "service-1", environment: "test", versionName: "v1", since: 1 });
    await tx.releases.clearRunning("service-1", "test");
  });
  await feed.catchUp();
  await feed.catchUp();
  assert.equal(deltas.length, 2, "no delta when nothing has changed");
  assert.deepEqual(deltas[1], {
    seq: feed.seq,
    isComplete: false,
    services: [],
    removedServices: [],
    environments: [{ serviceId: "service-1", environment: "test", versionName: null, apis: [] }],
    keys: [{ id: "AKID1", appId: scope.appId, secret: "secret of AKID1", isEnabled: false, planIds: [] }],
    removedKeys: ["AKID2"],
    plans: [],
    removedPlans: [],
    apps: [],
    removedApps: [],
    appBindings: [],
    upstreams: [],
    removedUpstreams: [],
  });
});

test("catching up resolves after everything committed before the call has been applied, however many call", async () => {
  const store = await openedStore();
  const feed = feedOf(store);
  const seen = new Set<string>();
  let steps = 0;
  await feed.subscribe((delta) => {
    steps++;
    for (const { id } of delta.keys) seen.add(id);
  });
  const writers = Array.from({ length: 40 }, async (_, i) => {
    await store.write((tx) => tx.apiKeys.insert(aKey(`AKID${i}`)));
    await feed.catchUp();
    assert.ok(seen.has(`AKID${i}`));
  });
  await Promise.all(writers);
  const before = steps;
  await store.write((tx) => tx.apiKeys.insert(aKey("AKIDlast")));
  await Promise.all(Array.from({ length: 10 }, () => feed.catchUp()));
  assert.equal(steps, before + 1, "calls that wait share one step");
});

test("all subscribers are handed a step in the same turn, and one that fails does not keep it from the others", async () => {
  const store = await openedStore();
  const errors: unknown[] = [];
  const feed = feedOf(store, { onError: (error) => errors.push(error) });
  const order: string[] = [];
  await feed.subscribe(() => void order.push("first"));
  await feed.subscribe(({ isComplete }) => {
    if (!isComplete) throw new Error("cannot apply");
  });
  const stop = await feed.subscribe(() => {
    order.push("last");
    queueMicrotask(() => order.push("next turn"));
  });
  order.length = 0;
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID1")));
  await feed.catchUp();
  assert.deepEqual(order.slice(0, 2), ["first", "last"]);
  assert.equal(errors.length, 1);
  stop();
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID2")));
  await feed.catchUp();
  assert.equal(order.filter((name) => name === "last").length, 1, "handed a step after it stopped");
});

test("a subscriber that failed to apply a step gets the complete state, with or without another change", async () => {
  const store = await openedStore();
  const errors: unknown[] = [];
  const feed = feedOf(store, { onError: (error) => errors.push(error) });
  let failures = 0;
  const applied: SnapshotDelta[] = [];
  const other: SnapshotDelta[] = [];
  await feed.subscribe((delta) => {
    if (failures-- > 0) throw new Error("cannot apply");
    applied.push(delta);
  });
  await feed.subscribe((delta) => other.push(delta));
  failures = 2;
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID1")));
  await feed.catchUp();
  await feed.catchUp();
  assert.equal(applied.length, 1, "it failed again");
  await feed.catchUp();
  assert.deepEqual([applied[1]?.isComplete, applied[1]?.seq, applied[1]?.keys.length], [true, feed.seq, 1]);
  assert.equal(errors.length, 2);

  await store.write((tx) => tx.apiKeys.insert(aKey("AKID2")));
  await feed.catchUp();
  assert.deepEqual([applied[2]?.isComplete, applied[2]?.keys.map(({ id }) => id)], [false, ["AKID2"]]);
  assert.equal(other.length, 3, "the other got the first state and one step for each change");
});

test("a step that cannot be built is reported, leaves the old state in force and is tried again", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  after(() => store.close());
  const errors: unknown[] = [];
  const feed = feedOf(store, { onError: (error) => errors.push(error) });
  const deltas: SnapshotDelta[] = [];
  await feed.subscribe((delta) => deltas.push(delta));
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID1")));
  const tamper = new DatabaseSync(path);
  tamper.exec("alter table api_keys rename to elsewhere");
  await assert.rejects(feed.catchUp(), { name: "StoreError" });
  assert.equal(errors.length, 1);
  assert.equal(deltas.length, 1);
  tamper.exec("alter table elsewhere rename to api_keys");
  tamper.close();
  await feed.catchUp();
  assert.deepEqual(
    deltas[1]?.keys.map(({ id }) => id),
    ["AKID1"],
  );
});

test("what another process writes arrives by polling", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const masterKey = randomBytes(32);
  const store = await openStore({ path, masterKey });
  const other = await openStore({ path, masterKey });
  after(() => Promise.all([store.close(), other.close()]));
  const arrived = new EventTarget();
  const feed = feedOf(store, { pollIntervalMs: 5 });
  await feed.subscribe((delta) => {
    if (delta.plans.length > 0) arrived.dispatchEvent(new Event("plan"));
  });
  const plan = once(arrived, "plan", { signal: AbortSignal.timeout(10_000) });
  // The poll does not keep a process alive by itself.
  const alive = setInterval(() => {}, 1000);
  await other.write((tx) => tx.usagePlans.insert(aPlan("usagePlan-1")));
  await plan;
  clearInterval(alive);
});

test("a follower whose place in the log is gone gets the complete state again", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  after(() => store.close());
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID1")));
  const feed = feedOf(store);
  const deltas: SnapshotDelta[] = [];
  await feed.subscribe((delta) => deltas.push(delta));
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID2")));
  await store.write((tx) => tx.apiKeys.insert(aKey("AKID3")));
  const trimming = new DatabaseSync(path);
  trimming.exec("delete from changes where seq < 3");
  trimming.close();
  await feed.catchUp();
  assert.deepEqual([deltas[1]?.isComplete, deltas[1]?.seq, deltas[1]?.keys.length], [true, 3, 3]);
});
