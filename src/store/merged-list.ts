import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Context } from "./context.ts";
import { type Condition, overhang, totalOf } from "./listing.ts";
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
  /** Columns with the values that are left out. Where each has a single one, the index is in the order of the list. */
  readonly keys: readonly { readonly column: string; readonly values: readonly string[] }[];
  /** With the keys they match rows that the unfiltered list has, and no others. */
  readonly conditions: readonly Condition[];
  /** Single values leave no row out twice. */
  readonly isDistinct: boolean;
}

/** Part of what is left out: all of it if it has single values, else what one walk in the order of the list passes. */
interface Walk extends Omit<LeftOut, "keys"> {}

/** What is listed, but for the rows left out. */
interface Listed {
  readonly table: keyof DatabaseSchema;
  readonly conditions: readonly Condition[];
  readonly filters: readonly Condition[];
}

/** So many rows are sorted, or looked up one by one, in a few milliseconds. */
const maxShortRows = 5_000;
/** Each walk makes those before it a little slower. */
const maxWalks = 8;

/** When the row with the id was made, for a table that refers to it; null if there is no such row. */
export function createdAt(
  table: "services" | "usage_plans" | "apis" | "api_keys",
  id: string,
): RawBuilder<number | null> {
  return sql`(select created_at from ${sql.table(table)} where id = ${id})`;
}

/** Those of the ids that name records of the account and region. */
export async function idsInScope(
  { db, dialect }: Context,
  table: "services" | "usage_plans" | "apis",
  scope: Scope,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select(["id", "app_id", "region"])
    .where(dialect.isOneOf("id", ids))
    .execute();
  return rows.filter((row) => row.app_id === scope.appId && row.region === scope.region).map(({ id }) => id);
}

/** One page, newest first, and the number of all matches. */
export async function listMerged<Row, Item>(
  context: Context,
  listed: Listed,
  leftOut: readonly LeftOut[],
  page: Page,
  toItem: (row: Row) => Item,
): Promise<Listing<Item>> {
  const walks: Walk[] = [];
  for (const side of leftOut) walks.push(...(await walksAlong(context, side)));
  const matches = sql`${rowsListed(listed)} ${except(walks)}`;
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
    const total = await totalOf(page, rows.length, () => countMatches(context, listed, walks));
    return { total, items: rows.slice(0, page.limit).map(toItem) };
  }
  const total = await countMatches(context, listed, walks);
  const limit = Math.max(Math.min(page.limit, total - page.offset), 0);
  if (limit === 0) return { total, items: [] };
  // From the end the page is nearer to.
  const behind = total - page.offset - limit;
  const rows = await (behind < page.offset ? read("asc", limit, behind) : read("desc", limit, page.offset));
  return { total, items: rows.map(toItem) };
}

/**
 * The database sorts what several values leave out, which takes longer than the walks themselves. So long parts are walked
 * along one by one, and only short ones are sorted together.
 */
async function walksAlong(context: Context, side: LeftOut): Promise<readonly Walk[]> {
  const { keys, conditions, ...walk } = side;
  const columns = keys.map(({ column }) => column);
  const all = combinations(keys.map(({ values }) => values));
  const alone = (values: readonly string[]): Walk => {
    const isKey = columns.map((column, index) => sql<SqlBool>`${sql.ref(column)} = ${values[index]}`);
    return { ...walk, conditions: [...isKey, ...conditions] };
  };
  if (all.length <= 1) return all.map(alone);
  const long = (await longOnes(context, side, columns, all)).slice(0, maxWalks);
  const isLong = new Set(long.map((values) => JSON.stringify(values)));
  const short = all.filter((values) => !isLong.has(JSON.stringify(values)));
  if (short.length === 0) return long.map(alone);
  const together = { ...walk, conditions: [isOneOfRows(context, columns, short), ...conditions], isDistinct: false };
  return [...long.map(alone), together];
}

