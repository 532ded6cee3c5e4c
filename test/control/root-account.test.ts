import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { createAccount } from "../../src/control/accounts.ts";
import { ensureRootAccount } from "../../src/control/root-account.ts";
import { openDataFolder } from "../../src/store/data-folder.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

test("the first account stays the root account when another is added after the clock was set back", async (t) => {
  const folder = temporaryFolder(t);
  const store = await openDataFolder({ folder, masterKey: null });
  t.after(() => store.close());
  const wanted = { file: join(folder, "root.json"), appId: null, secretId: "AKIDroot", secretKey: "secret-of-root" };
  const first = await ensureRootAccount(store, wanted, 2_000_000);
  const added = await createAccount(store, { name: "other", appId: first.key.appId - 1, now: 1_000_000 });
  const again = await ensureRootAccount(store, wanted, 1_000_001);
  assert.deepEqual([again.isNew, again.key], [false, first.key]);
  assert.notEqual(added.appId, first.key.appId);
});
