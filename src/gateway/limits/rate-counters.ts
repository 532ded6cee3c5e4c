/** Where a name's calls are counted; worked out once, when a limit is set up. */
export interface RateCounter {
  /** The cell its search begins at. */
  readonly home: number;
  /** What its cell is known by, together with the window. */
  readonly tag: number;
}

/** Counts calls per clock second. Everybody who counts the same name counts together. */
export interface RateCounters {
  counter(name: string): RateCounter;
  /** Counts one call if fewer than `limit` were counted in this second; returns how many are left then, -1 if refused. */
  take(counter: RateCounter, limit: number, second: number): number;
  /** Uncounts a call taken in `second`, as long as that second lasts. */
  giveBack(counter: RateCounter, second: number): void;
  /** How many calls are left in this second. */
  left(counter: RateCounter, limit: number, second: number): number;
}

// A cell is 64 bits, so that one compare-and-swap claims it, moves it from window to window and counts: one half is the count, the
// other 28 bits of tag and four of the window.
const WINDOW_BITS = 4;
const WINDOW_MASK = (1 << WINDOW_BITS) - 1;
const WINDOWS_OF_TAG = 1 << (WINDOW_BITS - 1);

/** Threads read the clock at slightly different moments; one that is behind counts into the window that has begun. */
const TOLERATED_WINDOWS_AHEAD = 2;

/** What happens to a name for which there is no cell. */
export interface WhenFull {
  /** How many cells are looked at. */
  readonly maxProbes: number;
  /** Its call is refused, or it takes the place of the name counted least, which is forgotten. */
  readonly otherwise: "refuse" | "forget";
}

/** Only a table many times too small is ever searched this far. */
const REFUSE: WhenFull = { maxProbes: 4_096, otherwise: "refuse" };
const DEFAULT_CELLS = 1 << 20;
const CELL_BYTES = BigInt64Array.BYTES_PER_ELEMENT;

/**
 * Memory for the counters of a process, shared by its threads. At least four times as many cells (a power of two) as names counted
 * in one second.
 */
export function rateCounterMemory(cells = DEFAULT_CELLS): SharedArrayBuffer {
  if (!Number.isInteger(Math.log2(cells))) throw new RangeError("the number of cells must be a power of two");
  return new SharedArrayBuffer(cells * CELL_BYTES);
}

/**
 * A hash table of counters, by default in memory of its own; in memory that threads share it is exact however many count at once.
 * Nothing is set up or freed: a name claims a cell by counting, and the cell is anybody's again a window after. Here a window is a
 * second; {@link SharedWindows} has others.
 *
 * Why two threads always agree on the cell of a name: a search begins at the name's home and takes the first cell that is the
 * name's or free. Within one window no cell becomes free, for a cell in use in this window or the one before is left alone; so a
 * later search passes over the same cells as the one that claimed, and ends where that ended.
 */
export class RateTable implements RateCounters {
  readonly #cells: BigInt64Array;
  // Cells are looked at as two numbers each: 64-bit integers are objects, and far slower.
  readonly #halves: Int32Array;
  readonly #isShared: boolean;
  readonly #indexMask: number;
  readonly #whenFull: WhenFull;
  /** The cell that was looked at last: tag and window, and the count. */
  #name = 0;
  #count = 0;
  /** A cell as it was and as it is to be. */
  readonly #exchange = new BigInt64Array(2);
  readonly #exchangeHalves = new Int32Array(this.#exchange.buffer);

  constructor(
    memory: ArrayBufferLike | BigInt64Array = new ArrayBuffer(DEFAULT_CELLS * CELL_BYTES),
    whenFull: WhenFull = REFUSE,
  ) {
    const cells = memory instanceof BigInt64Array ? memory : new BigInt64Array(memory);
    this.#cells = cells;
    this.#halves = new Int32Array(cells.buffer, cells.byteOffset, cells.length * 2);
    this.#isShared = cells.buffer instanceof SharedArrayBuffer;
    this.#indexMask = cells.length - 1;
    this.#whenFull = whenFull;
  }

