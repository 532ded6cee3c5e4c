import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openDataFolder } from "../../src/store/data-folder.ts";
import { openStore } from "../../src/store/open.ts";
import { loadMasterKey } from "../../src/store/secrets/master-key.ts";
import { temporaryFolder } from "./opened-store.ts";
import { aKey, firstPage, scope } from "./samples.ts";

/*
 * Someone who gets hold of the database file, of a backup or of the log beside it must not learn a secret, and someone
 * who can write to it must not be able to give one key the secret of another. Secrets are sealed with a key that is not
 * in the database, each bound to the record it belongs to.
 */

test("secrets are in none of the database's files, neither while it is open nor after", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  const planted = ["CANARY-key-secret", "CANARY-replaced-secret", "CANARY-management-secret"] as const;
  await store.write(async (tx) => {
    await tx.apiKeys.insert(aKey("AKID1", { secret: planted[0] }));
    await tx.apiKeys.update(aKey("AKID1", { secret: planted[1] }));
    await tx.accounts.insert({ appId: 1, name: "root", createdAt: 1 });
    await tx.accounts.insertKey({ appId: 1, secretId: "AKIDroot", secretKey: planted[2] });
  });
  await store.read(async (tx) => {
    assert.equal((await tx.apiKeys.find(scope, "AKID1"))?.secret, planted[1]);
    assert.equal((await tx.accounts.findKey("AKIDroot"))?.secretKey, planted[2]);
    assert.equal((await tx.apiKeys.list(scope, { secrets: [planted[1]] }, firstPage)).total, 1);
    assert.equal((await tx.apiKeys.list(scope, { secrets: [planted[0]] }, firstPage)).total, 0);
  });
  let filesSeen = 0;
  const searchFiles = () => {
    for (const file of [path, `${path}-wal`, `${path}-shm`].filter(existsSync)) {
      const bytes = readFileSync(file);
      filesSeen++;
      assert.equal(statSync(file).mode & 0o077, 0, `${file} is readable by others`);
      for (const secret of planted) {
        assert.equal(bytes.includes(secret), false, `${secret} is in ${file}`);
        assert.equal(bytes.includes(Buffer.from(secret).toString("base64url")), false, `${secret} is in ${file}`);
      }
    }
  };
  searchFiles();
  assert.equal(filesSeen, 3);
  await store.close();
  searchFiles();
});

test("a sealed secret moved to another key does not become its secret, and a new one puts the key right", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const store = await openStore({ path, masterKey: randomBytes(32) });
  await store.write(async (tx) => {
    await tx.apiKeys.insert(aKey("AKID1"));
    await tx.apiKeys.insert(aKey("AKID2"));
  });
  const attacker = new DatabaseSync(path);
  attacker.exec(`update api_keys set sealed_secret = (select sealed_secret from api_keys where id = 'AKID1')
    where id = 'AKID2'`);
  attacker.close();
  await store.read(async (tx) => {
    assert.equal((await tx.apiKeys.find(scope, "AKID1"))?.secret, "secret of AKID1");
    assert.equal((await tx.apiKeys.find(scope, "AKID2"))?.secret, null);
    assert.deepEqual(
      (await tx.apiKeys.list(scope, {}, firstPage)).items.map(({ secret }) => secret),
      [null, "secret of AKID1"],
    );
  });
  const moved = await store.read((tx) => tx.apiKeys.find(scope, "AKID2"));
  assert.ok(moved);
  await store.write((tx) => tx.apiKeys.update({ ...moved, isEnabled: false }));
  const after = await store.read((tx) => tx.apiKeys.find(scope, "AKID2"));
  assert.deepEqual([after?.isEnabled, after?.secret], [false, null]);
  await store.write((tx) => tx.apiKeys.update({ ...moved, secret: "a new one" }));
  assert.equal((await store.read((tx) => tx.apiKeys.find(scope, "AKID2")))?.secret, "a new one");
  await store.close();
});

test("another master key is refused at the start, and the right one still works after", async () => {
  const path = join(temporaryFolder(), "turnpike.db");
  const masterKey = randomBytes(32);
  await (await openStore({ path, masterKey })).close();
  await assert.rejects(openStore({ path, masterKey: randomBytes(32) }), {
    name: "StoreError",
    kind: "wrong-key",
    message: /another master key.*TURNPIKE_MASTER_KEY/,
  });
  await (await openStore({ path, masterKey })).close();
});

test("a master key is created once, for its owner only, and read back the same", () => {
  const dataFolder = join(temporaryFolder(), "data");
  const created = loadMasterKey({ dataFolder });
  assert.equal(created.length, 32);
  assert.deepEqual(loadMasterKey({ dataFolder }), created);
  assert.equal(statSync(join(dataFolder, "master.key")).mode & 0o777, 0o600);
});

test("no master key is made for a database that was sealed with another one", async () => {
  const folder = temporaryFolder();
  await (await openDataFolder({ folder, masterKey: null })).close();
  const file = join(folder, "master.key");
  const key = readFileSync(file, "utf8");
  rmSync(file);
  await assert.rejects(openDataFolder({ folder, masterKey: null }), {
    name: "StoreError",
    kind: "wrong-key",
    message: /master\.key is gone.*put the file back.*TURNPIKE_MASTER_KEY/,
  });
  assert.equal(existsSync(file), false);
  await (await openDataFolder({ folder, masterKey: key })).close();
});

test("a configured master key is taken in hex or base64 and no file is made", () => {
  const dataFolder = temporaryFolder();
  const key = randomBytes(32);
  for (const encoding of ["hex", "base64", "base64url"] as const) {
    assert.deepEqual(Buffer.from(loadMasterKey({ dataFolder, configured: key.toString(encoding) })), key);
  }
  assert.equal(existsSync(join(dataFolder, "master.key")), false);
});

test("a configured master key of another length is refused without repeating it", () => {
  const configured = randomBytes(16).toString("hex");
  assert.throws(
    () => loadMasterKey({ dataFolder: temporaryFolder(), configured }),
    (error) => error instanceof Error && error.message.includes("32 bytes") && !error.message.includes(configured),
  );
});
