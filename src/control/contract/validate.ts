import type { ActionContract, Member } from "./contract-shape.ts";
import { ApiError, malformedBody, missingParameter, unknownParameter, wrongType } from "./errors.ts";
import { actions, type ErrorCode } from "./generated/contract.ts";
import type { ActionName, Actions } from "./generated/types.ts";
import { nestedMembers } from "./nested-members.ts";
import {
  checkFilterNames,
  checkFilterValues,
  checkInteger,
  checkListLength,
  checkString,
  normalizeString,
  type Violation,
} from "./value-rules.ts";
import { violationCode } from "./violation-code.ts";

/**
 * Checks a request against the contract of its action and returns it with defaults filled in, closed values in their
 * canonical spelling, and nothing the contract does not declare. `raw` is parsed JSON or what `unflatten` made.
 * Throws an ApiError for the first failure: unknown parameters before missing ones, then types, then values.
 */
export function validateInput<A extends ActionName>(action: A, raw: unknown): Actions[A]["input"] {
  // Every member was read by its declared type, which is what the generated interfaces say.
  return checkMembers(actions[action], raw) as Actions[A]["input"];
}

/** The same for any contract. */
export function checkMembers(contract: ActionContract<ErrorCode>, raw: unknown): Record<string, unknown> {
  if (!isObject(raw)) throw malformedBody();
  const declared = new Set(contract.input.map((member) => member.name));
  const unknown = Object.keys(raw).find((name) => !declared.has(name));
  if (unknown !== undefined) throw unknownParameter(unknown);

  const check: Check = { contract, missing: undefined, type: undefined, value: undefined };
  const input = readMembers(check, contract.input, raw, { shown: "", path: "" });
  const failure = check.missing ?? check.type ?? check.value;
  if (failure !== undefined) throw failure;
  return input;
}

/** One walk finds the first failure of each rank; which rank wins is decided at its end. */
interface Check {
  readonly contract: ActionContract<ErrorCode>;
  missing: ApiError | undefined;
  type: ApiError | undefined;
  value: ApiError | undefined;
}

/** Where the walk is: as shown to the caller (`Filters.0.Name`) and without indices (`Filters.Name`). */
interface Place {
  readonly shown: string;
  readonly path: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

function readMembers(check: Check, members: readonly Member[], raw: JsonObject, place: Place): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const member of members) {
    if (member.ignored === true) continue;
    // A member sent as null counts as absent. Own members only: what an object inherits was not sent.
    const sent = Object.hasOwn(raw, member.name) ? (raw[member.name] ?? undefined) : undefined;
    const value = member.emptyIsAbsent === true && sent === "" ? undefined : sent;
    const at = below(place, member.name);
    if (value !== undefined) out[member.name] = readMember(check, member, value, at);
    else if (member.default !== undefined) out[member.name] = member.default;
    else if (member.required === true) check.missing ??= missingParameter(at.shown);
  }
  return out;
}

function readMember(check: Check, member: Member, value: unknown, place: Place): unknown {
  if (member.list !== true) return readOne(check, member, value, place);
  if (!Array.isArray(value)) {
    check.type ??= wrongType(place.shown, "array");
    return undefined;
  }
  const wrongLength = checkListLength(member, value.length);
  note(check, place, wrongLength);
  // A list that is too long is refused unread.
  if (wrongLength !== undefined) return undefined;
  const list = value.map((item, index) => readOne(check, member, item, { ...place, shown: `${place.shown}.${index}` }));
  if (member.filterNames !== undefined) {
    const names = list.map((item) => (isObject(item) ? item["Name"] : undefined));
    note(check, place, checkFilterNames(member, names));
    note(check, place, checkFilterValues(list));
  }
  return list;
}

function readOne(check: Check, member: Member, value: unknown, place: Place): unknown {
  switch (member.type) {
    case "object":
      if (!isObject(value)) break;
      return readMembers(check, nestedMembers(member), value, place);
    case "bool":
      if (typeof value !== "boolean") break;
      return value;
    case "int":
      if (!Number.isSafeInteger(value)) break;
      note(check, place, checkInteger(member, value as number));
      return value;
    case "string":
      return readString(check, member, value, place);
  }
  check.type ??= wrongType(place.shown, typeNames[member.type]);
  return undefined;
}

const typeNames = { object: "object", bool: "boolean", int: "integer", string: "string" } as const;

function readString(check: Check, member: Member, value: unknown, place: Place): string | undefined {
  if (typeof value !== "string") {
    check.type ??= wrongType(place.shown, "string");
    return undefined;
  }
  if (!value.isWellFormed() || value.includes("\0")) {
    const message = `The value of parameter \`${place.shown}\` is not valid, it must be text without NUL characters.`;
    check.type ??= new ApiError("InvalidParameter", message);
    return undefined;
  }
  const normalized = normalizeString(member, value);
  note(check, place, checkString(member, normalized));
  return normalized;
}

function note(check: Check, place: Place, violation: Violation | undefined): void {
  if (violation === undefined || check.value !== undefined) return;
  const code = violationCode(check.contract, place.path, violation.rule);
  check.value = new ApiError(code, `The parameter \`${place.shown}\` ${violation.reason}.`);
}

function below(place: Place, name: string): Place {
  if (place.path === "") return { shown: name, path: name };
  return { shown: `${place.shown}.${name}`, path: `${place.path}.${name}` };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
