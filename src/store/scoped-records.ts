import type { Kysely } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Context } from "./context.ts";
import { type Condition, countRows, inScope, inScopeUnindexed, listPage, requireAffected } from "./listing.ts";
import { type LeftOut, listMerged } from "./merged-list.ts";
import type { Listing, Page } from "./store.ts";

/** Tables whose rows belong to an account and region and are found by their id. */
type ScopedTable =
  | "services"
  | "usage_plans"
  | "api_keys"
  | "api_apps"
  | "upstreams"
  | "plugins"
  | "exclusive_instances";

/** What all of their rows have. */
interface ScopedRow {
  readonly id: string;
  readonly app_id: number;
  readonly region: string;
  readonly created_at: number;
}

/** How records of one kind are kept. */
interface RecordKind<Item, Row> {
  readonly table: ScopedTable;
  /** As in "the service". */
  readonly what: string;
  /** Columns that are left out keep what they hold. */
  readonly toRow: (item: Item) => ScopedRow & Partial<Row>;
  readonly toItem: (row: Row) => Item;
  /** Told of every record that is written or removed. */
  readonly changed: (id: string) => void;
}

/** What a list of records holds. */
interface Matches {
  readonly conditions: readonly Condition[];
  /** The conditions leave few rows, so the scope must not be walked through. */
  readonly isSelective: boolean;
  readonly leftOut?: readonly LeftOut[];
}

/** What repositories of such records have in common. */
interface ScopedRecords<Item> {
  insert(item: Item): Promise<void>;
  update(item: Item): Promise<void>;
  /** Whether there was such a record. What refers to it goes with it through foreign keys. */
  remove(scope: Scope, id: string): Promise<boolean>;
  find(scope: Scope, id: string): Promise<Item | undefined>;
  findMany(scope: Scope, ids: readonly string[]): Promise<readonly Item[]>;
  count(scope: Scope): Promise<number>;
  /** Newest first. */
  listWhere(scope: Scope, matches: Matches, page: Page): Promise<Listing<Item>>;
}

export function scopedRecords<Item extends Scope & { readonly id: string }, Row extends ScopedRow>(
  context: Context,
  { table, what, toRow, toItem, changed }: RecordKind<Item, Row>,
): ScopedRecords<Item> {
  const { db, dialect } = context;
  // Only columns that all of these tables have are named below; the other ones pass through as they are.
  const records = db as unknown as Kysely<Record<ScopedTable, ScopedRow>>;
  const toItems = (row: ScopedRow) => toItem(row as Row);
  return {
    async insert(item) {
      await records.insertInto(table).values(toRow(item)).execute();
      changed(item.id);
    },
    async update(item) {
      const { id, app_id: _appId, region: _region, created_at: _createdAt, ...columns } = toRow(item);
      const { numUpdatedRows } = await records
        .updateTable(table)
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(item)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, what);
      changed(item.id);
    },
    async remove(scope, id) {
      const { numDeletedRows } = await records
        .deleteFrom(table)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      changed(id);
      return true;
    },
    async find(scope, id) {
      const row = await records
        .selectFrom(table)
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toItems(row);
    },
    async findMany(scope, ids) {
      const rows = await records.selectFrom(table).selectAll().where(dialect.isOneOf("id", ids)).execute();
      return rows.filter((row) => row.app_id === scope.appId && row.region === scope.region).map(toItems);
    },
    count: (scope) => countRows(records.selectFrom(table).where(({ and }) => and(inScope(scope)))),
    listWhere(scope, { conditions, isSelective, leftOut = [] }, page) {
      const scoped = isSelective ? inScopeUnindexed(dialect, scope) : inScope(scope);
      if (leftOut.length > 0) {
        return listMerged(context, { table, conditions: scoped, filters: conditions }, leftOut, page, toItems);
      }
      const query = records
        .selectFrom(table)
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, toItems);
    },
  };
}
