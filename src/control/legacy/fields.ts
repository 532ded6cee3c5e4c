import type { Members } from "./legacy-action.ts";

/** Fields of a legacy answer by name, in the order they are written. */
export type Fields = Readonly<Record<string, Field>>;

/** A member of API 3.0 taken over as it is, or one that has to be put differently. */
export type Field = string | ListOf | Converted | Constant;

interface ListOf {
  readonly kind: "list" | "object";
  readonly from: string;
  readonly fields: Fields;
}

interface Converted {
  readonly kind: "converted";
  readonly from: string;
  /** Undefined leaves the field out. */
  readonly convert: (value: unknown) => unknown;
}

interface Constant {
  readonly kind: "constant";
  readonly value: string;
}

/** Fields that API 3.0 spells alike, but for the first letter. */
export function same(...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]));
}

export function list(from: string, fields: Fields): Field {
  return { kind: "list", from, fields };
}

/** Left out where API 3.0 has none. */
export function object(from: string, fields: Fields): Field {
  return { kind: "object", from, fields };
}

export function converted(from: string, convert: (value: unknown) => unknown): Field {
  return { kind: "converted", from, convert };
}

export function constant(value: string): Field {
  return { kind: "constant", value };
}

/** Left out where API 3.0 has none, as for members that only some kinds of backend have. */
export function optional(from: string): Field {
  return converted(from, (value) => value ?? undefined);
}

/** API 2.0 writes some booleans as text. */
export function textBoolean(from: string): Field {
  return converted(from, (value) => (value === true ? "TRUE" : "FALSE"));
}

/** The names of the fields each row of a list has. */
export function rowFieldsOf(fields: Fields, listName: string): readonly string[] {
  const field = fields[listName];
  return typeof field === "object" && field.kind === "list" ? Object.keys(field.fields) : [];
}

export function toReply(fields: Fields, members: Members): Members {
  const reply: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = readField(field, members);
    if (value !== undefined) reply[name] = value;
  }
  return reply;
}

function readField(field: Field, members: Members): unknown {
  // What API 3.0 leaves null is an empty text here: the published types have no null.
  if (typeof field === "string") return members[field] ?? "";
  switch (field.kind) {
    case "list":
      return ((members[field.from] ?? []) as readonly Members[]).map((item) => toReply(field.fields, item));
    case "object":
      return members[field.from] ? toReply(field.fields, members[field.from] as Members) : undefined;
    case "converted":
      return field.convert(members[field.from]);
    case "constant":
      return field.value;
  }
}