async function longOnes(
  { db, dialect }: Context,
  { table, conditions }: LeftOut,
  columns: readonly string[],
  all: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  const isKey = columns.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${sql.ref(`wanted.${column}`)}`);
  const { rows } = await sql<Record<string, string>>`select * from ${dialect.rowsOf(columns, all)} as wanted
    where exists (select 1 from ${sql.table(table)} where ${sql.join([...isKey, ...conditions], sql` and `)}
      limit 1 offset ${maxShortRows})`.execute(db);
  return rows.map((row) => columns.map((column) => row[column] ?? ""));
}

function isOneOfRows(
  { dialect }: Context,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Condition {
  const chosen = sql.join(columns.map((column) => sql.ref(column)));
  return sql`(${chosen}) in ${dialect.rowsOf(columns, rows)}`;
}

/** Each way of taking one value of each list. */
function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (begun, values) => begun.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

async function countMatches(context: Context, listed: Listed, walks: readonly Walk[]): Promise<number> {
  const all = rowsListed(listed);
  const [first, ...others] = walks;
  // What is left out is in the list, but for the filters: it can be counted by itself where that is less work.
  if (listed.filters.length > 0) {
    if (await areShort(context, walks)) {
      return (await count(context, all)) - (await count(context, passingFilters(listed, walks)));
    }
  } else if (first && (await areShort(context, others))) {
    const passedLater = others.length > 0 ? await count(context, passedOnlyLater(first, others)) : 0;
    return (await count(context, all)) - (await count(context, eachOnce([first]))) - passedLater;
  }
  return count(context, sql`${all} ${except(walks)} ${inOrder("desc")}`);
}

/** Together. */
async function areShort({ db }: Context, walks: readonly Walk[]): Promise<boolean> {
  if (walks.length === 0) return true;
  const passed = sql.join(walks.map(rowsPassed), sql` union all `);
  const { rows } = await sql`${passed} limit 1 offset ${maxShortRows}`.execute(db);
  return rows.length === 0;
}

/** Looked up one by one in what the first walk passes, so only few of them may be. */
function passedOnlyLater({ table, columns, conditions }: Walk, others: readonly Walk[]): RawBuilder<unknown> {
  const [made, id] = columns;
  const isSame = [
    sql<SqlBool>`${sql.ref(`${table}.${made}`)} = later.created_at`,
    sql<SqlBool>`${sql.ref(`${table}.${id}`)} = later.id`,
  ];
  return sql`select * from (${eachOnce(others)}) as later
    where not exists (select 1 from ${sql.table(table)} where ${sql.join([...conditions, ...isSame], sql` and `)})`;
}

function passingFilters({ table, filters }: Listed, walks: readonly Walk[]): RawBuilder<unknown> {
  return sql`select id from (select id as left_out_id from (${eachOnce(walks)}))
    cross join ${sql.table(table)} on id = left_out_id where ${sql.join(filters, sql` and `)}`;
}

function eachOnce(walks: readonly Walk[]): RawBuilder<unknown> {
  const [only] = walks;
  if (walks.length === 1 && only?.isDistinct) return rowsPassed(only);
  const passed = sql.join(walks.map(rowsPassed), sql` union all `);
  return sql`select distinct * from (${passed})`;
}

function rowsListed({ table, conditions, filters }: Listed): RawBuilder<unknown> {
  return sql`select created_at, id from ${sql.table(table)} where ${sql.join([...conditions, ...filters], sql` and `)}`;
}

function rowsPassed({ table, columns, conditions }: Walk): RawBuilder<unknown> {
  const [made, id] = columns;
  return sql`select ${sql.ref(made)} as created_at, ${sql.ref(id)} as id from ${sql.table(table)}
    where ${sql.join(conditions, sql` and `)}`;
}

function except(walks: readonly Walk[]): RawBuilder<unknown> {
  return sql.join(
    walks.map((walk) => sql`except ${rowsPassed(walk)}`),
    sql` `,
  );
}

function inOrder(direction: "asc" | "desc", of: "" | "page." = ""): RawBuilder<unknown> {
  return sql.raw(`order by ${of}created_at ${direction}, ${of}id ${direction}`);
}

async function count({ db }: Context, of: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${of}) as matches`.execute(db);
  return rows[0]?.total ?? 0;
}
