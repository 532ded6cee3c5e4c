import type { Member } from "./contract-shape.ts";
import { quote } from "./quote.ts";

export type Rule = "enum" | "range" | "length" | "pattern" | "items" | "empty" | "filterName";

/** A broken rule, with a sentence for the caller that follows the name of the member. */
export interface Violation {
  readonly rule: Rule;
  readonly reason: string;
}

const defaultMaxLength = 65_536;
const defaultMaxItems = 1000;
/** Each text that is searched for costs a look at every record, and databases bound how many conditions a query has. */
const maxFilterValues = 500;
const quotePairs = new Set(['""', "''", "“”"]);

/** Limits of one integer. */
export function checkInteger(member: Member, value: number): Violation | undefined {
  if (member.enum !== undefined && !member.enum.includes(value)) return notInEnum(member, String(value));
  if (member.special?.includes(value)) return undefined;
  const { min = -Infinity, max = Infinity } = member;
  if (value >= min && value <= max) return undefined;
  return { rule: "range", reason: `is \`${value}\`, but must be ${describeRange(member)}` };
}

/** Limits of one string, which `normalizeString` has seen before. Lengths count characters, not UTF-16 units. */
export function checkString(member: Member, value: string): Violation | undefined {
  if (member.enum !== undefined && !member.enum.includes(value)) return notInEnum(member, value);
  const maxLength = member.maxLength ?? (member.maxBytes === undefined ? defaultMaxLength : Infinity);
  const length = value.length > maxLength ? countCharacters(value) : value.length;
  if (length > maxLength)
    return { rule: "length", reason: `has ${length} characters, but at most ${maxLength} are allowed` };
  if (member.maxBytes !== undefined && Buffer.byteLength(value) > member.maxBytes) {
    return { rule: "length", reason: `has more than ${member.maxBytes} bytes` };
  }
  if (member.minLength !== undefined && value.length < member.minLength) {
    const reason = member.minLength === 1 ? "must not be empty" : `must have at least ${member.minLength} characters`;
    return { rule: "length", reason };
  }
  if (member.pattern !== undefined && !compiled(member.pattern).test(value)) {
    return { rule: "pattern", reason: `is \`${quote(value)}\`, but must match ${member.pattern}` };
  }
  return undefined;
}

/** How many items a list may have. */
export function checkListLength(member: Member, length: number): Violation | undefined {
  const maxItems = member.maxItems ?? defaultMaxItems;
  if (length > maxItems) return { rule: "items", reason: `has ${length} items, but at most ${maxItems} are allowed` };
  if (length < (member.minItems ?? 0)) return { rule: "empty", reason: "must not be empty" };
  return undefined;
}

/** How many values the filters of a list may have together. */
export function checkFilterValues(filters: readonly unknown[]): Violation | undefined {
  let count = 0;
  for (const filter of filters as readonly { readonly Values?: readonly unknown[] }[]) {
    count += filter?.Values?.length ?? 0;
  }
  if (count <= maxFilterValues) return undefined;
  return { rule: "items", reason: `has ${count} values together, but at most ${maxFilterValues} are allowed` };
}

/** Names of a `Filters` list: only published ones, and those that belong together never alone. */
export function checkFilterNames(member: Member, names: readonly unknown[]): Violation | undefined {
  if (member.filterNames === undefined) return undefined;
  const known = new Set<unknown>(member.filterNames);
  const unknown = names.find((name) => typeof name === "string" && !known.has(name));
  if (typeof unknown === "string") {
    const allowed = member.filterNames.length === 0 ? "no names are" : `${member.filterNames.join(", ")} are`;
    return { rule: "filterName", reason: `uses the name \`${quote(unknown)}\`, but ${allowed} supported` };
  }
  for (const together of member.mustCombine ?? []) {
    const used = together.filter((name) => names.includes(name));
    if (used.length > 0 && used.length < together.length) {
      return { rule: "filterName", reason: `may use ${together.join(" and ")} only together` };
    }
  }
  return undefined;
}

/** The form a string is judged and kept in: ids and closed values without the white space and quotes clients leave on. */
export function normalizeString(member: Member, value: string): string {
  if (member.enum === undefined) return /Ids?$/.test(member.name) ? stripped(value) : value;
  const text = stripped(value);
  if (member.ignoreCase !== true) return text;
  const lower = text.toLowerCase();
  const canonical = member.enum.find((option) => String(option).toLowerCase() === lower);
  return canonical === undefined ? text : String(canonical);
}

function stripped(value: string): string {
  const trimmed = value.trim();
  const pair = `${trimmed.at(0)}${trimmed.at(-1)}`;
  return trimmed.length > 1 && quotePairs.has(pair) ? trimmed.slice(1, -1) : trimmed;
}

function notInEnum(member: Member, value: string): Violation {
  const { enum: options = [] } = member;
  const allowed = options.length === 1 ? options[0] : `one of ${options.join(", ")}`;
  return { rule: "enum", reason: `is \`${quote(value)}\`, but must be ${allowed}` };
}

function describeRange({ min, max, special = [] }: Member): string {
  const range = min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `${min} to ${max}`;
  const outside = special.filter((value) => value < (min ?? -Infinity) || value > (max ?? Infinity));
  return outside.length === 0 ? range : `${range}, or ${outside.join(", ")}`;
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const patterns = new Map<string, RegExp>();

/** The patterns are those of our own contract: anchored and linear. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, known);
  return known;
}
