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
  const applied = await appliedTo(db, migrations);
  for (const migration of migrations) {
    if (migration.number <= applied) continue;
    await migration.up(db as unknown as Kysely<unknown>);
    await db
      .insertInto("migrations")
      .values({ number: migration.number, name: migration.name, applied_at: now })
      .execute();
  }
}

/** Changes nothing: an earlier version of the program may be running on this database. */
export async function requireUpToDate(db: Kysely<DatabaseSchema>, migrations: readonly Migration[]): Promise<void> {
  const applied = await appliedTo(db, migrations);
  const known = newestOf(migrations);
  if (applied === known) return;
  throw new StoreError(
    "older-schema",
    `the database has schema ${applied}, and this version of Turnpike works on schema ${known}: ` +
      "run this version on it first, which brings it up to date",
  );
}

/** The number of the newest migration the database has seen, 0 for an empty one. */
async function appliedTo(db: Kysely<DatabaseSchema>, migrations: readonly Migration[]): Promise<number> {
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
  const known = newestOf(migrations);
  if (applied > known) {
    throw new StoreError(
      "newer-schema",
      `the database has schema ${applied}, but this version of Turnpike knows schemas up to ${known}: ` +
        "run the newer version, or restore a backup made with this one",
    );
  }
  return applied;
}

function newestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}
