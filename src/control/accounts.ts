import { randomBytes, randomInt } from "node:crypto";
import type { ManagementKey } from "../model/account.ts";
import type { Store } from "../store/store.ts";

export interface NewAccount {
  readonly name: string;
  /** Account number; made up when null. */
  readonly appId: number | null;
  readonly now: number;
  /** The key to give it; made up when absent. */
  readonly secretId?: string;
  readonly secretKey?: string;
}

/** Creates an account with one management key and resolves with the key. */
export async function createAccount(store: Store, wanted: NewAccount): Promise<ManagementKey> {
  const key: ManagementKey = {
    appId: wanted.appId ?? randomInt(1_250_000_000, 1_400_000_000),
    secretId: wanted.secretId ?? `AKID${letters(32)}`,
    secretKey: wanted.secretKey ?? letters(32),
  };
  await store.write(async (tx) => {
    await tx.accounts.insert({ appId: key.appId, name: wanted.name, createdAt: wanted.now });
    await tx.accounts.insertKey(key);
  });
  return key;
}

function letters(count: number): string {
  let text = "";
  while (text.length < count)
    text += randomBytes(count)
      .toString("base64")
      .replaceAll(/[^A-Za-z0-9]/g, "");
  return text.slice(0, count);
}
