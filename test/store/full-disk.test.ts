import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { lockDataFolder } from "../../src/store/data-folder-lock.ts";
import { StoreError } from "../../src/store/errors.ts";
import { openStore } from "../../src/store/open.ts";
import { aService, scope } from "./samples.ts";

/** A file system of two megabytes, or undefined where none may be mounted. */
function smallDisk(t: TestContext): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  t.after(() => {
    execFileSync("umount", ["-l", folder]);
    rmdirSync(folder);
  });
  return folder;
}

test("a full disk fails writes as such, reads go on, and writes work again once there is space", async (t) => {
  const disk = smallDisk(t);
  if (disk === undefined) return t.skip("a tmpfs cannot be mounted here");
  const store = await openStore({ path: join(disk, "turnpike.db"), masterKey: randomBytes(32) });
  const insert = (i: number) =>
    store.write((tx) => tx.services.insert(aService(`service-${i}`, { description: "x".repeat(20_000) })));
  const ballast = join(disk, "ballast");
  writeFileSync(ballast, Buffer.alloc(512 * 1024));

  let written = 0;
  await assert.rejects(
    async () => {
      for (; written < 1000; written++) await insert(written);
    },
    (error) => error instanceof StoreError && error.kind === "full",
  );
  assert.ok(written > 0 && written < 1000);
  assert.equal(await store.read((tx) => tx.services.count(scope)), written);
  assert.ok(await store.read((tx) => tx.services.find(scope, `service-${written - 1}`)));

  rmSync(ballast);
  await insert(written);
  assert.equal(await store.read((tx) => tx.services.count(scope)), written + 1);
  await store.close();
});

test("on a full disk a folder can still be claimed, and a store that cannot be opened says why", async (t) => {
  const disk = smallDisk(t);
  if (disk === undefined) return t.skip("a tmpfs cannot be mounted here");
  const options = { path: join(disk, "turnpike.db"), masterKey: randomBytes(32) };
  await (await openStore(options)).close();
  lockDataFolder(disk)();
  assert.throws(() => writeFileSync(join(disk, "ballast"), Buffer.alloc(4 * 1024 * 1024)), { code: "ENOSPC" });
  const release = lockDataFolder(disk);
  await assert.rejects(openStore(options), { name: "StoreError", kind: "full", message: /no space is left/ });
  rmSync(join(disk, "ballast"));
  await (await openStore(options)).close();
  release();
});
