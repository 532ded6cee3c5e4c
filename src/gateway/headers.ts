/** Header fields as a flat list `[name, value, …]`, in the order they came. Names are compared without case. */
export type HeaderList = readonly string[];

/** The first value of a header, or undefined. `name` is lower case. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  for (let index = 0; index < headers.length; index += 2) {
    if (isNamed(headers[index], name)) return headers[index + 1];
  }
  return undefined;
}

/** How often a header occurs. `name` is lower case. */
export function headerCount(headers: HeaderList, name: string): number {
  let count = 0;
  for (let index = 0; index < headers.length; index += 2) {
    if (isNamed(headers[index], name)) count++;
  }
  return count;
}

/** All values of a list-valued header as one, the way repeats combine (RFC 9110 §5.3). `name` is lower case. */
export function joinedValues(headers: HeaderList, name: string): string | undefined {
  let joined: string | undefined;
  for (let index = 0; index < headers.length; index += 2) {
    if (isNamed(headers[index], name)) {
      const value = headers[index + 1] ?? "";
      joined = joined === undefined ? value : `${joined}, ${value}`;
    }
  }
  return joined;
}

function isNamed(candidate: string | undefined, name: string): boolean {
  return candidate !== undefined && candidate.length === name.length && candidate.toLowerCase() === name;
}

/**
 * Names of fields that concern one connection only (RFC 9110 §7.6.1), among them those the message's own Connection
 * header nominates.
 */
export function hopByHopNames(headers: HeaderList): ReadonlySet<string> {
  const nominated = joinedValues(headers, "connection");
  if (nominated === undefined) return hopByHop;
  let names: Set<string> | undefined;
  for (const token of nominated.toLowerCase().split(",")) {
    const name = token.trim();
    if (name === "" || name === "close" || hopByHop.has(name)) continue;
    names ??= new Set(hopByHop);
    names.add(name);
  }
  return names ?? hopByHop;
}

const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);
