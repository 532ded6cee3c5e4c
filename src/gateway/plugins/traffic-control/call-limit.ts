import type { Exchange } from "../../exchange.ts";
import type { WindowCounters } from "./window-counters.ts";

/** A limit that a plugin sets on calls. */
export interface CallLimit {
  /** Looks whether one more call fits and counts nothing yet: a limit asked later may refuse. */
  check(exchange: Exchange, nowMs: number): Admission;
}

type Admission =
  | { readonly isAdmitted: true; readonly count: () => void }
  | { readonly isAdmitted: false; readonly retryAfterSeconds: number };

/** One counter a call would count into, and how much it takes. */
export interface Tally {
  readonly counters: WindowCounters;
  readonly name: string;
  readonly limit: number;
}

/** Admits a call that fits into all of the counters. */
export function admit(tallies: readonly Tally[], nowMs: number): Admission {
  for (const { counters, name, limit } of tallies) {
    if (counters.count(name, nowMs) >= limit) {
      return { isAdmitted: false, retryAfterSeconds: counters.secondsLeft(nowMs) };
    }
  }
  return {
    isAdmitted: true,
    count: () => {
      for (const { counters, name } of tallies) counters.add(name, nowMs);
    },
  };
}
