import type { Member } from "./contract-shape.ts";
import { objects } from "./generated/contract.ts";

/** What the object a member holds may have: given in place, or by the name of a published object. */
export function nestedMembers({ members, ref }: Member): readonly Member[] {
  return members ?? (ref === undefined ? [] : (objects[ref] ?? []));
}
