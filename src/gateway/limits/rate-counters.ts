/** Counts calls per clock second. Everybody who counts the same name counts together. */
export interface RateCounters {
  /** The slot of a name, for as long as somebody holds it. Each call is matched by one {@link release}. */
  acquire(name: string): number;
  release(name: string): void;
  /** Counts one call if fewer than `limit` were counted in this second; returns how many are left then, -1 if refused. */
  take(slot: number, limit: number, second: number): number;
  /** Uncounts a call taken in `second`, as long as that second lasts. */
  giveBack(slot: number, second: number): void;
  /** How many calls are left in this second. */
  left(slot: number, limit: number, second: number): number;
}

// A counter is one Int32, so that one compare-and-swap moves it from window to window and counts: fifteen bits of the second
// and seventeen of the count.
const COUNT_BITS = 17;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
const WINDOW_MASK = (1 << (32 - COUNT_BITS)) - 1;

/** Highest rate that is told apart from no limit. */
const MAX_RATE = COUNT_MASK;

/** Threads read the clock at slightly different moments; one that is behind counts into the window that has begun. */
const TOLERATED_SECONDS_AHEAD = 2;

/** Counters in shared memory: exact however many threads count at once. Slots are given out by whoever holds the names. */
export class SharedCounterCells {
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer);
  }

  get size(): number {
    return this.#words.length;
  }

  take(slot: number, limit: number, second: number): number {
    for (;;) {
      const word = Atomics.load(this.#words, slot);
      const isCurrent = isCurrentWindow(word, second);
      const count = isCurrent ? word & COUNT_MASK : 0;
      if (count >= limit || count === MAX_RATE) return -1;
      const window = isCurrent ? word >>> COUNT_BITS : second & WINDOW_MASK;
      const counted = (window << COUNT_BITS) | (count + 1);
      if (Atomics.compareExchange(this.#words, slot, word, counted) === word) return limit - count - 1;
    }
  }

  giveBack(slot: number, second: number): void {
    for (;;) {
      const word = Atomics.load(this.#words, slot);
      if (!isCurrentWindow(word, second) || (word & COUNT_MASK) === 0) return;
      if (Atomics.compareExchange(this.#words, slot, word, word - 1) === word) return;
    }
  }

  left(slot: number, limit: number, second: number): number {
    const word = Atomics.load(this.#words, slot);
    return isCurrentWindow(word, second) ? Math.max(0, limit - (word & COUNT_MASK)) : limit;
  }

  clear(slot: number): void {
    Atomics.store(this.#words, slot, 0);
  }
}

function isCurrentWindow(word: number, second: number): boolean {
  return (((word >>> COUNT_BITS) - second) & WINDOW_MASK) <= TOLERATED_SECONDS_AHEAD;
}
