import type { Expression, Kysely, SqlBool } from "kysely";
import type { DatabaseSchema } from "../schema.ts";

/**
 * What databases express differently. Repositories use these instead of asking which database they run on. Columns are
 * given as `table.column` or `column`, never from outside.
 */
export interface Capabilities {
  /** The column equals one of the values; the number of values does not change the SQL text. */
  isOneOf(column: string, values: readonly string[]): Expression<SqlBool>;
  /** The same without choosing an index by it: used when another index has the order that is asked for. */
  isOneOfUnindexed(column: string, values: readonly string[]): Expression<SqlBool>;
  /** A table of the rows, whose columns have these names; the number of rows does not change the SQL text. */
  rowsOf(columns: readonly string[], rows: readonly (readonly string[])[]): Expression<unknown>;
  /** The column holds the text, matched literally and case-sensitively. */
  contains(column: string, text: string): Expression<SqlBool>;
  /** The same, ignoring the case of letters of any alphabet. */
  containsIgnoringCase(column: string, text: string): Expression<SqlBool>;
  /** The text, or null, that a member of the column's JSON object holds. */
  jsonText(column: string, member: string): Expression<string | null>;
  /** The column is a JSON array of words, as JSON.stringify writes it, one of which is among the values. */
  jsonArrayHasOneOf(column: string, values: readonly string[]): Expression<SqlBool>;
  /** The column is a JSON array of `{key, value}`, one of which reads `key:value` as one of the texts. */
  jsonTagsHaveOneOf(column: string, texts: readonly string[]): Expression<SqlBool>;
  /** The column is a JSON array of `{key, value}`, one of which has one of the keys. */
  jsonTagsHaveKey(column: string, keys: readonly string[]): Expression<SqlBool>;
  /** `column = value` that must not choose the index: used when another condition is far more selective. */
  equalsUnindexed(column: string, value: string | number): Expression<SqlBool>;
}

/** An opened database: transactions on it, and how it expresses what is not portable. */
export interface Database {
  readonly capabilities: Capabilities;
  /** Takes the write lock first, so that what the transaction read is still true when it writes. */
  write<T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T>;
  /** One consistent view that neither blocks writes nor waits for them. */
  read<T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
