import { parseApiPath } from "../../../gateway/router/api-path.ts";

export type PathNames =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly message: string };

export function readPathNames(path: string): PathNames {
  const parsed = parseApiPath(path);
  return parsed.ok ? { ok: true, names: parsed.path.names } : parsed;
}
