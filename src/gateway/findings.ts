import type { Place } from "./addressing/remember-place.ts";
import type { KnownCharge } from "./auth/known-charge.ts";
import type { Signer } from "./auth/verified-signatures.ts";
import type { KnownCall } from "./backends/known-calls.ts";
import type { KnownLimits } from "./limits/known-limits.ts";

/**
 * What stages have found out about a request that is true of every other with the same head, and the same bytes have the same
 * head (see KnownHeads). Each part says under what circumstances; whoever relies on it makes sure that they are still the same.
 */
export class Findings {
  place: Place | null = null;
  signer: Signer | null = null;
  charge: KnownCharge | null = null;
  limits: KnownLimits | null = null;
  call: KnownCall | null = null;
}

/** A head as far as it takes findings along. */
export interface Investigated {
  findings: unknown;
}

/** Those there are, and those to come. */
export function findingsOf(head: Investigated): Findings {
  if (head.findings instanceof Findings) return head.findings;
  const findings = new Findings();
  head.findings = findings;
  return findings;
}
