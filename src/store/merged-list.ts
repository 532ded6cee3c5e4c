import { type RawBuilder, sql } from "kysely";
import type { Context } from "./context.ts";
import { type Condition, overhang, totalOf } from "./listing.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { Listing, Page } from "./store.ts";

/**
 * What a list is held against: a query for `created_at` and `id` of the rows to leave out (`except`) or to keep
 * (`intersect`). Both sides have an index in the order of the list, so the database walks along both at once; to look up every
 * row of a long list in the other index takes several times as long.
 */
export interface Merged {
  readonly how: "except" | "intersect";
  readonly query: RawBuilder<unknown>;
}

/** The rows of `table` that are in a bound table, told by two of its columns: when the row was made, and its id. */
export function rowsIn(
  table: "bindings" | "memberships" | "ip_strategy_bindings" | "frozen_apis",
  columns: readonly [createdAt: string, id: string],
  conditions: readonly Condition[],
): RawBuilder<unknown> {
  const chosen = sql.join(columns.map((column) => sql.ref(column)));
  return sql`select ${chosen} from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`;
}

/** When the row with the id was made, for a table that refers to it; null if there is no such row. */
export function createdAt(
  table: "services" | "usage_plans" | "apis" | "api_keys",
  id: string,
): RawBuilder<number | null> {
  return sql`(select created_at from ${sql.table(table)} where id = ${id})`;
}

/** Only an equality leaves the index of a merged query in order. */
export function isOneOfInOrder({ dialect }: Context, column: string, values: readonly string[]): Condition {
  const [value = ""] = values;
  return values.length === 1 ? sql`${sql.ref(column)} = ${value}` : dialect.isOneOf(column, values);
}

/** One page, newest first, and the number of all matches. */
export async function listMerged<Row, Item>(
  { db }: Context,
  from: { readonly table: keyof DatabaseSchema; readonly conditions: readonly Condition[] },
  merged: readonly Merged[],
  page: Page,
  toItem: (row: Row) => Item,
): Promise<Listing<Item>> {
  const table = sql.table(from.table);
  const all = sql`select created_at, id from ${table} where ${sql.join(from.conditions, sql` and `)}`;
  const heldAgainst = (sides: readonly Merged[]) =>
    sql`${all} ${sql.join(
      sides.map(({ how, query }) => sql`${sql.raw(how)} ${query}`),
      sql` `,
    )} order by created_at desc, id desc`;
  const matches = heldAgainst(merged);
  const { rows } = await sql<Row>`select listed.* from
    (${matches} limit ${overhang(page)} offset ${page.offset}) as page join ${table} as listed on listed.id = page.id
    order by page.created_at desc, page.id desc`.execute(db);
  const count = async (of: RawBuilder<unknown>) => {
    const counted = await sql<{ total: number }>`select count(*) as total from (${of}) as matches`.execute(db);
    return counted.rows[0]?.total ?? 0;
  };
  const total = await totalOf(page, rows.length, async () => {
    const [side, ...others] = merged;
    if (side?.how !== "except" || others.length > 0) return count(matches);
    // Mostly little is left out, and what two sides have in common ends with the shorter one.
    return (await count(all)) - (await count(heldAgainst([{ ...side, how: "intersect" }])));
  });
  return { total, items: rows.slice(0, page.limit).map(toItem) };
}
