import { ApiError } from "../contract/errors.ts";
import { quote } from "../contract/quote.ts";
import type { ListSearch, Members } from "./legacy-action.ts";
import type { SentParameters } from "./sent-parameters.ts";

type Row = Readonly<Record<string, unknown>>;

/** Picks and orders the rows of a whole list. */
export type Search = (rows: readonly Row[]) => readonly Row[];

/**
 * What the call searches beyond the filters of API 3.0; undefined when nothing. `rowFields` are the names to order by.
 * Throws InvalidParameterValue for an order there is not.
 */
export function readSearch(search: ListSearch, sent: SentParameters, rowFields: readonly string[]): Search | undefined {
  const steps = [...readMatches(search, sent), ...readSearchKey(search, sent), ...readOrder(search, sent, rowFields)];
  if (steps.length === 0) return undefined;
  return (rows) => steps.reduce((left, step) => step(left), rows);
}

function readMatches({ matches = {} }: ListSearch, sent: SentParameters): readonly Search[] {
  return Object.entries(matches).flatMap(([path, field]): Search[] => {
    const wanted = new Set<unknown>(sent.texts(path));
    return wanted.size === 0 ? [] : [(rows) => rows.filter((row) => wanted.has(row[field]))];
  });
}

function readSearchKey({ searched = [] }: ListSearch, sent: SentParameters): readonly Search[] {
  const key = sent.texts("searchKey").at(-1)?.toLowerCase();
  if (key === undefined || searched.length === 0) return [];
  const isFound = (row: Row) => searched.some((field) => String(row[field]).toLowerCase().includes(key));
  return [(rows) => rows.filter(isFound)];
}

function readOrder({ isOrdered }: ListSearch, sent: SentParameters, rowFields: readonly string[]): readonly Search[] {
  if (isOrdered !== true) return [];
  const field = sent.texts("orderby").at(-1);
  const order = sent.texts("order").at(-1)?.toLowerCase() ?? "desc";
  if (order !== "asc" && order !== "desc") throw notOneOf("order", order, ["asc", "desc"]);
  if (field !== undefined && !rowFields.includes(field)) throw notOneOf("orderby", field, rowFields);
  if (field === undefined) {
    // Lists are newest first by themselves.
    return order === "asc" ? [(rows) => rows.toReversed()] : [];
  }
  const direction = order === "asc" ? 1 : -1;
  return [(rows) => rows.toSorted((a, b) => direction * compare(a[field], b[field]))];
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function notOneOf(name: string, text: string, allowed: readonly string[]): ApiError {
  const message = `The parameter \`${name}\` is \`${quote(text)}\`, but must be one of ${allowed.join(", ")}.`;
  return new ApiError("InvalidParameterValue", message);
}

/** The page of an answer that holds all rows, once they are searched. */
export function searchReply(
  { rows: field }: ListSearch,
  search: Search,
  reply: Members,
  page: { readonly offset: number; readonly limit: number },
): Members {
  const found = search(reply[field] as readonly Row[]);
  return { ...reply, totalCount: found.length, [field]: found.slice(page.offset, page.offset + page.limit) };
}
