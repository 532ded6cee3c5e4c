import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { after, test } from "node:test";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "./opened-store.ts";
import { aService, scope } from "./samples.ts";

// Only SQLite shares transactions among writes.

test("of writes that share a transaction one that fails takes back what it did, and nothing else", async () => {
  const queries: string[] = [];
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32), onQuery: (sql) => queries.push(sql) });
  after(() => store.close());
  const failure = new Error("refused");
  const write = (index: number) =>
    store.write(async (tx) => {
      // Each finds what all before it did, refused ones left out.
      assert.equal(await tx.services.count(scope), Math.ceil(index / 2));
      await tx.services.insert(aService(`service-${index}`));
      if (index % 2 === 1) throw failure;
      return index;
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => write(index)));
  for (const [index, outcome] of outcomes.entries()) {
    if (index % 2 === 1) assert.equal(outcome.status === "rejected" && outcome.reason, failure);
    else assert.equal(outcome.status === "fulfilled" && outcome.value, index);
  }
  assert.equal(await store.read((tx) => tx.services.count(scope)), 6);
  assert.equal(await store.read((tx) => tx.changes.latest()), 6);
  assert.ok(queries.includes("rollback to one_write"), "they did share a transaction");
});
