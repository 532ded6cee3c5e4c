import type { ApiApp } from "../model/api-app.ts";
import type { Tag } from "../model/service.ts";
import { toAppPlace } from "./app-bindings.ts";
import type { Context } from "./context.ts";
import {
  any,
  type Condition,
  countRows,
  inScope,
  inScopeUnindexed,
  listPage,
  oneOf,
  requireAffected,
} from "./listing.ts";
import type { ApiAppRow } from "./schema.ts";
import type { SecretBox } from "./secrets/seal.ts";
import type { ApiAppFilter, ApiAppRepository, ServedApp } from "./store.ts";

export function apiAppRepository(context: Context): ApiAppRepository {
  const { db, dialect, secrets, changes } = context;
  return {
    async insert(app) {
      await db.insertInto("api_apps").values(toRow(app, secrets)).execute();
      changes.apiApp(app.id);
    },
    async update(app) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(app, secrets);
      const { numUpdatedRows } = await db
        .updateTable("api_apps")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(app)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the api app");
      changes.apiApp(id);
    },
    async delete(scope, id) {
      const bound = await db
        .selectFrom("app_bindings")
        .select(["service_id", "environment", "api_id"])
        .where("api_app_id", "=", id)
        .execute();
      // Bindings go with the app through a foreign key.
      const { numDeletedRows } = await db
        .deleteFrom("api_apps")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      changes.apiApp(id);
      for (const row of bound) changes.appBindings(toAppPlace(row));
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("api_apps")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toApiApp(row, secrets);
    },
    async findAnywhere(id) {
      const row = await db.selectFrom("api_apps").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toApiApp(row, secrets);
    },
    async isKeyTaken(key) {
      return (await db.selectFrom("api_apps").select("id").where("app_key", "=", key).executeTakeFirst()) !== undefined;
    },
    count: (scope) => countRows(db.selectFrom("api_apps").where(({ and }) => and(inScope(scope)))),
    list(scope, filter, page) {
      const scoped = filter.ids?.length ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const query = db
        .selectFrom("api_apps")
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions(context, filter)]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, (row) => toApiApp(row, secrets));
    },
  };
}

/** What gateways need of apps of any scope. */
export async function findServedApps(
  { db, dialect, secrets }: Context,
  ids: readonly string[],
): Promise<readonly ServedApp[]> {
  const rows = await db
    .selectFrom("api_apps")
    .select(["id", "app_key", "sealed_secret"])
    .where(dialect.isOneOf("id", ids))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.app_key,
    secret: secrets.open(recordName(row.id), row.sealed_secret),
  }));
}

function conditions({ dialect }: Context, filter: ApiAppFilter): readonly Condition[] {
  const matchesKeyword = (text: string) =>
    any([dialect.containsIgnoringCase("name", text), dialect.containsIgnoringCase("id", text)]);
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.keywords, (texts) => any(texts.map(matchesKeyword))),
  ];
}

function recordName(id: string): string {
  return `api_apps/${id}`;
}

function toRow(app: ApiApp, secrets: SecretBox): ApiAppRow {
  return {
    id: app.id,
    app_id: app.appId,
    region: app.region,
    name: app.name,
    description: app.description,
    app_key: app.key,
    sealed_secret: secrets.seal(recordName(app.id), app.secret),
    tags: JSON.stringify(app.tags),
    created_at: app.createdAt,
    modified_at: app.modifiedAt,
  };
}

function toApiApp(row: ApiAppRow, secrets: SecretBox): ApiApp {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    description: row.description,
    key: row.app_key,
    secret: secrets.open(recordName(row.id), row.sealed_secret),
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
