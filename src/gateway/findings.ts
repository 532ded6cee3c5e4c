import type { Place } from "./addressing/remember-place.ts";
import type { KnownCharge } from "./auth/known-charge.ts";
import type { Signer } from "./auth/verified-signatures.ts";
import type { KnownCall } from "./backends/known-calls.ts";
import { type HeaderList, headerValue } from "./headers.ts";
import type { KnownLimits } from "./limits/known-limits.ts";

/**
 * What stages have found out about a request that is true of every other with the same head, and the same bytes have the same
 * head (see KnownHeads). Each part says under what circumstances; whoever relies on it makes sure that they are still the same.
 */
export class Findings {
  /** Of the field of that name, as every request is asked for it; undefined without one. */
  readonly origin: string | undefined;
  readonly userAgent: string | undefined;
  place: Place | null = null;
  signer: Signer | null = null;
  charge: KnownCharge | null = null;
  limits: KnownLimits | null = null;
  call: KnownCall | null = null;

  constructor(fields: HeaderList) {
    this.origin = headerValue(fields, "origin");
    this.userAgent = headerValue(fields, "user-agent");
  }
}

/** A head as far as it takes findings along. */
export interface Investigated {
  readonly fields: HeaderList;
  findings: unknown;
}

/** Those there are, and those to come. */
export function findingsOf(head: Investigated): Findings {
  if (head.findings instanceof Findings) return head.findings;
  const findings = new Findings(head.fields);
  head.findings = findings;
  return findings;
}
