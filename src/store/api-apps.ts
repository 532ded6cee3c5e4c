import type { ApiApp } from "../model/api-app.ts";
import type { Tag } from "../model/service.ts";
import type { ApiAppFilter, ApiAppRepository } from "./api-app-repository.ts";
import { renameInAppBindings, toAppPlace } from "./app-bindings.ts";
import type { Context } from "./context.ts";
import { any, type Condition, isGiven, oneOf } from "./listing.ts";
import type { ApiAppRow } from "./schema/api-apps.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { SecretBox } from "./secrets/seal.ts";
import type { ServedApp } from "./serving-repository.ts";

export function apiAppRepository(context: Context): ApiAppRepository {
  const { db, secrets, changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<ApiApp, ApiAppRow>(context, {
    table: "api_apps",
    what: "the api app",
    toRow: (app) => toRow(app, secrets),
    toItem: (row) => toApiApp(row, secrets),
    changed: (id) => changes.apiApp(id),
  });
  return {
    ...records,
    async update(app) {
      const before = await records.find(app, app.id);
      await records.update(app);
      if (before?.name !== app.name) await renameInAppBindings(context, { apiAppId: app.id }, app.name);
    },
    async delete(scope, id) {
      const bound = await db
        .selectFrom("app_bindings")
        .select(["service_id", "environment", "api_id"])
        .where("api_app_id", "=", id)
        .execute();
      // Bindings go with the app through a foreign key.
      if (!(await remove(scope, id))) return;
      for (const row of bound) changes.appBindings(toAppPlace(row));
    },
    async findAnywhere(id) {
      const row = await db.selectFrom("api_apps").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toApiApp(row, secrets);
    },
    async isKeyTaken(key) {
      return (await db.selectFrom("api_apps").select("id").where("app_key", "=", key).executeTakeFirst()) !== undefined;
    },
    list: (scope, filter, page) =>
      listWhere(scope, { conditions: conditions(context, filter), isSelective: isGiven(filter.ids) }, page),
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
    secret: secrets.openIfPossible(recordName(row.id), row.sealed_secret),
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

function toRow(app: ApiApp, secrets: SecretBox) {
  return {
    id: app.id,
    app_id: app.appId,
    region: app.region,
    name: app.name,
    description: app.description,
    app_key: app.key,
    ...(app.secret !== null && { sealed_secret: secrets.seal(recordName(app.id), app.secret) }),
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
    secret: secrets.openIfPossible(recordName(row.id), row.sealed_secret),
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
