import { isHeaderValue, isSettableHeader } from "../../../model/header-field.ts";

/** What an endpoint wants changed: removals first, then replacements, which add what is absent. */
export interface Rewrite {
  /** Lower case. */
  readonly removedHeaders: ReadonlySet<string>;
  readonly headers: readonly (readonly [string, string])[];
  readonly removedQueries: readonly string[];
  readonly queries: readonly (readonly [string, string])[];
  /** Null: as it is. An empty one empties the request's. */
  readonly body: Buffer | null;
}

/** Reads an endpoint's answer; undefined when it is not of the agreed form, or would break the message to the backend. */
export function readRewrite(answer: unknown, encoding: "utf8" | "base64"): Rewrite | undefined {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return undefined;
  const member = (name: string): unknown => (Object.hasOwn(answer, name) ? Reflect.get(answer, name) : undefined);
  const removedHeaders = readNames(member("remove_headers"));
  const headers = readPairs(member("replace_headers"));
  const removedQueries = readNames(member("remove_querys"));
  const queries = readPairs(member("replace_querys"));
  const body = member("replace_body") ?? null;
  if (removedHeaders === undefined || headers === undefined) return undefined;
  if (removedQueries === undefined || queries === undefined) return undefined;
  if (body !== null && typeof body !== "string") return undefined;
  const names = [...removedHeaders, ...headers.map(([name]) => name)];
  if (!names.every(isSettableHeader) || !headers.every(([, value]) => isHeaderValue(value))) return undefined;
  return {
    removedHeaders: new Set(removedHeaders.map((name) => name.toLowerCase())),
    headers,
    removedQueries,
    queries,
    body: body === null ? null : Buffer.from(body, encoding),
  };
}

function readNames(value: unknown): readonly string[] | undefined {
  const names = value ?? [];
  return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : undefined;
}

function readPairs(value: unknown): readonly (readonly [string, string])[] | undefined {
  const members = value ?? {};
  if (typeof members !== "object" || Array.isArray(members)) return undefined;
  const pairs = Object.entries(members);
  return pairs.every(([, text]) => typeof text === "string") ? pairs : undefined;
}
