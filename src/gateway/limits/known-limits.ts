import type { Place } from "../addressing/remember-place.ts";
import type { Exchange } from "../exchange.ts";
import type { Grant, ServedKey } from "../served.ts";
import type { CallLimits } from "./limit-fields.ts";

/** Limits, which are the same for requests of the same head that belong to this place and are charged to this plan and key. */
export interface KnownLimits {
  readonly place: Place;
  readonly grant: Grant | null;
  readonly key: ServedKey | null;
  readonly limits: CallLimits;
}

/** The limits of an earlier request, if they are this one's. `revision`: of the snapshot, on which both of them depend. */
export function findLimits({ findings, grant, key }: Exchange, revision: number): CallLimits | undefined {
  const { limits: known, place } = findings;
  if (known === null || known.place !== place || known.grant !== grant || known.key !== key) return undefined;
  return known.place.revision === revision ? known.limits : undefined;
}

export function noteLimits({ findings, grant, key }: Exchange, limits: CallLimits): void {
  const { place } = findings;
  if (place !== null) findings.limits = { place, grant, key, limits };
}
