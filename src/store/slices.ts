import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import type { Condition } from "./listing.ts";

/** Some milliseconds of work for who asks. */
const rowsPerSlice = 500;

/**
 * A list that is wanted as a whole, some rows at a time: between two slices the event loop turns, so that others are served
 * meanwhile. `read` gives the rows that meet the conditions in the order of `columns`, from the last; together these name a row.
 */
export async function* inSlices<Column extends string, Row extends Readonly<Record<Column, string | number>>>(
  columns: readonly Column[],
  read: (conditions: readonly Condition[], limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void, undefined> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  let conditions: readonly Condition[] = [];
  for (;;) {
    const rows = await read(conditions, rowsPerSlice);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < rowsPerSlice) return;
    conditions = [sql`(${names}) < (${sql.join(columns.map((column) => last[column]))})`];
    await nextTurn();
  }
}
