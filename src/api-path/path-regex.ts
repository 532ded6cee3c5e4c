import { RE2JS, RE2JSException } from "re2js";
import { InvalidApiPath } from "./path-literal.ts";
import { type RegexScan, scanRegex } from "./regex-scan.ts";

// RE2 needs time in proportion to program size × path length. A pattern written by hand needs a program of under a hundred.
const MAX_PROGRAM_SIZE = 300;

/**
 * A user's regular expression in RE2 syntax. It is anchored at the start of the path, because an API path begins with a slash,
 * and open at its end unless it ends in `$`, as an nginx location is.
 */
export interface PathRegex extends Omit<RegexScan, "parameters"> {
  /** `{param}`s and the user's own named groups, in the order they open. */
  readonly names: readonly string[];
  /** The values of `names` (empty for a group that took no part), or undefined when the path does not fit. */
  match(path: string): string[] | undefined;
}

/** Throws InvalidApiPath for what RE2 refuses, back-references and look-around among it. */
export function compilePathRegex(text: string): PathRegex {
  const { parameters, ...scan } = scanRegex(text);
  const regex = compile(scan.source);
  const groups = Object.entries(regex.namedGroups()).sort(([, left], [, right]) => left - right);
  const names = groups.map(([groupName]) => parameters.get(groupName) ?? groupName);
  if (new Set(names).size < names.length) throw new InvalidApiPath("a parameter name is used twice");
  for (const parameter of parameters.values()) {
    if (!names.includes(parameter)) throw new InvalidApiPath("a {param} stands where nothing can be captured");
  }
  const match = (path: string): string[] | undefined => {
    const matcher = regex.matcher(path);
    return matcher.lookingAt() ? groups.map(([, group]) => matcher.group(group) ?? "") : undefined;
  };
  return { ...scan, names, match };
}

function compile(source: string): RE2JS {
  try {
    const regex = RE2JS.compile(source);
    if (regex.programSize() > MAX_PROGRAM_SIZE) throw new InvalidApiPath("the regular expression is too large");
    return regex;
  } catch (error) {
    if (error instanceof RE2JSException) throw new InvalidApiPath(error.message);
    // Nesting deep enough to exhaust the stack.
    if (error instanceof RangeError) throw new InvalidApiPath("the regular expression is nested too deeply");
    throw error;
  }
}
