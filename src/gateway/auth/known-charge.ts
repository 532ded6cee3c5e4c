import type { Place } from "../addressing/remember-place.ts";
import type { Findings } from "../findings.ts";
import type { Grant } from "../served.ts";
import type { Signer } from "./verified-signatures.ts";

/** Who signed a head and what he is charged to, which is the same for all requests of it that belong to this place. */
export interface KnownCharge {
  readonly place: Place;
  readonly signer: Signer;
  readonly grant: Grant;
}

/** The charge of an earlier request, if it is this one's. `revision`: of the snapshot, on which key, plan and place depend. */
export function findCharge({ charge, place }: Findings, revision: number): KnownCharge | undefined {
  return charge !== null && charge.place === place && charge.place.revision === revision ? charge : undefined;
}

export function noteCharge(findings: Findings, signer: Signer, grant: Grant): void {
  const { place } = findings;
  if (place !== null) findings.charge = { place, signer, grant };
}
