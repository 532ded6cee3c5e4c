import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Capabilities } from "./dialect/capabilities.ts";
import { StoreError } from "./errors.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { Listing, Page } from "./store.ts";

export type Condition = Expression<SqlBool>;

/** One page of `query` (ordered, with every condition) and the number of all its matches. */
export async function listPage<Table extends keyof DatabaseSchema, Row, Item>(
  query: SelectQueryBuilder<DatabaseSchema, Table, Row>,
  page: Page,
  toItem: (row: Row) => Item,
): Promise<Listing<Item>> {
  const rows = page.limit > 0 ? await query.limit(overhang(page)).offset(page.offset).execute() : [];
  const total = await totalOf(page, rows.length, () => countRows(query));
  return { total, items: rows.slice(0, page.limit).map((row) => toItem(row as Row)) };
}

/** How many rows to ask for: one more than the page holds tells whether it is the last. */
export function overhang(page: Page): number {
  return page.limit > 0 ? page.limit + 1 : 0;
}

/** The number of all matches, given how many were found from the page's start: the end of the list tells it without counting. */
export async function totalOf(page: Page, found: number, count: () => Promise<number>): Promise<number> {
  const isEnd = page.limit > 0 && found <= page.limit && (found > 0 || page.offset === 0);
  return isEnd ? page.offset + found : count();
}

/** How many rows a query matches, whatever it selects. */
export async function countRows<Table extends keyof DatabaseSchema, Row>(
  query: SelectQueryBuilder<DatabaseSchema, Table, Row>,
): Promise<number> {
  const { total } = await query
    .clearSelect()
    .clearOrderBy()
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

/** Alternatives for one member of a filter: no condition when it is absent or empty. */
export function oneOf<T>(
  values: readonly T[] | undefined,
  toCondition: (values: readonly T[]) => Condition,
): Condition[] {
  return values === undefined || values.length === 0 ? [] : [toCondition(values)];
}

/** Whether a member of a filter constrains at all. */
export function isGiven(ids: readonly string[] | undefined): boolean {
  return ids !== undefined && ids.length > 0;
}

/** Of one account and region. */
export function inScope(scope: Scope): Condition[] {
  return [sql`app_id = ${scope.appId}`, sql`region = ${scope.region}`];
}

/** The same where another condition leaves few rows, and the database must not walk through the whole scope instead. */
export function inScopeUnindexed(dialect: Capabilities, scope: Scope): Condition[] {
  return [dialect.equalsUnindexed("app_id", scope.appId), dialect.equalsUnindexed("region", scope.region)];
}

/** At least one of the conditions holds. */
export function any(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`;
}

/** Keeps what belongs to the scope: for lookups by id, which find at most a few records. */
export function ofScope<T extends Scope>(scope: Scope, records: readonly T[]): readonly T[] {
  return records.filter((record) => record.appId === scope.appId && record.region === scope.region);
}

/** Database parameters are limited in number, so many rows go in several statements. */
export async function inBatches<T>(
  items: readonly T[],
  insert: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  const batchSize = 100;
  for (let start = 0; start < items.length; start += batchSize) await insert(items.slice(start, start + batchSize));
}

/** An update or delete of one record must have found it. */
export function requireAffected(count: bigint, what: string): void {
  if (count === 0n) throw new StoreError("not-found", `${what} does not exist`);
}