  counter(name: string): RateCounter {
    const { low, high } = hash(name);
    return { home: low & this.#indexMask, tag: high };
  }

  take({ home, tag }: RateCounter, limit: number, second: number): number {
    if (limit <= 0) return -1;
    const own = tagIn(tag, second);
    const { maxProbes } = this.#whenFull;
    for (let probe = 0; probe < maxProbes; probe++) {
      const index = (home + probe) & this.#indexMask;
      for (;;) {
        this.#look(index);
        const isOwn = this.#tag() === own;
        if (!isOwn && !this.#isFree(second)) break;
        const isCounting = isOwn && this.#isCurrent(second);
        const count = isCounting ? this.#count : 0;
        if (count >= limit) return -1;
        const window = isCounting ? this.#window() : second & WINDOW_MASK;
        if (this.#replace(index, own | window, count + 1)) return limit - count - 1;
      }
    }
    return this.#whenFull.otherwise === "refuse" ? -1 : this.#displace(home, own, limit, second);
  }

  giveBack({ home, tag }: RateCounter, second: number): void {
    const own = tagIn(tag, second);
    for (let probe = 0; probe < this.#whenFull.maxProbes; probe++) {
      const index = (home + probe) & this.#indexMask;
      for (;;) {
        this.#look(index);
        // Not a window that began meanwhile: the call was not counted there.
        if (this.#name !== (own | (second & WINDOW_MASK))) {
          if (this.#isFree(second)) return;
          break;
        }
        if (this.#count === 0) return;
        if (this.#replace(index, this.#name, this.#count - 1)) return;
      }
    }
  }

  left({ home, tag }: RateCounter, limit: number, second: number): number {
    const own = tagIn(tag, second);
    for (let probe = 0; probe < this.#whenFull.maxProbes; probe++) {
      this.#look((home + probe) & this.#indexMask);
      if (this.#tag() === own) return this.#isCurrent(second) ? Math.max(0, limit - this.#count) : limit;
      if (this.#isFree(second)) return limit;
    }
    return 0;
  }

  /** Counts in the cell of the name that was counted least, those of the window before first. */
  #displace(home: number, own: number, limit: number, second: number): number {
    for (;;) {
      let least = Number.POSITIVE_INFINITY;
      let index = home;
      let name = 0;
      for (let probe = 0; probe < this.#whenFull.maxProbes; probe++) {
        const candidate = (home + probe) & this.#indexMask;
        this.#look(candidate);
        const count = this.#standing(second);
        if (count >= least) continue;
        least = count;
        index = candidate;
        name = this.#name;
      }
      this.#look(index);
      if (this.#name !== name || this.#standing(second) !== least) continue;
      if (this.#replace(index, own | (second & WINDOW_MASK), 1)) return limit - 1;
    }
  }

  /** The count of the cell's name in this window; -1 where it is of the window before. */
  #standing(second: number): number {
    return this.#isCurrent(second) ? this.#count : -1;
  }

  /** Takes the cell apart; what follows looks at this one until the next. */
  #look(index: number): void {
    const halves = this.#halves;
    if (!this.#isShared) {
      this.#name = halves[index * 2] ?? 0;
      this.#count = halves[index * 2 + 1] ?? 0;
      return;
    }
    // The halves are of one time as long as tag and window have not changed meanwhile: they never come back.
    do {
      this.#name = Atomics.load(halves, index * 2);
      this.#count = Atomics.load(halves, index * 2 + 1);
    } while (Atomics.load(halves, index * 2) !== this.#name);
  }

  /** Writes the cell that was looked at last, unless another thread has done so since. */
  #replace(index: number, name: number, count: number): boolean {
    if (!this.#isShared) {
      this.#halves[index * 2] = name;
      this.#halves[index * 2 + 1] = count;
      return true;
    }
    const halves = this.#exchangeHalves;
    halves[0] = this.#name;
    halves[1] = this.#count;
    halves[2] = name;
    halves[3] = count;
    const before = this.#exchange[0] ?? 0n;
    const after = this.#exchange[1] ?? 0n;
    return Atomics.compareExchange(this.#cells, index, before, after) === before;
  }

  #tag(): number {
    return this.#name & ~WINDOW_MASK;
  }

  #window(): number {
    return this.#name & WINDOW_MASK;
  }

  #isCurrent(second: number): boolean {
    return ((this.#window() - second) & WINDOW_MASK) <= TOLERATED_WINDOWS_AHEAD;
  }

  #isFree(second: number): boolean {
    // The window before is spared for a thread that read the clock just before it turned.
    const isRecent = ((this.#window() - second + 1) & WINDOW_MASK) <= TOLERATED_WINDOWS_AHEAD + 1;
    return this.#name === 0 || !isRecent;
  }
}

/**
 * The window's number repeats after sixteen. The tag is another after half of that, so that old counts are nobody's and none of them
 * looks as if it were of a window that has not begun. Never 0, which is an unused cell.
 */
function tagIn(tag: number, window: number): number {
  const mixed = Math.imul(tag ^ Math.imul(Math.floor(window / WINDOWS_OF_TAG), 0x9e3779b1), 0x85ebca6b);
  return mixed & ~WINDOW_MASK || 1 << WINDOW_BITS;
}

/** Two independent 32-bit hashes of a name (cyrb53, by bryc, public domain). */
function hash(name: string): { readonly low: number; readonly high: number } {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return { low, high };
}
