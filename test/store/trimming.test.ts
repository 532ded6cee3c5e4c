import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "./opened-store.ts";
import { aService } from "./samples.ts";

test("old changes are dropped in time, the last 100,000 are kept", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  const past = new DatabaseSync(path);
  past.exec("insert into changes (seq, kind, id) values (1, 'service', 'a'), (51000, 'service', 'b')");
  past.exec("insert into changes (seq, kind, id) values (51001, 'service', 'c'), (150999, 'service', 'd')");
  past.close();
  await store.write((tx) => tx.services.insert(aService("service-1")));
  await store.read(async (tx) => {
    assert.equal(await tx.changes.latest(), 151_000);
    assert.equal(await tx.changes.oldest(), 51_001);
  });
  await store.close();
});
