const UNUSED = 0;
const RENEW_AT = 1;
const LEFT_IN_LEDGER = 2;
const WORDS = 3;
const MAX_INT32 = 0x7fff_ffff;

/**
 * What has been leased for one plan where it is bound, in memory that threads share: whoever serves a call takes it from here, so
 * one thread never refuses while another holds calls, and a thread that dies holds none. Each cell has memory of its own, which
 * lives as long as anybody still looks at it.
 */
export class QuotaCell {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(memory = new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#words = new Int32Array(memory);
  }

  /** Takes one call. `renew`: taken, and it is time to lease more; exactly one taker is told so for each lease. */
  take(): "taken" | "renew" | "empty" {
    for (;;) {
      const unused = Atomics.load(this.#words, UNUSED);
      if (unused <= 0) return "empty";
      if (Atomics.compareExchange(this.#words, UNUSED, unused, unused - 1) !== unused) continue;
      return unused - 1 === Atomics.load(this.#words, RENEW_AT) ? "renew" : "taken";
    }
  }

  get unused(): number {
    return Atomics.load(this.#words, UNUSED);
  }

  /** Calls left of the quota, leased or not; never more than the truth, as far as the ledger's count is known. */
  get left(): number {
    return Atomics.load(this.#words, LEFT_IN_LEDGER) + this.unused;
  }

  /** Adds what a lease brought, with what the ledger has left after it. */
  add(granted: number, leftInLedger: number): void {
    this.setLeftInLedger(leftInLedger);
    Atomics.store(this.#words, RENEW_AT, granted >> 1);
    Atomics.add(this.#words, UNUSED, granted);
  }

  setLeftInLedger(count: number): void {
    Atomics.store(this.#words, LEFT_IN_LEDGER, Math.max(0, Math.min(count, MAX_INT32)));
  }

  /** Takes all that is unused. */
  drain(): number {
    return Atomics.exchange(this.#words, UNUSED, 0);
  }
}
