import type { Account, ManagementKey } from "../model/account.ts";

export interface AccountRepository {
  insert(account: Account): Promise<void>;
  find(appId: number): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  insertKey(key: ManagementKey): Promise<void>;
  deleteKey(secretId: string): Promise<void>;
  findKey(secretId: string): Promise<ManagementKey | undefined>;
  listKeys(appId: number): Promise<readonly ManagementKey[]>;
}
