import type { Migration } from "./migration.ts";

/** API apps and what they may call, and the OAuth part an API plays, for lookups. */
export const apiApps: Migration = {
  number: 2,
  name: "api-apps",
  async up(db) {
    await db.schema
      .createTable("api_apps")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("description", "text", (column) => column.notNull())
      .addColumn("app_key", "text", (column) => column.notNull().unique())
      .addColumn("sealed_secret", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("api_apps_newest")
      .on("api_apps")
      .columns(["app_id", "region", "created_at", "id"])
      .execute();

    await db.schema
      .createTable("app_bindings")
      .addColumn("api_app_id", "text", (column) => column.notNull().references("api_apps.id").onDelete("cascade"))
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("environment", "text", (column) => column.notNull())
      .addColumn("api_id", "text", (column) => column.notNull().references("apis.id").onDelete("cascade"))
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("app_bindings_key", ["service_id", "api_id", "environment", "api_app_id"])
      .execute();
    await db.schema
      .createIndex("app_bindings_newest_of_app")
      .on("app_bindings")
      .columns(["api_app_id", "created_at", "service_id", "api_id", "environment"])
      .execute();
    await db.schema.createIndex("app_bindings_by_api").on("app_bindings").columns(["api_id"]).execute();

    await db.schema
      .alterTable("apis")
      .addColumn("business_type", "text", (column) => column.notNull().defaultTo("NORMAL"))
      .execute();
    await db.schema.alterTable("apis").addColumn("authorization_api_id", "text").execute();
    await db.schema
      .createIndex("apis_by_authorization")
      .on("apis")
      .columns(["service_id", "authorization_api_id"])
      .execute();
  },
};
