import { hasDotSegment } from "./dot-segments.ts";
import { splitAtParameters } from "./parameter-name.ts";
import { canonicalLiteral, checkSegments, InvalidApiPath } from "./path-literal.ts";

/** A backend's path as configured, split at its `{name}`s. */
export interface BackendPath {
  /** In canonical spelling, one more than there are names. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

export type BackendPathResult =
  | { readonly ok: true; readonly path: BackendPath }
  | { readonly ok: false; readonly message: string };

/** Why no path could be made for the backend call. */
export type BackendPathFailure =
  | { readonly kind: "missing-parameter"; readonly name: string }
  /** Joined or filled in, the path would climb out of the place it was given. */
  | { readonly kind: "dot-segment" };

const DOT_SEGMENT_FAILURE: BackendPathFailure = Object.freeze({ kind: "dot-segment" });

/** Reads a backend path, which is empty or begins with a slash. */
export function parseBackendPath(text: string): BackendPathResult {
  try {
    if (text !== "" && !text.startsWith("/")) throw new InvalidApiPath("it must begin with a slash");
    const { literals: written, names } = splitAtParameters(text);
    const literals = written.map(canonicalLiteral);
    literals.forEach((literal, index) => {
      checkSegments(literal, index === names.length);
    });
    return { ok: true, path: { literals, names } };
  } catch (error) {
    if (error instanceof InvalidApiPath) return { ok: false, message: error.message };
    throw error;
  }
}

/**
 * The path of the backend call: the backend path with its parameters filled in, then `rest` with exactly one slash at the
 * joint. `rest` is what a prefix API left of the request path, empty for every other API. Tencent's
 * documentation has said so since 2022; before, the whole request path was appended.
 *
 * `lookUp` gives values in path spelling: those of path parameters as the router returned them, others through
 * `encodePathValue`. Even a canonical request can join to a path with a dot segment (`/a../secret` under the prefix `/a`);
 * that is refused.
 */
export function joinBackendPath(
  backendPath: BackendPath,
  rest: string,
  lookUp: (name: string) => string | undefined,
): string | BackendPathFailure {
  let path = backendPath.literals[0] ?? "";
  for (const [index, name] of backendPath.names.entries()) {
    const value = lookUp(name);
    if (value === undefined) return { kind: "missing-parameter", name };
    path = append(path, value);
    path = append(path, backendPath.literals[index + 1] ?? "");
  }
  if (rest !== "" && !rest.startsWith("/") && !path.endsWith("/")) path += "/";
  path = append(path, rest);
  if (path === "") return "/";
  return hasDotSegment(path) ? DOT_SEGMENT_FAILURE : path;
}

/** Appends without doubling a slash. */
function append(path: string, addition: string): string {
  return path.endsWith("/") && addition.startsWith("/") ? path + addition.slice(1) : path + addition;
}

/** A value from outside the path (a header, a query parameter) as one path segment may hold it. */
export function encodePathValue(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
