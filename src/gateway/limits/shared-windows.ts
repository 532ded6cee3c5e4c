import { hash, randomFillSync } from "node:crypto";
import { type RateCounter, RateTable, type WhenFull } from "./rate-counters.ts";

// The memory begins with a salt and the list of lengths; a table of cells for each length follows.
const SALT_BYTES = 32;
const DEFAULT_LENGTHS = 128;
const DEFAULT_CELLS = 1 << 16;
/** Of a limit whose length has no table. */
const CELLS_OF_OWN = 1 << 12;
const FORGET: WhenFull = { maxProbes: 64, otherwise: "forget" };

/**
 * Memory for windows of up to `lengths` different lengths, each with room for about a fourth as many names in one window as it
 * has cells (a power of two). Pages that nobody counts in take up no memory.
 */
export function windowMemory(lengths = DEFAULT_LENGTHS, cells = DEFAULT_CELLS): SharedArrayBuffer {
  if (!Number.isInteger(Math.log2(cells))) throw new RangeError("the number of cells must be a power of two");
  const memory = new SharedArrayBuffer(headBytes(lengths) + lengths * cells * BigInt64Array.BYTES_PER_ELEMENT);
  randomFillSync(new Uint8Array(memory, 0, SALT_BYTES));
  new Int32Array(memory, SALT_BYTES, 1)[0] = lengths;
  return memory;
}

/**
 * Counts of calls in windows of any length, aligned to the clock (UTC), in memory that threads share: exact however many count
 * at once. Windows of one length lie in a table of their own, because the tables rely on their cells becoming free together.
 */
export class SharedWindows {
  readonly #memory: SharedArrayBuffer;
  readonly #salt: string;
  /** Seconds by table; 0: not in use yet. What is in the list stays there. */
  readonly #lengths: Int32Array;

  constructor(memory: SharedArrayBuffer = windowMemory()) {
    this.#memory = memory;
    // Callers choose names: without a secret they could find two that are counted as one.
    this.#salt = Buffer.from(new Uint8Array(memory, 0, SALT_BYTES)).toString("latin1");
    const count = new Int32Array(memory, SALT_BYTES, 1)[0] ?? 0;
    this.#lengths = new Int32Array(memory, SALT_BYTES + 4, count);
  }

  /** `rule` tells names of this limit from those of others, in every thread alike. */
  open(windowSeconds: number, rule: string): WindowCounters {
    const counters = new RateTable(this.#table(windowSeconds) ?? new BigInt64Array(CELLS_OF_OWN), FORGET);
    const prefix = hash("sha256", `${this.#salt}${rule}`, "base64");
    return new WindowCounters(counters, windowSeconds * 1000, prefix);
  }

  /** Undefined when all are taken: then each thread counts for itself. */
  #table(windowSeconds: number): BigInt64Array | undefined {
    for (let index = 0; index < this.#lengths.length; index++) {
      const found = Atomics.compareExchange(this.#lengths, index, 0, windowSeconds);
      if (found !== 0 && found !== windowSeconds) continue;
      const start = headBytes(this.#lengths.length);
      const bytes = (this.#memory.byteLength - start) / this.#lengths.length;
      return new BigInt64Array(this.#memory, start + index * bytes, bytes / BigInt64Array.BYTES_PER_ELEMENT);
    }
    return undefined;
  }
}

/** The counts of one limit. */
export class WindowCounters {
  readonly #counters: RateTable;
  readonly #windowMs: number;
  readonly #prefix: string;

  constructor(counters: RateTable, windowMs: number, prefix: string) {
    this.#counters = counters;
    this.#windowMs = windowMs;
    this.#prefix = prefix;
  }

  counter(name: string): RateCounter {
    const digest = hash("sha256", this.#prefix + name, "buffer");
    return { home: digest.readUInt32LE(0), tag: digest.readInt32LE(4) };
  }

  /** Counts one call if fewer than `limit` were counted in this window. */
  take(counter: RateCounter, limit: number, nowMs: number): boolean {
    return this.#counters.take(counter, limit, Math.floor(nowMs / this.#windowMs)) >= 0;
  }

  /** Uncounts a call taken at `nowMs`, as long as that window lasts. */
  giveBack(counter: RateCounter, nowMs: number): void {
    this.#counters.giveBack(counter, Math.floor(nowMs / this.#windowMs));
  }

  /** Whole seconds until the window ends, at least one. */
  secondsLeft(nowMs: number): number {
    return Math.ceil((this.#windowMs - (nowMs % this.#windowMs)) / 1000);
  }
}

function headBytes(lengths: number): number {
  // Cells lie at multiples of eight.
  return SALT_BYTES + 2 * Math.ceil((1 + lengths) / 2) * Int32Array.BYTES_PER_ELEMENT;
}
