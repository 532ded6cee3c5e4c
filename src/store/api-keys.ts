import { sql } from "kysely";
import type { ApiKey } from "../model/api-key.ts";
import type { Tag } from "../model/service.ts";
import type { Context } from "./context.ts";
import {
  any,
  type Condition,
  countRows,
  inScope,
  inScopeUnindexed,
  listPage,
  ofScope,
  oneOf,
  requireAffected,
} from "./listing.ts";
import type { ApiKeyRow } from "./schema.ts";
import type { SecretBox } from "./secrets/seal.ts";
import type { ApiKeyFilter, ApiKeyRepository, ServedKey } from "./store.ts";

export function apiKeyRepository(context: Context): ApiKeyRepository {
  const { db, dialect, secrets, changes } = context;
  return {
    async insert(key) {
      await db.insertInto("api_keys").values(toRow(key, secrets)).execute();
      changes.apiKey(key.id);
    },
    async update(key) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(key, secrets);
      const { numUpdatedRows } = await db
        .updateTable("api_keys")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(key)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the api key");
      changes.apiKey(key.id);
    },
    async delete(scope, id) {
      const { numDeletedRows } = await db
        .deleteFrom("api_keys")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows > 0n) changes.apiKey(id);
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("api_keys")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toApiKey(row, secrets);
    },
    async findMany(scope, ids) {
      const rows = await db.selectFrom("api_keys").selectAll().where(dialect.isOneOf("id", ids)).execute();
      return ofScope(
        scope,
        rows.map((row) => toApiKey(row, secrets)),
      );
    },
    async isTaken(id) {
      return (await db.selectFrom("api_keys").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
    },
    count: (scope) => countRows(db.selectFrom("api_keys").where(({ and }) => and(inScope(scope)))),
    list(scope, filter, page) {
      const isSelective = filter.ids?.length || filter.secrets?.length;
      const scoped = isSelective ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const query = db
        .selectFrom("api_keys")
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions(context, filter)]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, (row) => toApiKey(row, secrets));
    },
  };
}

/** What gateways need of keys of any scope; there may be very many, so no column more. */
export async function findServedKeys(
  { db, dialect, secrets }: Context,
  ids: readonly string[],
): Promise<readonly ServedKey[]> {
  const rows = await db
    .selectFrom("api_keys")
    .select(["id", "app_id", "sealed_secret", "is_enabled"])
    .where(dialect.isOneOf("id", ids))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    appId: row.app_id,
    secret: secrets.open(recordName(row.id), row.sealed_secret),
    isEnabled: row.is_enabled === 1,
  }));
}

function conditions({ db, dialect, secrets }: Context, filter: ApiKeyFilter): readonly Condition[] {
  const members = (planIds: readonly string[]) =>
    db.selectFrom("memberships").select("key_id").where(dialect.isOneOf("plan_id", planIds));
  const matchesKeyword = (text: string) =>
    any([dialect.containsIgnoringCase("name", text), dialect.containsIgnoringCase("id", text)]);
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.secrets, (texts) => dialect.isOneOf("secret_fingerprint", texts.map(secrets.fingerprint))),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.isEnabled, (states) => any(states.map((isEnabled) => sql`is_enabled = ${isEnabled ? 1 : 0}`))),
    ...oneOf(filter.notInPlans, (planIds) => sql`id not in ${members(planIds)}`),
    ...oneOf(filter.keywords, (texts) => any(texts.map(matchesKeyword))),
  ];
}

function recordName(id: string): string {
  return `api_keys/${id}`;
}

function toRow(key: ApiKey, secrets: SecretBox): ApiKeyRow {
  return {
    id: key.id,
    app_id: key.appId,
    region: key.region,
    name: key.name,
    sealed_secret: secrets.seal(recordName(key.id), key.secret),
    secret_fingerprint: secrets.fingerprint(key.secret),
    type: key.type,
    is_enabled: key.isEnabled ? 1 : 0,
    tags: JSON.stringify(key.tags),
    created_at: key.createdAt,
    modified_at: key.modifiedAt,
  };
}

/** Also used for rows that other tables are joined with. */
export function toApiKey(row: ApiKeyRow, secrets: SecretBox): ApiKey {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    secret: secrets.open(recordName(row.id), row.sealed_secret),
    type: row.type as ApiKey["type"],
    isEnabled: row.is_enabled === 1,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
