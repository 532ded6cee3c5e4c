import { sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { ApiKey } from "../model/api-key.ts";
import type { Tag } from "../model/service.ts";
import type { ApiKeyFilter, ApiKeyRepository } from "./api-key-repository.ts";
import type { Context } from "./context.ts";
import { any, type Condition, isGiven, oneOf } from "./listing.ts";
import { idsInScope, type LeftOut } from "./merged-list.ts";
import type { ApiKeyRow } from "./schema/usage-plans.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { SecretBox } from "./secrets/seal.ts";
import type { ServedKey } from "./serving-repository.ts";

export function apiKeyRepository(context: Context): ApiKeyRepository {
  const { db, secrets, changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<ApiKey, ApiKeyRow>(context, {
    table: "api_keys",
    what: "the api key",
    toRow: (key) => toRow(key, secrets),
    toItem: (row) => toApiKey(row, secrets),
    changed: (id) => changes.apiKey(id),
  });
  return {
    ...records,
    async delete(scope, id) {
      await remove(scope, id);
    },
    async isTaken(id) {
      return (await db.selectFrom("api_keys").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
    },
    list: async (scope, filter, page) =>
      listWhere(
        scope,
        {
          conditions: conditions(context, filter),
          isSelective: isGiven(filter.ids) || isGiven(filter.secrets),
          leftOut: await membersOf(context, scope, filter.notInPlans),
        },
        page,
      ),
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
    secret: secrets.openIfPossible(recordName(row.id), row.sealed_secret),
    isEnabled: row.is_enabled === 1,
  }));
}

async function membersOf(context: Context, scope: Scope, planIds: readonly string[] = []): Promise<readonly LeftOut[]> {
  const values = await idsInScope(context, "usage_plans", scope, planIds);
  if (values.length === 0) return [];
  return [
    {
      table: "memberships",
      columns: ["key_created_at", "key_id"],
      keys: [{ column: "plan_id", values }],
      conditions: [],
      isDistinct: true,
    },
  ];
}

function conditions({ dialect, secrets }: Context, filter: ApiKeyFilter): readonly Condition[] {
  const matchesKeyword = (text: string) =>
    any([dialect.containsIgnoringCase("name", text), dialect.containsIgnoringCase("id", text)]);
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.secrets, (texts) => dialect.isOneOf("secret_fingerprint", texts.map(secrets.fingerprint))),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.isEnabled, (states) => any(states.map((isEnabled) => sql`is_enabled = ${isEnabled ? 1 : 0}`))),
    ...oneOf(filter.keywords, (texts) => any(texts.map(matchesKeyword))),
  ];
}

function recordName(id: string): string {
  return `api_keys/${id}`;
}

function toRow(key: ApiKey, secrets: SecretBox) {
  return {
    id: key.id,
    app_id: key.appId,
    region: key.region,
    name: key.name,
    ...(key.secret !== null && {
      sealed_secret: secrets.seal(recordName(key.id), key.secret),
      secret_fingerprint: secrets.fingerprint(key.secret),
    }),
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
    secret: secrets.openIfPossible(recordName(row.id), row.sealed_secret),
    type: row.type as ApiKey["type"],
    isEnabled: row.is_enabled === 1,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
