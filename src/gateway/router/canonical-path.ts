import { CharacterClass, canonicalEscape, characterClass, hexByteAt } from "../../api-path/path-characters.ts";
import { hasDotSegment, resolveDotSegments } from "./dot-segments.ts";

/**
 * What to do with a path that different servers read differently. `refuse` answers 400. `normalise` resolves dot segments and
 * merges slashes, and lets `%2F`, `%5C`, `;` and double encodings through as they are.
 */
export type AmbiguousPathPolicy = "refuse" | "normalise";

export type PathRefusalReason =
  | "no-leading-slash"
  | "forbidden-character"
  | "malformed-escape"
  | "encoded-control"
  | "encoded-slash"
  | "double-encoding"
  | "overlong-encoding"
  | "dot-segment"
  | "empty-segment"
  | "path-parameter";

/** Why a path is not served. The answer is 400; `message` is fit for the caller and repeats nothing of the request. */
interface PathRefusal {
  readonly reason: PathRefusalReason;
  readonly message: string;
}

function refusal(reason: PathRefusalReason, message: string): PathRefusal {
  return Object.freeze({ reason, message });
}

const NO_LEADING_SLASH = refusal("no-leading-slash", "The path must begin with a slash");
const FORBIDDEN_CHARACTER = refusal("forbidden-character", "The path holds a character that must be percent-encoded");
const MALFORMED_ESCAPE = refusal("malformed-escape", "The path holds a malformed percent-encoding");
const ENCODED_CONTROL = refusal("encoded-control", "The path holds an encoded control character");
const ENCODED_SLASH = refusal("encoded-slash", "The path holds an encoded slash or backslash");
const DOUBLE_ENCODING = refusal("double-encoding", "The path is percent-encoded twice");
const OVERLONG_ENCODING = refusal("overlong-encoding", "The path holds an overlong UTF-8 encoding");
const DOT_SEGMENT = refusal("dot-segment", "The path holds a dot segment");
const EMPTY_SEGMENT = refusal("empty-segment", "The path holds an empty segment");
const PATH_PARAMETER = refusal("path-parameter", "The path holds a semicolon");

const DOUBLY_ENCODED = /%25[0-9A-Fa-f]{2}/;
// A lenient decoder turns these into ASCII, a slash or a dot among it (RFC 3629 §3 forbids decoding them).
const OVERLONG = /%C[01]%[89AB]|%E0%[89]|%F0%8/;

/**
 * The one form of a request path that is matched, logged and forwarded, or why the path is refused.
 *
 * Takes an origin-form path without its query. Escapes of unreserved characters are decoded and the other escapes get
 * upper-case digits (RFC 3986 §6.2.2); `[ ] ^ { | }`, which browsers send raw, become escapes. A path that is already
 * canonical is returned as the same string, without allocating.
 */
export function canonicalPath(path: string, policy: AmbiguousPathPolicy): string | PathRefusal {
  if (path.charCodeAt(0) !== 0x2f) return NO_LEADING_SLASH;
  if (isPlainlyCanonical(path)) return path;
  const respelled = respell(path);
  if (typeof respelled !== "string") return respelled;
  if (policy === "refuse") return refusalOfAmbiguity(respelled) ?? respelled;
  const resolved = hasUnresolvedSegment(respelled) ? resolveDotSegments(respelled) : respelled;
  // What resolving leaves is a dot segment only to a backend that decodes %2F or cuts off `;parameters` first.
  return hasDotSegment(resolved) ? DOT_SEGMENT : resolved;
}

/** Sees in one pass that a path needs no closer look; most paths do not. False says nothing. */
function isPlainlyCanonical(path: string): boolean {
  let previous: number = CharacterClass.SLASH;
  for (let index = 1; index < path.length; index++) {
    const current = characterClass(path.charCodeAt(index));
    // Every class above DOT needs a closer look, and so does a segment that is empty or begins with a dot.
    if (current > CharacterClass.DOT || (current !== CharacterClass.PLAIN && previous === CharacterClass.SLASH))
      return false;
    previous = current;
  }
  return true;
}

/** Gives every character its canonical spelling; the same string when all have it. */
function respell(path: string): string | PathRefusal {
  // The canonical spelling of path[0, index) is `respelled + path.slice(copiedTo, index)`.
  let respelled = "";
  let copiedTo = 0;
  for (let index = 0; index < path.length; index++) {
    const code = path.charCodeAt(index);
    switch (characterClass(code)) {
      case CharacterClass.PERCENT: {
        const byte = hexByteAt(path, index + 1);
        if (byte < 0) return MALFORMED_ESCAPE;
        const spelling = canonicalEscape(byte);
        if (spelling === undefined) return ENCODED_CONTROL;
        if (!path.startsWith(spelling, index)) {
          respelled += path.slice(copiedTo, index) + spelling;
          copiedTo = index + 3;
        }
        index += 2;
        break;
      }
      case CharacterClass.ENCODED:
        respelled += path.slice(copiedTo, index) + canonicalEscape(code);
        copiedTo = index + 1;
        break;
      case CharacterClass.FORBIDDEN:
        return FORBIDDEN_CHARACTER;
    }
  }
  return copiedTo === 0 ? path : respelled + path.slice(copiedTo);
}

function hasUnresolvedSegment(path: string): boolean {
  return path.includes("//") || hasDotSegment(path);
}

function refusalOfAmbiguity(path: string): PathRefusal | undefined {
  if (hasDotSegment(path)) return DOT_SEGMENT;
  if (path.includes("//")) return EMPTY_SEGMENT;
  if (path.includes(";")) return PATH_PARAMETER;
  if (!path.includes("%")) return undefined;
  if (path.includes("%2F") || path.includes("%5C")) return ENCODED_SLASH;
  if (DOUBLY_ENCODED.test(path)) return DOUBLE_ENCODING;
  return OVERLONG.test(path) ? OVERLONG_ENCODING : undefined;
}
