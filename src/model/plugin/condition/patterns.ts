import type { Condition } from "./condition.ts";

/** The patterns of all `regex` calls in a condition: whoever stores or serves it compiles them. */
export function patternsOf(condition: Condition): readonly string[] {
  if (condition.kind === "matches") return [condition.pattern];
  if (condition.kind === "and" || condition.kind === "or") return condition.terms.flatMap(patternsOf);
  return [];
}
