import { type Account, isReadable, type KeptManagementKey } from "../model/account.ts";
import type { AccountRepository } from "./account-repository.ts";
import type { Context } from "./context.ts";
import type { AccountRow, ManagementKeyRow } from "./schema/accounts.ts";

export function accountRepository({ db, secrets }: Context): AccountRepository {
  const toKey = (row: ManagementKeyRow): KeptManagementKey => ({
    secretId: row.secret_id,
    secretKey: secrets.openIfPossible(recordName(row.secret_id), row.sealed_secret),
    appId: row.app_id,
  });
  return {
    async insert({ appId, name, createdAt }) {
      await db.insertInto("accounts").values({ app_id: appId, name, created_at: createdAt }).execute();
    },
    async find(appId) {
      const row = await db.selectFrom("accounts").selectAll().where("app_id", "=", appId).executeTakeFirst();
      return row && toAccount(row);
    },
    async list() {
      const rows = await db.selectFrom("accounts").selectAll().orderBy("app_id").execute();
      return rows.map(toAccount);
    },
    async insertKey({ secretId, secretKey, appId }) {
      const sealed = secrets.seal(recordName(secretId), secretKey);
      await db
        .insertInto("management_keys")
        .values({ secret_id: secretId, app_id: appId, sealed_secret: sealed })
        .execute();
    },
    async deleteKey(secretId) {
      await db.deleteFrom("management_keys").where("secret_id", "=", secretId).execute();
    },
    async findKey(secretId) {
      const row = await db
        .selectFrom("management_keys")
        .selectAll()
        .where("secret_id", "=", secretId)
        .executeTakeFirst();
      return row && toKey(row);
    },
    async unreadableKeys() {
      const rows = await db.selectFrom("management_keys").selectAll().orderBy("secret_id").execute();
      return rows.filter((row) => !isReadable(toKey(row))).map((row) => row.secret_id);
    },
    async listKeys(appId) {
      const rows = await db
        .selectFrom("management_keys")
        .selectAll()
        .where("app_id", "=", appId)
        .orderBy("secret_id")
        .execute();
      return rows.map(toKey);
    },
  };
}

function recordName(secretId: string): string {
  return `management_keys/${secretId}`;
}

function toAccount(row: AccountRow): Account {
  return { appId: row.app_id, name: row.name, createdAt: row.created_at };
}
