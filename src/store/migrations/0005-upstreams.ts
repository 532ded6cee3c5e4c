import type { Migration } from "./migration.ts";

/** Upstreams, and which definitions name them. */
export const upstreams: Migration = {
  number: 5,
  name: "upstreams",
  async up(db) {
    await db.schema
      .createTable("upstreams")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("app_id", "bigint", (column) => column.notNull())
      .addColumn("region", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("definition", "text", (column) => column.notNull())
      .addColumn("tags", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("modified_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("upstreams_newest")
      .on("upstreams")
      .columns(["app_id", "region", "created_at", "id"])
      .execute();
    for (const table of ["apis", "frozen_definitions"] as const) {
      await db.schema.alterTable(table).addColumn("upstream_id", "text").execute();
      await db.schema.createIndex(`${table}_of_upstream`).on(table).columns(["upstream_id"]).execute();
    }
  },
};
