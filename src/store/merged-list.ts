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

/** So many rows are walked through in a millisecond or two. */
const maxShortRows = 10_000;

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
  const matches = sql`${rowsListed(listed)} ${each("except", leftOut)}`;
  const read = async (direction: "asc" | "desc", limit: number, offset: number) => {
    const { rows } = await sql<Row>`select listed.* from
      (${matches} ${inOrder(direction)} limit ${limit} offset ${offset}) as page
      join ${sql.table(listed.table)} as listed on listed.id = page.id
      ${inOrder("desc", "page.")}`.execute(context.db);
    return rows;
  };
  // Few may pass the filters, and then the first page already tells how many.
  if (listed.filters.length > 0 && page.offset === 0 && page.limit > 0) {
    const rows = await read("desc", overhang(page), 0);
    const total = await totalOf(page, rows.length, () => countMatches(context, listed, leftOut));
    return { total, items: rows.slice(0, page.limit).map(toItem) };
  }
  const total = await countMatches(context, listed, leftOut);
  const limit = Math.max(Math.min(page.limit, total - page.offset), 0);
  if (limit === 0) return { total, items: [] };
  // From the end the page is nearer to.
  const behind = total - page.offset - limit;
  const rows = await (behind < page.offset ? read("asc", limit, behind) : read("desc", limit, page.offset));
  return { total, items: rows.map(toItem) };
}

async function countMatches(context: Context, listed: Listed, leftOut: readonly LeftOut[]): Promise<number> {
  const all = rowsListed(listed);
  const [only, ...others] = leftOut;
  const isOne = only !== undefined && others.length === 0;
  if (isOne && listed.filters.length === 0) {
    return (await count(context, all)) - (await count(context, rowsLeftOut(only)));
  }
  if (isOne && (await isShort(context, only))) {
    // What both sides have in common is counted at the end of the shorter one.
    const common = sql`${all} ${each("intersect", leftOut)} ${inOrder("desc")}`;
    return (await count(context, all)) - (await count(context, common));
  }
  return count(context, sql`${all} ${each("except", leftOut)} ${inOrder("desc")}`);
}

async function isShort({ db }: Context, side: LeftOut): Promise<boolean> {
  const { rows } = await sql`${rowsLeftOut({ ...side, isDistinct: true })} limit 1 offset ${maxShortRows}`.execute(db);
  return rows.length === 0;
}

function rowsListed({ table, conditions, filters }: Listed): RawBuilder<unknown> {
  return sql`select created_at, id from ${sql.table(table)} where ${sql.join([...conditions, ...filters], sql` and `)}`;
}

function rowsLeftOut({ table, columns, conditions, isDistinct }: LeftOut): RawBuilder<unknown> {
  const select = sql.raw(isDistinct ? "select" : "select distinct");
  const chosen = sql.join(columns.map((column) => sql.ref(column)));
  return sql`${select} ${chosen} from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`;
}

function each(how: "except" | "intersect", leftOut: readonly LeftOut[]): RawBuilder<unknown> {
  // Both drop repetitions by themselves.
  const sides = leftOut.map((side) => sql`${sql.raw(how)} ${rowsLeftOut({ ...side, isDistinct: true })}`);
  return sql.join(sides, sql` `);
}

function inOrder(direction: "asc" | "desc", of: "" | "page." = ""): RawBuilder<unknown> {
  return sql.raw(`order by ${of}created_at ${direction}, ${of}id ${direction}`);
}

async function count({ db }: Context, of: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${of}) as matches`.execute(db);
  return rows[0]?.total ?? 0;
}
