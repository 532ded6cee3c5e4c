import type { Migration } from "./migration.ts";

/** Custom domains, exclusive instances and API documents. */
export const domainsInstancesDocs: Migration = {
  number: 3,
  name: "domains-instances-docs",
  async up(db) {
    await db.schema
      .createTable("custom_domains")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("protocol", "text", (column) => column.notNull())
      .addColumn("net_type", "text", (column) => column.notNull())
      .addColumn("certificate_id", "text")
      .addColumn("is_forced_https", "integer", (column) => column.notNull())
      .addColumn("mappings", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("custom_domains_newest")
      .on("custom_domains")
      .columns(["service_id", "created_at", "name"])
      .execute();

    await db.schema
      .createTable("exclusive_instances")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("description", "text", (column) => column.notNull())
      .addColumn("purchase", "text", (column) => column.notNull())
      .addColumn("service_rate", "integer", (column) => column.notNull())
      .addColumn("api_rate", "integer", (column) => column.notNull())
      .addColumn("rates_modified_at", "bigint", (column) => column.notNull())
      .addColumn("tags", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("exclusive_instances_newest")
      .on("exclusive_instances")
      .columns(["app_id", "region", "created_at", "id"])
      .execute();

    await db.schema
      .createTable("api_docs")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("environment", "text", (column) => column.notNull())
      .addColumn("api_ids", "text", (column) => column.notNull())
      .addColumn("sealed_password", "text", (column) => column.notNull())
      .addColumn("release_count", "integer", (column) => column.notNull())
      .addColumn("view_count", "integer", (column) => column.notNull())
      .addColumn("tags", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("built_at", "bigint", (column) => column.notNull())
      .addColumn("html", "text", (column) => column.notNull())
      .addColumn("open_api", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("api_docs_newest")
      .on("api_docs")
      .columns(["app_id", "region", "created_at", "id"])
      .execute();
    await db.schema.createIndex("api_docs_of_service").on("api_docs").columns(["service_id"]).execute();
  },
};
