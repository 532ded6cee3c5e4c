import { type Kysely, sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * Bindings are listed at one level at a time, so each level has its indexes in the order of the lists. A binding of a whole
 * service stays out of those that tell APIs apart, and three of the indexes that each binding was in are not needed.
 */
export const bindingLevels: Migration = {
  number: 10,
  name: "binding-levels",
  async up(db) {
    for (const name of [
      "bindings_newest_of_plan",
      "bindings_newest_of_service",
      "bindings_by_api",
      "bindings_apis_of_plan",
      "bindings_of_api",
    ]) {
      await db.schema.dropIndex(name).execute();
    }
    for (const [end, other] of ends) {
      await index(
        db,
        `bindings_newest_of_${end}`,
        [`${end}_id`, "created_at", `${other}_id`, "environment"],
        "api_id = ''",
      );
      await index(
        db,
        `bindings_newest_apis_of_${end}`,
        [`${end}_id`, "created_at", `${other}_id`, "environment", "api_id"],
        "api_id <> ''",
      );
    }
    await index(db, "bindings_of_api", ["api_id", "plan_created_at", "plan_id", "environment"], "api_id <> ''");
  },
};

const ends = [
  ["plan", "service"],
  ["service", "plan"],
] as const;

async function index(db: Kysely<unknown>, name: string, columns: readonly string[], where: string): Promise<void> {
  await sql`create index ${sql.raw(name)} on bindings (${sql.raw(columns.join(", "))}) where ${sql.raw(where)}`.execute(
    db,
  );
}
