/** Milliseconds of a clock that never jumps. */
export type Clock = () => number;

export const monotonicMs: Clock = () => performance.now();

/** Something that must not wait for ever. */
export interface Deadlined {
  /** Called on every sweep; compares its own deadlines with the time. */
  sweep(nowMs: number): void;
}

/**
 * One timer for all connections of a server or pool. A timer per socket costs more per message than the message, and
 * is restarted by every byte a slow peer sends; here each connection keeps plain numbers and is asked now and then.
 */
export class DeadlineSweeper {
  private readonly watched = new Set<Deadlined>();
  private readonly clock: Clock;
  private readonly intervalMs: number;
  private timer: NodeJS.Timeout | null = null;

  constructor(clock: Clock, intervalMs: number) {
    this.clock = clock;
    this.intervalMs = intervalMs;
  }

  watch(item: Deadlined): void {
    this.watched.add(item);
    if (this.timer === null && this.intervalMs > 0) {
      this.timer = setInterval(() => this.sweep(), this.intervalMs);
      this.timer.unref();
    }
  }

  forget(item: Deadlined): void {
    this.watched.delete(item);
    if (this.watched.size === 0) this.stop();
  }

  /** Asks every watched item once. Called by the timer, or by a test that holds the clock (`intervalMs` 0: no timer). */
  sweep(): void {
    const nowMs = this.clock();
    for (const item of this.watched) item.sweep(nowMs);
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
