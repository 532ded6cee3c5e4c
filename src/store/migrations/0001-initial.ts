import type { CreateTableBuilder, Kysely } from "kysely";
import type { Migration } from "./migration.ts";

/** Every table of the first release. */
export const initial: Migration = {
  number: 1,
  name: "initial",
  async up(db) {
    await createAccounts(db);
    await createServices(db);
    await createUsagePlans(db);
    await createReleases(db);
    await db.schema
      .createTable("changes")
      .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("settings")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
  },
};

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("accounts")
    .addColumn("app_id", "bigint", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("management_keys")
    .addColumn("secret_id", "text", (column) => column.primaryKey())
    .addColumn("app_id", "bigint", (column) => column.notNull().references("accounts.app_id"))
    .addColumn("sealed_secret", "text", (column) => column.notNull())
    .execute();
  await index(db, "management_keys_by_account", "management_keys", ["app_id", "secret_id"]);
}

async function createServices(db: Kysely<unknown>): Promise<void> {
  await withScope(db.schema.createTable("services").addColumn("id", "text", (column) => column.primaryKey()))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("description", "text")
    .addColumn("protocol", "text", (column) => column.notNull())
    .addColumn("net_types", "text", (column) => column.notNull())
    .addColumn("ip_version", "text", (column) => column.notNull())
    .addColumn("vpc_id", "text")
    .addColumn("instance_id", "text")
    .addColumn("tags", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("modified_at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "services_newest", "services", ["app_id", "region", "created_at", "id"]);

  await withScope(db.schema.createTable("apis").addColumn("id", "text", (column) => column.primaryKey()))
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("name", "text")
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("method", "text", (column) => column.notNull())
    .addColumn("api_type", "text", (column) => column.notNull())
    .addColumn("auth_type", "text", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("tags", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("modified_at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "apis_newest", "apis", ["service_id", "created_at", "id"]);
  await index(db, "apis_by_name", "apis", ["service_id", "name"]);
  await index(db, "apis_by_path", "apis", ["service_id", "path", "method"]);

  await db.schema
    .createTable("service_strategies")
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("rate", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("service_strategies_key", ["service_id", "environment"])
    .execute();
  await db.schema
    .createTable("api_strategies")
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("api_id", "text", (column) => column.notNull().references("apis.id").onDelete("cascade"))
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("rate", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("api_strategies_key", ["service_id", "api_id", "environment"])
    .execute();
  await index(db, "api_strategies_by_api", "api_strategies", ["api_id"]);
}

async function createUsagePlans(db: Kysely<unknown>): Promise<void> {
  await withScope(db.schema.createTable("usage_plans").addColumn("id", "text", (column) => column.primaryKey()))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("description", "text")
    .addColumn("rate_per_second", "integer", (column) => column.notNull())
    .addColumn("quota", "bigint", (column) => column.notNull())
    .addColumn("tags", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("modified_at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "usage_plans_newest", "usage_plans", ["app_id", "region", "created_at", "id"]);

  await withScope(db.schema.createTable("api_keys").addColumn("id", "text", (column) => column.primaryKey()))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("sealed_secret", "text", (column) => column.notNull())
    .addColumn("secret_fingerprint", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("is_enabled", "integer", (column) => column.notNull())
    .addColumn("tags", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("modified_at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "api_keys_newest", "api_keys", ["app_id", "region", "created_at", "id"]);
  await index(db, "api_keys_by_fingerprint", "api_keys", ["secret_fingerprint"]);

  await db.schema
    .createTable("memberships")
    .addColumn("plan_id", "text", (column) => column.notNull().references("usage_plans.id").onDelete("cascade"))
    .addColumn("key_id", "text", (column) => column.notNull().references("api_keys.id").onDelete("cascade"))
    .addColumn("added_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("memberships_key", ["plan_id", "key_id"])
    .execute();
  await index(db, "memberships_newest", "memberships", ["plan_id", "added_at", "key_id"]);
  await index(db, "memberships_by_key", "memberships", ["key_id", "plan_id"]);

  await place(db.schema.createTable("bindings"))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("bindings_key", ["plan_id", "service_id", "environment", "api_id"])
    .execute();
  await index(db, "bindings_newest_of_plan", "bindings", [
    "plan_id",
    "created_at",
    "service_id",
    "environment",
    "api_id",
  ]);
  await index(db, "bindings_newest_of_service", "bindings", [
    "service_id",
    "created_at",
    "plan_id",
    "environment",
    "api_id",
  ]);
  await index(db, "bindings_by_api", "bindings", ["service_id", "api_id"]);

  await place(db.schema.createTable("quotas"))
    .addColumn("leased", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("quotas_key", ["plan_id", "service_id", "environment", "api_id"])
    .execute();
  await index(db, "quotas_by_service", "quotas", ["service_id", "api_id"]);
}

async function createReleases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("versions")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("description", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "versions_newest", "versions", ["service_id", "created_at", "name"]);

  await db.schema
    .createTable("frozen_definitions")
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("frozen_definitions_key", ["service_id", "digest"])
    .execute();
  await db.schema
    .createTable("frozen_apis")
    .addColumn("version_name", "text", (column) => column.notNull().references("versions.name").onDelete("cascade"))
    .addColumn("api_id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("definition_digest", "text", (column) => column.notNull())
    .addColumn("tags", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("modified_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("frozen_apis_key", ["version_name", "api_id"])
    .execute();

  await db.schema
    .createTable("running_versions")
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("version_name", "text", (column) => column.notNull().references("versions.name").onDelete("cascade"))
    .addColumn("since", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("running_versions_key", ["service_id", "environment"])
    .execute();
  await index(db, "running_versions_by_version", "running_versions", ["version_name"]);

  await db.schema
    .createTable("release_history")
    .addColumn("seq", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("version_name", "text", (column) => column.notNull())
    .addColumn("description", "text")
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
  await index(db, "release_history_newest", "release_history", ["service_id", "at", "seq"]);
  await index(db, "release_history_of_environment", "release_history", ["service_id", "environment", "at", "seq"]);
}

function withScope<Table extends string>(table: CreateTableBuilder<Table, never>): CreateTableBuilder<Table, never> {
  return table
    .addColumn("app_id", "bigint", (column) => column.notNull())
    .addColumn("region", "text", (column) => column.notNull());
}

/** A plan at a place: a service's environment or one API there. */
function place<Table extends string>(
  table: CreateTableBuilder<Table, never>,
): CreateTableBuilder<Table, "plan_id" | "service_id" | "environment" | "api_id"> {
  return table
    .addColumn("plan_id", "text", (column) => column.notNull().references("usage_plans.id").onDelete("cascade"))
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("api_id", "text", (column) => column.notNull());
}

async function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}
