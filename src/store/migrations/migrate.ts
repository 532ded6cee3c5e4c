import type { Kysely } from "kysely";
import { StoreError } from "../errors.ts";
import type { DatabaseSchema } from "../schema.ts";
import type { Migration } from "./migration.ts";

/** Brings the schema up to date; run inside one write transaction, so that it happens as a whole or not at all. */
export async function migrate(
  db: Kysely<DatabaseSchema>,
  migrations: readonly Migration[],
  now: number,
): Promise<void> {
  await db.schema
    .createTable("migrations")
    .ifNotExists()
    .addColumn("number", "integer", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("applied_at", "bigint", (column) => column.notNull())
    .execute();
  const newest = await db
    .selectFrom("migrations")
    .select("number")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const applied = newest?.number ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (applied > known) {
    throw new StoreError(
      "newer-schema",
      `the database has schema ${applied}, but this version of Turnpike knows schemas up to ${known}: ` +
        "run the newer version, or restore a backup made with this one",
    );
  }
  for (const migration of migrations) {
    if (migration.number <= applied) continue;
    await migration.up(db as unknown as Kysely<unknown>);
    await db
      .insertInto("migrations")
      .values({ number: migration.number, name: migration.name, applied_at: now })
      .execute();
  }
}
