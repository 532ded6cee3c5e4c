import type { ActionContract } from "./contract-shape.ts";
import type { ErrorCode } from "./generated/contract.ts";
import type { Rule } from "./value-rules.ts";

/** The code a rule has by itself, when an action lists it. */
const codeOfRule: Readonly<Record<Rule, ErrorCode | undefined>> = {
  enum: "InvalidParameterValue.NotInOptions",
  range: "InvalidParameterValue.RangeExceeded",
  length: "InvalidParameterValue.LengthExceeded",
  pattern: undefined,
  items: "InvalidParameterValue.LimitExceeded",
  empty: undefined,
  filterName: "InvalidParameterValue.InvalidFilterNotSupportedName",
};

/**
 * Which code answers a broken rule: what the contract says of this member (or of the member it is nested in), else the
 * rule's own code if the action lists it, else FormatError if listed, else the common code any action may answer.
 * `path` is without indices: "PathMappingSet.Environment".
 */
export function violationCode(contract: ActionContract<ErrorCode>, path: string, rule: Rule): ErrorCode {
  const special = contract.violations ?? {};
  for (let name = path; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const code = special[`${name}:${rule}`] ?? special[name];
    if (code !== undefined) return code;
  }
  const own = codeOfRule[rule];
  if (own !== undefined && contract.errors.includes(own)) return own;
  if (contract.errors.includes("InvalidParameter.FormatError")) return "InvalidParameter.FormatError";
  return "InvalidParameterValue";
}
