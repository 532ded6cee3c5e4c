import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { type Account, isReadable, type KeptManagementKey, type ManagementKey } from "../model/account.ts";
import type { Store } from "../store/store.ts";
import { AccountError, addKey, createAccount } from "./accounts.ts";

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

/**
 * Finds the root account, the oldest one, or creates it; a key the operator has set is added to it. One whose keys cannot be
 * decrypted gets another.
 */
export async function ensureRootAccount(store: Store, wanted: WantedRootAccount, now: number): Promise<RootAccount> {
  const { secretId, secretKey } = wanted;
  const root = await findRoot(store);
  if (root === undefined) {
    const given = secretId !== null && secretKey !== null ? { secretId, secretKey } : {};
    const key = await createAccount(store, { name: "root", appId: wanted.appId, now, ...given });
    keep(wanted.file, key);
    return { key, isNew: true };
  }
  if (wanted.appId !== null && wanted.appId !== root.appId) {
    throw new AccountError(
      `TURNPIKE_ROOT_APP_ID is ${wanted.appId}, but the root account of this data folder is ${root.appId}, which ` +
        "cannot be changed; leave the variable out, or use another data folder",
    );
  }
  const given = secretId !== null && secretKey !== null ? { appId: root.appId, secretId, secretKey } : undefined;
  if (given) await ensureKey(store, given);
  const key = given ?? root.keys.find(isReadable) ?? (await addKey(store, root.appId));
  // A crash may have come between the account and its file.
  if (!existsSync(wanted.file)) keep(wanted.file, key);
  for (const lost of root.keys) if (!isReadable(lost)) replaceKept(wanted.file, lost.secretId, key);
  return { key, isNew: false };
}

function findRoot(store: Store): Promise<(Account & { readonly keys: readonly KeptManagementKey[] }) | undefined> {
  return store.read(async (tx) => {
    const accounts = await tx.accounts.list();
    const [root] = accounts.toSorted((one, other) => one.createdAt - other.createdAt || one.appId - other.appId);
    return root && { ...root, keys: await tx.accounts.listKeys(root.appId) };
  });
}

/** Rejects when the SecretId the operator set is taken with another key or by another account. */
async function ensureKey(store: Store, key: ManagementKey): Promise<void> {
  await store.write(async (tx) => {
    const held = await tx.accounts.findKey(key.secretId);
    if (held === undefined) return tx.accounts.insertKey(key);
    if (held.appId !== key.appId || (isReadable(held) && held.secretKey !== key.secretKey)) {
      throw new AccountError("TURNPIKE_ROOT_SECRET_ID is already in use with another SecretKey or by another account");
    }
    if (isReadable(held)) return;
    await tx.accounts.deleteKey(key.secretId);
    await tx.accounts.insertKey(key);
  });
}

/** Puts `left` in the place of a key that is gone, if that is the one the file keeps. */
export function replaceKept(file: string, goneSecretId: string, left: ManagementKey): void {
  if (existsSync(file) && readFileSync(file, "utf8").includes(JSON.stringify(goneSecretId))) keep(file, left);
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
