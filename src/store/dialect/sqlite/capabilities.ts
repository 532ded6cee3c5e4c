import { sql } from "kysely";
import type { Capabilities } from "../capabilities.ts";

/** Name of the function each connection registers: the lower case of any alphabet. */
export const foldFunction = "turnpike_fold";

const jsonValues = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;

export const sqliteCapabilities: Capabilities = {
  isOneOf: (column, values) => sql`${sql.ref(column)} in ${jsonValues(values)}`,

  // Not LIKE: its wildcards would have to be escaped, and it ignores ASCII case.
  contains: (column, text) => sql`instr(${sql.ref(column)}, ${text}) > 0`,

  // SQLite's own `lower` knows ASCII only, which is enough for an ASCII text and much faster than calling out.
  containsIgnoringCase: (column, text) => {
    const lower = sql.raw(/^[\x00-\x7f]*$/.test(text) ? "lower" : foldFunction);
    return sql`instr(${lower}(${sql.ref(column)}), ${text.toLowerCase()}) > 0`;
  },

  jsonArrayHasOneOf: (column, values) =>
    sql`exists (select 1 from json_each(${sql.ref(column)}) as element where element.value in ${jsonValues(values)})`,

  jsonTagsHaveOneOf: (column, texts) =>
    sql`exists (select 1 from json_each(${sql.ref(column)}) as tag where
      (tag.value ->> 'key') || ':' || (tag.value ->> 'value') in ${jsonValues(texts)})`,

  jsonTagsHaveKey: (column, keys) =>
    sql`exists (select 1 from json_each(${sql.ref(column)}) as tag where (tag.value ->> 'key') in ${jsonValues(keys)})`,

  // A unary plus keeps the term away from indexes: https://www.sqlite.org/optoverview.html#uplus
  equalsUnindexed: (column, value) => sql`+${sql.ref(column)} = ${value}`,
};
