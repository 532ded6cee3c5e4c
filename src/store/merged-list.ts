import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Context } from "./context.ts";
import { type Condition, inScope, overhang, totalOf } from "./listing.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { Listing, Page } from "./store.ts";

/**
 * Rows to leave out of a list, from a table that refers to them by when they were made and by id. Both sides have an index in
 * the order of the list, so the database walks along both at once; to look up every row of a long list in the other index
 * takes several times as long.
 */
export interface LeftOut {
  readonly table: "bindings" | "bound_services" | "memberships" | "ip_strategy_bindings";
  readonly columns: readonly [createdAt: string, id: string];
  /** They match rows that the unfiltered list has, and no others. */
  readonly conditions: readonly Condition[];
  /** No row is left out twice. */
  readonly isDistinct: boolean;
}

/** What is listed, but for the rows left out. */
interface Listed {
  readonly table: keyof DatabaseSchema;
  readonly conditions: readonly Condition[];
  readonly filters: readonly Condition[];
}

/** When the row with the id was made, for a table that refers to it; null if there is no such row. */
export function createdAt(
  table: "services" | "usage_plans" | "apis" | "api_keys",
  id: string,
): RawBuilder<number | null> {
  return sql`(select created_at from ${sql.table(table)} where id = ${id})`;
}

/** The column names one of the records that are of the account and region. Only an equality leaves an index in its order. */
export function isOneOfScope(
  { dialect }: Context,
  column: string,
  of: { readonly table: "services" | "usage_plans" | "apis"; readonly ids: readonly string[]; readonly scope: Scope },
): Condition {
  const [only = ""] = of.ids;
  const isOne = of.ids.length === 1;
  const isWanted = isOne ? sql`id = ${only}` : dialect.isOneOf("id", of.ids);
  const wanted = sql`(select id from ${sql.table(of.table)} where ${sql.join([isWanted, ...inScope(of.scope)], sql` and `)})`;
  return isOne ? sql`${sql.ref(column)} = ${wanted}` : sql`${sql.ref(column)} in ${wanted}`;
}

/** One page, newest first, and the number of all matches. */
export async function listMerged<Row, Item>(
  context: Context,
  listed: Listed,
  leftOut: readonly LeftOut[],
  page: Page,
  toItem: (row: Row) => Item,
): Promise<Listing<Item>> {
  const { db } = context;
  const [only, ...others] = leftOut;
  const conditions = [...listed.conditions, ...listed.filters];
  const all = { table: listed.table, columns: ["created_at", "id"], conditions, isDistinct: true } as const;
  const matches = (direction: "asc" | "desc") => {
    // EXCEPT drops repetitions anyway.
    const sides = leftOut.map((side) => sql`except ${rowsOf({ ...side, isDistinct: true })}`);
    const order = sql.raw(direction);
    return sql`${rowsOf(all)} ${sql.join(sides, sql` `)} order by created_at ${order}, id ${order}`;
  };
  const read = async (direction: "asc" | "desc", limit: number, offset: number) => {
    if (limit === 0) return [];
    const { rows } = await sql<Row>`select listed.* from
      (${matches(direction)} limit ${limit} offset ${offset}) as page join ${sql.table(listed.table)} as listed on listed.id = page.id
      order by page.created_at desc, page.id desc`.execute(db);
    return rows;
  };

  if (only !== undefined && others.length === 0 && listed.filters.length === 0) {
    // Each side is counted on its own index, and the page is read from the end it is nearer to.
    const total = (await count(context, rowsOf(all))) - (await count(context, rowsOf(only)));
    const limit = Math.max(Math.min(page.limit, total - page.offset), 0);
    const behind = total - page.offset - limit;
    const rows = await (behind < page.offset ? read("asc", limit, behind) : read("desc", limit, page.offset));
    return { total, items: rows.map(toItem) };
  }
  const rows = await read("desc", overhang(page), page.offset);
  const total = await totalOf(page, rows.length, () => count(context, matches("desc")));
  return { total, items: rows.slice(0, page.limit).map(toItem) };
}

type Rows = Pick<LeftOut, "columns" | "conditions" | "isDistinct"> & { readonly table: string };

function rowsOf({ table, columns, conditions, isDistinct }: Rows): RawBuilder<unknown> {
  const select = sql.raw(isDistinct ? "select" : "select distinct");
  const chosen = sql.join(columns.map((column) => sql.ref(column)));
  return sql`${select} ${chosen} from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`;
}

async function count({ db }: Context, of: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${of}) as matches`.execute(db);
  return rows[0]?.total ?? 0;
}
