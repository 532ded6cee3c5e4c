import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-store-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A fresh store of the kind under test, closed after the tests of the file. The suites know only the interface: a second
 * kind of database joins here.
 */
export async function openedStore(): Promise<Store> {
  const store = await openStore({ path: join(temporaryFolder(), "turnpike.db"), masterKey: randomBytes(32) });
  after(() => store.close());
  return store;
}
