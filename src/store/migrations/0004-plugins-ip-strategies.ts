import type { Migration } from "./migration.ts";

/** Plugins, IP strategies and the APIs they are at. An API's rows outlive its draft: a version may still serve it. */
export const pluginsIpStrategies: Migration = {
  number: 4,
  name: "plugins-ip-strategies",
  async up(db) {
    await db.schema
      .createTable("plugins")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("data", "text", (column) => column.notNull())
      .addColumn("description", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("plugins_newest")
      .on("plugins")
      .columns(["app_id", "region", "created_at", "id"])
      .execute();

    await db.schema
      .createTable("plugin_attachments")
      .addColumn("plugin_id", "text", (column) => column.notNull().references("plugins.id").onDelete("cascade"))
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("environment", "text", (column) => column.notNull())
      .addColumn("api_id", "text", (column) => column.notNull())
      .addColumn("attached_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("plugin_attachments_key", ["service_id", "api_id", "environment", "plugin_id"])
      .execute();
    await db.schema
      .createIndex("plugin_attachments_newest")
      .on("plugin_attachments")
      .columns(["plugin_id", "attached_at", "service_id", "api_id", "environment"])
      .execute();

    await db.schema
      .createTable("ip_strategies")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("data", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("ip_strategies_newest")
      .on("ip_strategies")
      .columns(["service_id", "created_at", "id"])
      .execute();

    await db.schema
      .createTable("ip_strategy_bindings")
      .addColumn("strategy_id", "text", (column) => column.notNull().references("ip_strategies.id").onDelete("cascade"))
      .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
      .addColumn("environment", "text", (column) => column.notNull())
      .addColumn("api_id", "text", (column) => column.notNull())
      .addColumn("bound_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("ip_strategy_bindings_key", ["service_id", "api_id", "environment", "strategy_id"])
      .execute();
    await db.schema
      .createIndex("ip_strategy_bindings_of_strategy")
      .on("ip_strategy_bindings")
      .columns(["strategy_id"])
      .execute();
  },
};
