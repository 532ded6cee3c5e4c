import { type HeaderList, joinedValues } from "../../headers.ts";

/** Directives by lower-case name (RFC 9111 §5.2); values without quotes. */
export type Directives = ReadonlyMap<string, string>;

export function readCacheControl(headers: HeaderList): Directives {
  const directives = new Map<string, string>();
  for (const part of (joinedValues(headers, "cache-control") ?? "").split(",")) {
    const equals = part.indexOf("=");
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    const value = equals < 0 ? "" : part.slice(equals + 1).trim();
    if (name !== "") directives.set(name, value.replace(/^"|"$/g, ""));
  }
  return directives;
}

/** For how many seconds a shared cache may use an answer, `fallback` when it does not say; 0: not at all. */
export function lifetimeSeconds(answer: Directives, fallback: number): number {
  if (["no-store", "no-cache", "private"].some((name) => answer.has(name))) return 0;
  const age = answer.get("s-maxage") ?? answer.get("max-age");
  if (age === undefined) return fallback;
  // What cannot be read counts as stale (RFC 9111 §4.2.1).
  return /^[0-9]{1,9}$/.test(age) ? Number(age) : 0;
}
