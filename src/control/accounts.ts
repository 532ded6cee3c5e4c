import { randomBytes, randomInt } from "node:crypto";
import { isReadable, type ManagementKey } from "../model/account.ts";
import type { Store } from "../store/store.ts";

interface NewAccount {
  readonly name: string;
  /** Account number; made up when null. */
  readonly appId: number | null;
  readonly now: number;
  /** The key to give it; made up when absent. */
  readonly secretId?: string;
  readonly secretKey?: string;
}

/** An account or its key cannot be what an operator wants it to be. */
export class AccountError extends Error {
  override readonly name = "AccountError";
}

/** Creates an account with one management key and resolves with the key. */
export async function createAccount(store: Store, wanted: NewAccount): Promise<ManagementKey> {
  const made = makeKey(wanted.appId ?? randomInt(1_250_000_000, 1_400_000_000));
  const key = { ...made, secretId: wanted.secretId ?? made.secretId, secretKey: wanted.secretKey ?? made.secretKey };
  await store.write(async (tx) => {
    // The oldest account is the root account, also after the clock was set back.
    const times = (await tx.accounts.list()).map((account) => account.createdAt + 1);
    await tx.accounts.insert({ appId: key.appId, name: wanted.name, createdAt: Math.max(wanted.now, ...times) });
    await tx.accounts.insertKey(key);
  });
  return key;
}

/** Gives an account one more key and resolves with it. */
export async function addKey(store: Store, appId: number): Promise<ManagementKey> {
  const key = makeKey(appId);
  await store.write(async ({ accounts }) => {
    if ((await accounts.find(appId)) === undefined) throw new AccountError(`there is no account ${appId}`);
    await accounts.insertKey(key);
  });
  return key;
}

/** Removes a key and resolves with one its account still has. The last that works stays: an account without any is lost. */
export async function removeKey(store: Store, secretId: string): Promise<ManagementKey> {
  return store.write(async ({ accounts }) => {
    const key = await accounts.findKey(secretId);
    if (key === undefined) throw new AccountError(`there is no key ${secretId}`);
    const left = (await accounts.listKeys(key.appId)).filter(isReadable).find((other) => other.secretId !== secretId);
    if (left === undefined) {
      throw new AccountError(`${secretId} is the last key of account ${key.appId}; add another one first`);
    }
    await accounts.deleteKey(secretId);
    return left;
  });
}

function makeKey(appId: number): ManagementKey {
  return { appId, secretId: `AKID${letters(32)}`, secretKey: letters(32) };
}

function letters(count: number): string {
  let text = "";
  while (text.length < count)
    text += randomBytes(count)
      .toString("base64")
      .replaceAll(/[^A-Za-z0-9]/g, "");
  return text.slice(0, count);
}
