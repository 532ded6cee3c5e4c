import { equalsIgnoreCase } from "../http1/grammar.ts";

/** Header fields as a flat list `[name, value, …]`, in the order they came. Names are compared without case. */
export type HeaderList = readonly string[];

/** The first value of a header, or undefined. `name` is lower case. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  for (let index = 0; index < headers.length; index += 2) {
    if (isNamed(headers[index], name)) return headers[index + 1];
  }
  return undefined;
}

/** The value of a header that was sent once; undefined when it was not sent, null when more than once. `name` is lower case. */
export function soleValue(headers: HeaderList, name: string): string | undefined | null {
  let value: string | undefined;
  for (let index = 0; index < headers.length; index += 2) {
    if (!isNamed(headers[index], name)) continue;
    if (value !== undefined) return null;
    value = headers[index + 1];
  }
  return value;
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
  return candidate !== undefined && equalsIgnoreCase(candidate, 0, candidate.length, name);
}
