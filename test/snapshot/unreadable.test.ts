import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import type { SnapshotDelta } from "../../src/snapshot/delta.ts";
import { createSnapshotFeed } from "../../src/snapshot/follow.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../store/opened-store.ts";
import { aKey, scope } from "../store/samples.ts";

/** A store with three keys, whose second can be damaged behind its back; and a feed of it. */
async function storeWithKeys(t: { after(end: () => Promise<void>): void }) {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  t.after(() => store.close());
  await store.write(async (tx) => {
    for (const id of ["AKID1", "AKID2", "AKID3"]) await tx.apiKeys.insert(aKey(id));
  });
  const damage = () => {
    const database = new DatabaseSync(path);
    database.exec(
      "update api_keys set sealed_secret = (select sealed_secret from api_keys where id = 'AKID1') where id = 'AKID2'",
    );
    database.close();
  };
  return { store, damage };
}

function feedOf(store: Store, t: { after(end: () => void): void }) {
  const unreadable: string[] = [];
  const feed = createSnapshotFeed(store, {
    domain: "gw.test",
    serviceRate: 5000,
    pollIntervalMs: 1e6,
    onError: (error) => assert.fail(String(error)),
    onUnreadable: (record) => unreadable.push(record),
  });
  t.after(() => feed.close());
  return { feed, unreadable };
}

const idsOf = (delta: SnapshotDelta | undefined) => delta?.keys.map(({ id }) => id).sort();

test("a key whose secret cannot be decrypted is left out of the first state, and all others are served", async (t) => {
  const { store, damage } = await storeWithKeys(t);
  damage();
  const { feed, unreadable } = feedOf(store, t);
  const deltas: SnapshotDelta[] = [];
  await feed.subscribe((delta) => deltas.push(delta));
  assert.deepEqual(idsOf(deltas[0]), ["AKID1", "AKID3"]);
  assert.deepEqual(unreadable, ["api key AKID2"]);
  assert.equal(feed.unreadableCount, 1);
});

test("a step that meets one takes it out of service, goes on with the rest, and reports it once until it is whole again", async (t) => {
  const { store, damage } = await storeWithKeys(t);
  const { feed, unreadable } = feedOf(store, t);
  const deltas: SnapshotDelta[] = [];
  await feed.subscribe((delta) => deltas.push(delta));
  damage();
  const touchBoth = () => store.write((tx) => tx.memberships.add("usagePlan-1", ["AKID2", "AKID3"], 1));
  await store.write((tx) =>
    tx.usagePlans.insert({
      ...scope,
      id: "usagePlan-1",
      name: "p",
      description: null,
      ratePerSecond: -1,
      quota: -1,
      tags: [],
      createdAt: 1,
      modifiedAt: 1,
    }),
  );
  await touchBoth();
  await feed.catchUp();
  assert.deepEqual(idsOf(deltas[1]), ["AKID3"]);
  assert.deepEqual(deltas[1]?.removedKeys, ["AKID2"]);
  await store.write((tx) => tx.memberships.remove("usagePlan-1", ["AKID2"]));
  await feed.catchUp();
  assert.deepEqual(unreadable, ["api key AKID2"]);
  await store.write((tx) => tx.apiKeys.update(aKey("AKID2")));
  await feed.catchUp();
  assert.deepEqual(idsOf(deltas[3]), ["AKID2"]);
  assert.equal(feed.unreadableCount, 0);
});
