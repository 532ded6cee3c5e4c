import type { Account, KeptManagementKey, ManagementKey } from "../model/account.ts";

export interface AccountRepository {
  insert(account: Account): Promise<void>;
  find(appId: number): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  insertKey(key: ManagementKey): Promise<void>;
  deleteKey(secretId: string): Promise<void>;
  findKey(secretId: string): Promise<KeptManagementKey | undefined>;
  /** The SecretIds of those, of any account, that cannot be decrypted. */
  unreadableKeys(): Promise<readonly string[]>;
  listKeys(appId: number): Promise<readonly KeptManagementKey[]>;
}
