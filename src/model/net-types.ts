import type { NetType } from "./service.ts";

/** How one set of net types relates to the set it is to replace. Order and repetitions do not matter. */
type NetTypesChange = "none" | "grows" | "shrinks" | "differs";

export function compareNetTypes(current: readonly NetType[], next: readonly NetType[]): NetTypesChange {
  const keepsAll = current.every((type) => next.includes(type));
  const addsNone = next.every((type) => current.includes(type));
  if (keepsAll) return addsNone ? "none" : "grows";
  return addsNone ? "shrinks" : "differs";
}
