import { splitAtParameters } from "./parameter-name.ts";
import { canonicalLiteral, checkSegments, InvalidApiPath } from "./path-literal.ts";
import { compilePathRegex, type PathRegex } from "./path-regex.ts";

const MAX_API_PATH_LENGTH = 2048;

/** Position in the order of precedence (Tencent docs 628/11939): the lowest rank that matches a request wins. */
const PathRank = { EXACT: 1, PRIORITY_PREFIX: 2, PATTERN: 3, PREFIX: 4 } as const;

interface ApiPathBase {
  /** Text that every matching canonical path begins with; for `exact` the whole path. */
  readonly prefix: string;
  /** Parameter names in the order of their values. */
  readonly names: readonly string[];
  /** Two API paths of one shape match the same requests: they differ at most in parameter names or spelling. */
  readonly shape: string;
}

/** An API path as a user writes it, understood. Literal text in it is spelt as canonical request paths are. */
export type ApiPath =
  | (ApiPathBase & { readonly kind: "exact"; readonly rank: typeof PathRank.EXACT })
  | (ApiPathBase & { readonly kind: "priority-prefix"; readonly rank: typeof PathRank.PRIORITY_PREFIX })
  | (ApiPathBase & {
      readonly kind: "template";
      readonly rank: typeof PathRank.PATTERN;
      /** The text before, between and after the parameters: one more than there are names. */
      readonly literals: readonly string[];
    })
  | (ApiPathBase & { readonly kind: "regex"; readonly rank: typeof PathRank.PATTERN; readonly regex: PathRegex })
  | (ApiPathBase & { readonly kind: "prefix"; readonly rank: typeof PathRank.PREFIX });

type ApiPathResult =
  | { readonly ok: true; readonly path: ApiPath }
  /** `message` is for the author of the API and completes "`RequestConfig.Path` is invalid: …". */
  | { readonly ok: false; readonly message: string };

const PARAMETERS = /\{[^{}]*\}/g;
const REGEX_CHARACTER = /[\\[\]()*+?|^$]/;

/**
 * Reads an API path: `=/p` exact, `^~/p` prefix that beats regexes, `/a/{x}` template, anything with a regex character outside
 * `{x}` a regex, and otherwise a plain string prefix.
 */
export function parseApiPath(text: string): ApiPathResult {
  try {
    if (text.length > MAX_API_PATH_LENGTH)
      throw new InvalidApiPath(`it is longer than ${MAX_API_PATH_LENGTH} characters`);
    return { ok: true, path: parse(text) };
  } catch (error) {
    if (error instanceof InvalidApiPath) return { ok: false, message: error.message };
    throw error;
  }
}

function parse(text: string): ApiPath {
  if (text.startsWith("=")) return parseExact(text.slice(1));
  if (text.startsWith("^~")) return parsePriorityPrefix(text.slice(2));
  const isRegex = REGEX_CHARACTER.test(text.replace(PARAMETERS, ""));
  if (isRegex && (text.startsWith("/") || text.startsWith("^/"))) return parseRegex(text);
  checkLeadingSlash(text);
  return parseTemplateOrPrefix(text);
}

function parseExact(text: string): ApiPath {
  checkLeadingSlash(text);
  if (/[{}]/.test(text)) throw new InvalidApiPath("an exact path (=) cannot hold parameters");
  const prefix = canonicalLiteral(text);
  checkSegments(prefix, true);
  return { kind: "exact", rank: PathRank.EXACT, prefix, names: [], shape: `=${prefix}` };
}

function parsePriorityPrefix(text: string): ApiPath {
  checkLeadingSlash(text);
  if (/[{}]/.test(text) || REGEX_CHARACTER.test(text)) {
    throw new InvalidApiPath("neither a regex nor parameters may follow ^~");
  }
  const prefix = canonicalLiteral(text);
  checkSegments(prefix, false);
  return { kind: "priority-prefix", rank: PathRank.PRIORITY_PREFIX, prefix, names: [], shape: `^~${prefix}` };
}

function parseRegex(text: string): ApiPath {
  const regex = compilePathRegex(text);
  const { prefix, names, source } = regex;
  return { kind: "regex", rank: PathRank.PATTERN, prefix, names, regex, shape: `~${source}` };
}

function parseTemplateOrPrefix(text: string): ApiPath {
  const { literals: written, names } = splitAtParameters(text);
  const literals = written.map(canonicalLiteral);
  const prefix = literals[0] ?? "";
  if (names.length === 0) {
    checkSegments(prefix, false);
    return { kind: "prefix", rank: PathRank.PREFIX, prefix, names, shape: prefix };
  }
  if (new Set(names).size < names.length) throw new InvalidApiPath("a parameter name is used twice");
  literals.forEach((literal, index) => {
    checkSegments(literal, index === names.length);
  });
  // A canonical literal holds no brace, so {} marks a parameter and nothing else.
  return { kind: "template", rank: PathRank.PATTERN, prefix, names, literals, shape: literals.join("{}") };
}

function checkLeadingSlash(text: string): void {
  if (!text.startsWith("/")) throw new InvalidApiPath("it must begin with a slash");
}
