import { sql } from "kysely";
import type { Capabilities } from "../capabilities.ts";

/** Name of the function each connection registers: the lower case of any alphabet. */
export const foldFunction = "turnpike_fold";

const jsonValues = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;

// Lets an index be used that leaves out the many rows with an empty list.
const hasEntries = (column: string) => sql`${sql.ref(column)} <> '[]'`;

// SQLite refuses patterns of more than 50,000 bytes (https://www.sqlite.org/limits.html).
const maxLikeText = 10_000;

function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

export const sqliteCapabilities: Capabilities = {
  isOneOf: (column, values) => sql`${sql.ref(column)} in ${jsonValues(values)}`,

  isOneOfUnindexed: (column, values) => sql`+${sql.ref(column)} in ${jsonValues(values)}`,

  rowsOf: (columns, rows) => {
    const members = columns.map((column, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(column)}`);
    return sql`(select ${sql.join(members)} from json_each(${JSON.stringify(rows)}))`;
  },

  // Not LIKE: its wildcards would have to be escaped, and it ignores ASCII case.
  contains: (column, text) => sql`instr(${sql.ref(column)}, ${text}) > 0`,

  // SQLite's own LIKE knows the case of ASCII letters only, which is enough for an ASCII text and much faster than calling
  // out. What holds another text holds more bytes than characters; only such values are handed to the function.
  containsIgnoringCase: (column, text) => {
    const folded = text.toLowerCase();
    const isAscii = /^[\x00-\x7f]*$/.test(folded);
    if (isAscii && folded.length <= maxLikeText) return sql`${sql.ref(column)} like ${likePattern(folded)} escape '\\'`;
    if (isAscii) return sql`instr(lower(${sql.ref(column)}), ${folded}) > 0`;
    const ref = sql.ref(column);
    return sql`(octet_length(${ref}) > length(${ref}) and instr(${sql.raw(foldFunction)}(${ref}), ${folded}) > 0)`;
  },

  jsonText: (column, member) => sql`${sql.ref(column)} ->> ${member}`,

  // As JSON.stringify spells it, an element follows a bracket or a comma, and holds no quote that is not escaped.
  jsonArrayHasOneOf: (column, values) => {
    const hasElement = (value: string) => {
      const element = JSON.stringify(value);
      return sql`instr(${sql.ref(column)}, ${`[${element}`}) > 0 or instr(${sql.ref(column)}, ${`,${element}`}) > 0`;
    };
    return sql`(${sql.join(values.map(hasElement), sql` or `)})`;
  },

  jsonTagsHaveOneOf: (column, texts) =>
    sql`(${hasEntries(column)} and exists (select 1 from json_each(${sql.ref(column)}) as tag where
      (tag.value ->> 'key') || ':' || (tag.value ->> 'value') in ${jsonValues(texts)}))`,

  jsonTagsHaveKey: (column, keys) =>
    sql`(${hasEntries(column)} and
      exists (select 1 from json_each(${sql.ref(column)}) as tag where (tag.value ->> 'key') in ${jsonValues(keys)}))`,

  // A unary plus keeps the term away from indexes: https://www.sqlite.org/optoverview.html#uplus
  equalsUnindexed: (column, value) => sql`+${sql.ref(column)} = ${value}`,
};
