import type { Filter } from "../contract/generated/types.ts";

/** All values given for a filter name, which are alternatives; none when the call does not use it. */
export function filterValues(filters: readonly Filter[] | undefined, name: string): readonly string[] {
  return (filters ?? []).filter((filter) => filter.Name === name).flatMap((filter) => filter.Values);
}
