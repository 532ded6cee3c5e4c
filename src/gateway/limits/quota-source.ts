import type { QuotaCount, QuotaKey } from "../../model/quota.ts";

/**
 * The durable ledger the gateway buys calls from, ahead of use. What is leased counts as spent at once, so a crash can
 * only let fewer calls through than the quota holds.
 */
export interface QuotaSource {
  /** Takes up to `want` calls from what is left of `quota`; resolves with how many were granted (0: spent). */
  lease(key: QuotaKey, want: number, quota: number): Promise<number>;
  /** Gives back what a lease did not use. */
  giveBack(key: QuotaKey, unused: number): Promise<void>;
  /** Calls leased so far for each binding of a plan. */
  leased(planId: string): Promise<readonly QuotaCount[]>;
}
