import { performance } from "node:perf_hooks";

/** Where the gateway takes its time from. */
export interface Clock {
  /** Epoch milliseconds: dates, and the windows of rates. */
  now(): number;
  /** Milliseconds that never go back: durations. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
