import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "./open.ts";
import { loadMasterKey } from "./secrets/master-key.ts";
import type { Store } from "./store.ts";

const databaseFile = "turnpike.db";

export function holdsDatabase(folder: string): boolean {
  return existsSync(join(folder, databaseFile));
}

/**
 * Opens the store a data folder holds, creating folder, master key and database when missing. Several processes may
 * open it; the one that serves claims it first with `lockDataFolder`.
 */
export async function openDataFolder(options: {
  readonly folder: string;
  /** The value of `TURNPIKE_MASTER_KEY`; without it the key is the folder's `master.key`. */
  readonly masterKey: string | null;
  /** False beside a server that may run: it may be one of an earlier version. */
  readonly mayMigrate?: boolean;
}): Promise<Store> {
  const { folder, mayMigrate = true } = options;
  const masterKey = loadMasterKey({
    configured: options.masterKey ?? undefined,
    dataFolder: folder,
    isExpected: holdsDatabase(folder),
  });
  return openStore({ path: join(folder, databaseFile), masterKey, mayMigrate });
}
