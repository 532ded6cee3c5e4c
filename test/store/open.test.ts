import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { lockDataFolder } from "../../src/store/data-folder-lock.ts";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "./opened-store.ts";
import { aKey, aService, scope } from "./samples.ts";

const masterKey = randomBytes(32);

test("a store opened again holds what was written", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const first = await openStore({ path, masterKey });
  await first.write((tx) => tx.services.insert(aService("service-1")));
  await first.close();
  const second = await openStore({ path, masterKey });
  assert.deepEqual(await second.read((tx) => tx.services.find(scope, "service-1")), aService("service-1"));
  await second.close();
});

test("a store in memory serves reads and writes", async () => {
  const store = await openStore({ path: ":memory:", masterKey });
  await store.write((tx) => tx.services.insert(aService("service-1")));
  assert.equal(await store.read((tx) => tx.services.count(scope)), 1);
  await store.close();
});

test("a database that a newer version has used is refused", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  await (await openStore({ path, masterKey })).close();
  const newer = new DatabaseSync(path);
  newer.exec("insert into migrations values (9999, 'from the future', 0)");
  newer.close();
  await assert.rejects(openStore({ path, masterKey }), {
    name: "StoreError",
    kind: "newer-schema",
    message: /schema 9999.*newer version/,
  });
});

test("a file that is no database is refused as such", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  writeFileSync(path, "not a database ".repeat(1000));
  await assert.rejects(openStore({ path, masterKey }), { name: "StoreError", kind: "corrupt" });
});

test("a damaged database is refused at the start", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey });
  await store.write(async (tx) => {
    for (let i = 0; i < 200; i++) await tx.apiKeys.insert(aKey(`AKID${i}`));
  });
  await store.close();
  const file = openSync(path, "r+");
  // Leaves the first page alone: it holds the file header and the schema.
  for (let offset = 8192; offset < statSync(path).size; offset += 4096) {
    writeSync(file, randomBytes(512), 0, 512, offset);
  }
  closeSync(file);
  await assert.rejects(openStore({ path, masterKey }), { name: "StoreError", kind: "corrupt" });
});

test("a folder that does not exist is named in the error", async () => {
  const path = join(temporaryFolder(), "missing", "turnpike.db");
  await assert.rejects(openStore({ path, masterKey }), { name: "StoreError", kind: "unavailable", message: /missing/ });
});

test("a data folder is claimed by one holder at a time", () => {
  const folder = join(temporaryFolder(), "data");
  const release = lockDataFolder(folder);
  assert.throws(() => lockDataFolder(folder), {
    name: "StoreError",
    kind: "locked",
    message: new RegExp(`pid ${process.pid}`),
  });
  release();
  lockDataFolder(folder)();
});

test("a claim leaves nothing but an empty lock file, and its files are their owner's only", () => {
  const folder = join(temporaryFolder(), "data");
  const release = lockDataFolder(folder);
  assert.deepEqual(readdirSync(folder).sort(), ["lock", "lock.pid"]);
  for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
  release();
  assert.deepEqual(readdirSync(folder), ["lock"]);
  assert.equal(statSync(join(folder, "lock")).size, 0);
});
