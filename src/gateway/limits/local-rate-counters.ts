import { type RateCounters, SharedCounterCells } from "./rate-counters.ts";

/** Rate counters of one process: gives out the slots by name and takes them back when nobody holds the name any more. */
export class LocalRateCounters implements RateCounters {
  readonly #cells: SharedCounterCells;
  readonly #held = new Map<string, { readonly slot: number; holders: number }>();
  readonly #free: number[] = [];
  #next = 0;

  constructor(capacity = 1 << 20) {
    this.#cells = new SharedCounterCells(new SharedArrayBuffer(capacity * Int32Array.BYTES_PER_ELEMENT));
  }

  acquire(name: string): number {
    const held = this.#held.get(name);
    if (held !== undefined) {
      held.holders++;
      return held.slot;
    }
    const slot = this.#free.pop() ?? this.#next++;
    if (slot >= this.#cells.size) {
      this.#next--;
      throw new RangeError(`no room for more than ${this.#cells.size} rate counters`);
    }
    this.#held.set(name, { slot, holders: 1 });
    return slot;
  }

  release(name: string): void {
    const held = this.#held.get(name);
    if (held === undefined) return;
    held.holders--;
    if (held.holders > 0) return;
    this.#held.delete(name);
    this.#cells.clear(held.slot);
    this.#free.push(held.slot);
  }

  take(slot: number, limit: number, second: number): number {
    return this.#cells.take(slot, limit, second);
  }

  giveBack(slot: number, second: number): void {
    this.#cells.giveBack(slot, second);
  }

  left(slot: number, limit: number, second: number): number {
    return this.#cells.left(slot, limit, second);
  }
}
