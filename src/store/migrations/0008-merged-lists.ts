import { type Kysely, sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * What lists are held against can be read in the order of the lists, bindings of apps can be searched by the names of both
 * ends, and frozen APIs tell which of them use an upstream that their drafts do not.
 */
export const mergedLists: Migration = {
  number: 8,
  name: "merged-lists",
  async up(db) {
    for (const [table, column, from, id] of created) {
      await db.schema.alterTable(table).addColumn(column, "bigint").execute();
      await sql`update ${sql.table(table)} set ${sql.ref(column)} =
        (select created_at from ${sql.table(from)} where id = ${sql.ref(`${table}.${id}`)})`.execute(db);
    }
    await index(db, "bindings_services_newest", "bindings", [
      "plan_id",
      "service_created_at",
      ...["service_id", "environment"],
    ]);
    await index(db, "bindings_plans_newest", "bindings", [
      "service_id",
      "plan_created_at",
      ...["plan_id", "environment"],
    ]);
    await index(db, "bindings_apis_newest", "bindings", [
      ...["service_id", "plan_id", "environment"],
      ...["api_created_at", "api_id"],
    ]);
    // Few bindings may be in the environment that is asked for.
    await index(db, "bindings_services_of_environment", "bindings", [
      ...["plan_id", "environment"],
      ...["service_created_at", "service_id"],
    ]);
    await index(db, "bindings_plans_of_environment", "bindings", [
      ...["service_id", "environment"],
      ...["plan_created_at", "plan_id"],
    ]);
    await db.schema.dropIndex("bindings_of_api").execute();
    await index(db, "bindings_of_api", "bindings", ["api_id", "plan_created_at", "plan_id", "environment"]);
    await index(db, "memberships_keys_newest", "memberships", ["plan_id", "key_created_at", "key_id"]);
    await index(db, "ip_strategy_bindings_apis_newest", "ip_strategy_bindings", [
      ...["strategy_id", "environment"],
      ...["api_created_at", "api_id"],
    ]);
    await db.schema.dropIndex("frozen_apis_by_definition").execute();
    await index(db, "frozen_apis_newest", "frozen_apis", ["version_name", "created_at", "api_id"]);
    await markLatestIpStrategyBindings(db);
    await nameEndsOfAppBindings(db);
    await markFormerUpstreams(db);
  },
};

const created: readonly (readonly [table: string, column: string, from: string, id: string])[] = [
  ["bindings", "service_created_at", "services", "service_id"],
  ["bindings", "plan_created_at", "usage_plans", "plan_id"],
  ["bindings", "api_created_at", "apis", "api_id"],
  ["memberships", "key_created_at", "api_keys", "key_id"],
  ["ip_strategy_bindings", "api_created_at", "apis", "api_id"],
];

async function markLatestIpStrategyBindings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("ip_strategy_bindings")
    .addColumn("is_latest", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await sql`update ip_strategy_bindings set is_latest = 0 where environment <> (
    select latest.environment from ip_strategy_bindings as latest
    where latest.strategy_id = ip_strategy_bindings.strategy_id and latest.api_id = ip_strategy_bindings.api_id
    order by latest.bound_at desc, latest.environment desc limit 1)`.execute(db);
  const order = ["has_draft", "bound_at", "api_id"];
  for (const column of ["is_latest", "environment"]) {
    const name = `ip_strategy_bindings_newest_by_${column}`;
    await index(db, name, "ip_strategy_bindings", ["strategy_id", column, ...order]);
  }
}

async function nameEndsOfAppBindings(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("app_bindings").addColumn("api_name", "text").execute();
  await db.schema.alterTable("app_bindings").addColumn("app_name", "text").execute();
  await sql`update app_bindings set
    api_name = (select name from apis where apis.id = app_bindings.api_id),
    app_name = (select name from api_apps where api_apps.id = app_bindings.api_app_id)`.execute(db);
  for (const name of ["app_bindings_newest_of_app", "app_bindings_newest_of_service", "app_bindings_by_api"]) {
    await db.schema.dropIndex(name).execute();
  }
  await index(db, "app_bindings_newest_of_app", "app_bindings", [
    ...["api_app_id", "created_at"],
    ...["service_id", "api_id", "environment", "api_name"],
  ]);
  await index(db, "app_bindings_newest_of_service", "app_bindings", [
    ...["service_id", "created_at"],
    ...["api_id", "environment", "api_app_id", "app_name"],
  ]);
  await index(db, "app_bindings_newest_of_api", "app_bindings", [
    ...["api_id", "created_at"],
    ...["service_id", "environment", "api_app_id", "app_name"],
  ]);
}

async function markFormerUpstreams(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("frozen_apis").addColumn("former_upstream_id", "text").execute();
  await sql`update frozen_apis set former_upstream_id = definitions.upstream_id
    from frozen_definitions as definitions
    where definitions.service_id = frozen_apis.service_id and definitions.digest = frozen_apis.definition_digest
      and definitions.upstream_id is not null and not exists (
        select 1 from apis where apis.id = frozen_apis.api_id and apis.upstream_id = definitions.upstream_id)`.execute(
    db,
  );
  await sql`create index frozen_apis_of_former_upstream on frozen_apis (former_upstream_id, version_name, api_id)
    where former_upstream_id is not null`.execute(db);
}

async function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}
