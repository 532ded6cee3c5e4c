import { splitAtParameters } from "./parameter-name.ts";
import { canonicalLiteral, checkSegments, InvalidApiPath } from "./path-literal.ts";

/** A backend's path as configured, split at its `{name}`s. */
export interface BackendPath {
  /** In canonical spelling, one more than there are names. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

type BackendPathResult =
  | { readonly ok: true; readonly path: BackendPath }
  | { readonly ok: false; readonly message: string };

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
