import type { QuotaKey } from "../../model/quota.ts";

/** Who leases from the ledger for all that serve calls: in the same thread, or in another one. */
export interface QuotaDesk {
  /** What a taker who finds nothing left should do. */
  ask(key: QuotaKey): Promise<QuotaAnswer>;
  /** The lease is half used: another is wanted, but nobody waits. */
  renew(key: QuotaKey): void;
}

/**
 * - `refilled`: take again;
 * - `spent`: the quota is used up;
 * - `unavailable`: the ledger cannot be asked, or the plan is not bound there (any more).
 *
 * Plain data, so that it can cross threads.
 */
export interface QuotaAnswer {
  readonly verdict: "refilled" | "spent" | "unavailable";
  /** The cell to take from; null when there is none. */
  readonly memory: SharedArrayBuffer | null;
  /** How long a refusal need not be asked for again. */
  readonly validForMs: number;
}

/** How soon after a failure, or for a plan that is not bound, the ledger is asked again. */
export const RETRY_AFTER_FAILURE_MS = 200;

export const notServed: QuotaAnswer = { verdict: "unavailable", memory: null, validForMs: RETRY_AFTER_FAILURE_MS };
