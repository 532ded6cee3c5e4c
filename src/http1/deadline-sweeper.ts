import { performance } from "node:perf_hooks";

/** Milliseconds of a clock that never jumps. */
export type Clock = () => number;

export const monotonicMs: Clock = () => performance.now();

/** Something that must not wait for ever. */
export interface Deadlined {
  /** Called on every sweep; compares its own deadlines with the time. */
  sweep(nowMs: number): void;
}

/** Ending thousands of connections takes a while: after so long calls get their turn. */
const MAX_TURN_MS = 4;
const CHECKED_EVERY = 32;

/**
 * One timer for all connections of a server or pool. A timer per socket costs more per message than the message, and
 * is restarted by every byte a slow peer sends; here each connection keeps plain numbers and is asked now and then.
 */
export class DeadlineSweeper {
  private readonly watched = new Set<Deadlined>();
  private readonly clock: Clock;
  private readonly intervalMs: number;
  private timer: NodeJS.Timeout | null = null;
  /** What is left of a sweep that has been interrupted. */
  private rest: Iterator<Deadlined> | null = null;

  constructor(clock: Clock, intervalMs: number) {
    this.clock = clock;
    this.intervalMs = intervalMs;
  }

  watch(item: Deadlined): void {
    this.watched.add(item);
    if (this.timer === null && this.intervalMs > 0) {
      this.timer = setInterval(this.sweepInTurns, this.intervalMs);
      this.timer.unref();
    }
  }

  forget(item: Deadlined): void {
    this.watched.delete(item);
    if (this.watched.size === 0) this.stop();
  }

  private readonly sweepInTurns = (): void => {
    if (this.rest !== null) return;
    this.rest = this.watched.values();
    this.sweepRest();
  };

  private readonly sweepRest = (): void => {
    if (this.rest === null) return;
    const nowMs = this.clock();
    const startedAtMs = performance.now();
    for (let asked = 1; ; asked++) {
      const next = this.rest.next();
      if (next.done === true) break;
      next.value.sweep(nowMs);
      if (asked % CHECKED_EVERY === 0 && performance.now() - startedAtMs > MAX_TURN_MS) {
        setImmediate(this.sweepRest);
        return;
      }
    }
    this.rest = null;
  };

  /** Asks every watched item once, at once; for tests that hold the clock (`intervalMs` 0: no timer). */
  sweep(): void {
    const nowMs = this.clock();
    for (const item of this.watched) item.sweep(nowMs);
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
