import type { Migration } from "./migration.ts";

/** Plugins have tags. */
export const pluginTags: Migration = {
  number: 7,
  name: "plugin-tags",
  async up(db) {
    await db.schema
      .alterTable("plugins")
      .addColumn("tags", "text", (column) => column.notNull().defaultTo("[]"))
      .execute();
  },
};
