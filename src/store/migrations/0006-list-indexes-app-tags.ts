import { type Kysely, sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * API apps have tags. Indexes in the order of the lists now also hold what the lists are filtered by, so that a filter that few of very many
 * rows meet is decided without reading the rows.
 */
export const listIndexesAppTags: Migration = {
  number: 6,
  name: "list-indexes-app-tags",
  async up(db) {
    await db.schema
      .alterTable("api_apps")
      .addColumn("tags", "text", (column) => column.notNull().defaultTo("[]"))
      .execute();
    for (const [table, filtered] of scoped) {
      await replaceIndex(db, `${table}_newest`, table, ["app_id", "region", "created_at", "id", ...filtered]);
    }
    await replaceIndex(db, "apis_newest", "apis", [
      "service_id",
      "created_at",
      "id",
      ...["app_id", "region", "name", "path", "api_type", "auth_type", "business_type", "authorization_api_id"],
    ]);
    await sql`create index apis_tagged on apis (service_id, created_at, id, app_id, region, tags) where tags <> '[]'`.execute(
      db,
    );
    await index(db, "app_bindings_newest_of_service", "app_bindings", [
      "service_id",
      "created_at",
      "api_id",
      "environment",
      "api_app_id",
    ]);
    await index(db, "bindings_of_api", "bindings", ["api_id", "environment", "plan_id"]);
    await markDrafts(db);
    await replaceIndex(db, "plugin_attachments_newest", "plugin_attachments", [
      "plugin_id",
      "attached_at",
      ...["service_id", "api_id", "environment", "has_draft"],
    ]);
    await replaceIndex(db, "ip_strategy_bindings_of_strategy", "ip_strategy_bindings", [
      "strategy_id",
      "api_id",
      ...["environment", "bound_at", "has_draft"],
    ]);
    await replaceIndex(db, "apis_of_upstream", "apis", ["upstream_id", "modified_at", "id", "service_id", "name"]);
    await index(db, "frozen_apis_by_definition", "frozen_apis", ["version_name", "definition_digest", "api_id"]);
  },
};

const scoped: readonly (readonly [table: string, filtered: readonly string[]])[] = [
  ["services", ["name", "net_types", "ip_version", "instance_id"]],
  ["usage_plans", ["name"]],
  ["api_keys", ["name", "is_enabled"]],
  ["api_apps", ["name"]],
  ["plugins", ["name", "type"]],
  ["upstreams", ["name"]],
  ["exclusive_instances", ["name"]],
];

/** What is attached or bound to an API says itself whether the draft is still there. */
async function markDrafts(db: Kysely<unknown>): Promise<void> {
  for (const table of ["plugin_attachments", "ip_strategy_bindings"]) {
    await db.schema
      .alterTable(table)
      .addColumn("has_draft", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
    const row = sql.table(table);
    await sql`update ${row} set has_draft = 0 where not exists (select 1 from apis where apis.id = ${row}.api_id)`.execute(
      db,
    );
  }
}

async function replaceIndex(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.dropIndex(name).execute();
  await index(db, name, table, columns);
}

async function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}
