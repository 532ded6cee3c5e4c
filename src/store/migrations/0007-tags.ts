import type { Migration } from "./migration.ts";

/** Tags of API apps and plugins. */
export const tags: Migration = {
  number: 7,
  name: "tags",
  async up(db) {
    for (const table of ["api_apps", "plugins"] as const) {
      await db.schema
        .alterTable(table)
        .addColumn("tags", "text", (column) => column.notNull().defaultTo("[]"))
        .execute();
    }
  },
};
