import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import type { ManagementKey } from "../model/account.ts";
import type { Store } from "../store/store.ts";
import { AccountError, createAccount } from "./accounts.ts";

/** File in the data folder that keeps the root account, readable by its owner only. */
export const rootAccountFile = "root-account.json";

interface WantedRootAccount {
  /** Where the account's key is kept for its owner, readable by nobody else. */
  readonly file: string;
  /** What the operator has set; null members are made up. The two halves of the key are set together. */
  readonly appId: number | null;
  readonly secretId: string | null;
  readonly secretKey: string | null;
}

export interface RootAccount {
  readonly key: ManagementKey;
  /** Whether this start made it. */
  readonly isNew: boolean;
}

/** Finds the root account, the oldest one, or creates it; a key the operator has set is added to it. */
export async function ensureRootAccount(store: Store, wanted: WantedRootAccount, now: number): Promise<RootAccount> {
  const { secretId, secretKey } = wanted;
  const existing = await findRoot(store);
  if (existing === undefined) {
    const given = secretId !== null && secretKey !== null ? { secretId, secretKey } : {};
    const key = await createAccount(store, { name: "root", appId: wanted.appId, now, ...given });
    keep(wanted.file, key);
    return { key, isNew: true };
  }
  if (wanted.appId !== null && wanted.appId !== existing.appId) {
    throw new AccountError(
      `TURNPIKE_ROOT_APP_ID is ${wanted.appId}, but the root account of this data folder is ${existing.appId}, which ` +
        "cannot be changed; leave the variable out, or use another data folder",
    );
  }
  const key = secretId !== null && secretKey !== null ? { appId: existing.appId, secretId, secretKey } : existing;
  await ensureKey(store, key);
  // A crash may have come between the account and its file.
  if (!existsSync(wanted.file)) keep(wanted.file, key);
  return { key, isNew: false };
}

function findRoot(store: Store): Promise<ManagementKey | undefined> {
  return store.read(async (tx) => {
    const accounts = await tx.accounts.list();
    const [root] = accounts.toSorted((one, other) => one.createdAt - other.createdAt || one.appId - other.appId);
    return root && (await tx.accounts.listKeys(root.appId))[0];
  });
}

/** Rejects when the SecretId the operator set is taken with another key or by another account. */
async function ensureKey(store: Store, key: ManagementKey): Promise<void> {
  await store.write(async (tx) => {
    const held = await tx.accounts.findKey(key.secretId);
    if (held === undefined) return tx.accounts.insertKey(key);
    if (held.appId !== key.appId || held.secretKey !== key.secretKey) {
      throw new AccountError("TURNPIKE_ROOT_SECRET_ID is already in use with another SecretKey or by another account");
    }
  });
}

/** Puts `left` in the place of a key that was removed, if that is the one the file keeps. */
export function replaceKept(file: string, removedSecretId: string, left: ManagementKey): void {
  if (existsSync(file) && readFileSync(file, "utf8").includes(JSON.stringify(removedSecretId))) keep(file, left);
}

function keep(file: string, { appId, secretId, secretKey }: ManagementKey): void {
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, "w", 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify({ AppId: appId, SecretId: secretId, SecretKey: secretKey }, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
}
