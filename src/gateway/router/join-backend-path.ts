import type { BackendPath } from "../../api-path/backend-path.ts";
import { hasDotSegment } from "./dot-segments.ts";

/** Why no path could be made for the backend call. */
export type BackendPathFailure =
  | { readonly kind: "missing-parameter"; readonly name: string }
  /** Joined or filled in, the path would climb out of the place it was given. */
  | { readonly kind: "dot-segment" };

const DOT_SEGMENT_FAILURE: BackendPathFailure = Object.freeze({ kind: "dot-segment" });

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
