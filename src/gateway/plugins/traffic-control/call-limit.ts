import type { Exchange } from "../../exchange.ts";
import type { RateCounter } from "../../limits/rate-counters.ts";
import type { WindowCounters } from "../../limits/shared-windows.ts";

/** A limit that a plugin sets on calls. */
export interface CallLimit {
  /** Counts one more call, if it fits. */
  take(exchange: Exchange, nowMs: number): Admission;
}

type Admission =
  /** A limit asked later may refuse; then the call is given back. */
  | { readonly isAdmitted: true; readonly giveBack: () => void }
  | { readonly isAdmitted: false; readonly retryAfterSeconds: number };

/** One counter a call is counted in, and how much it takes. */
export interface Tally {
  readonly counters: WindowCounters;
  readonly counter: RateCounter;
  readonly limit: number;
}

/** Counts a call in all of the counters, or in none when one of them is full. */
export function take(tallies: readonly Tally[], nowMs: number): Admission {
  const giveBack = (count: number) => {
    for (const { counters, counter } of tallies.slice(0, count)) counters.giveBack(counter, nowMs);
  };
  for (const [index, { counters, counter, limit }] of tallies.entries()) {
    if (counters.take(counter, limit, nowMs)) continue;
    giveBack(index);
    return { isAdmitted: false, retryAfterSeconds: counters.secondsLeft(nowMs) };
  }
  return { isAdmitted: true, giveBack: () => giveBack(tallies.length) };
}
