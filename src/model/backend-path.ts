// pchar and slash (RFC 3986 §3.3) with `{name}` for what is filled in per call.
const backendPath = /^(?:\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2}|\{[A-Za-z0-9_\-.]+\})*)?$/;
const variable = /\{([^{}]+)\}/g;

/** Whether a backend path is empty or begins with a slash and is ready to be sent once its variables are filled in. */
export function isBackendPath(path: string): boolean {
  return backendPath.test(path) && !path.split("/").some((segment) => segment === "." || segment === "..");
}

/** The distinct `{name}`s of a backend path, in order. */
export function backendPathVariables(path: string): readonly string[] {
  return [...new Set(Array.from(path.matchAll(variable), (match) => match[1] ?? ""))];
}
