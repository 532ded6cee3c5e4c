const MAX_LEASE = 10_000;
/** A lease that is used up faster than this was too small, one that lasts longer than the other too large. */
const TOO_SHORT_MS = 500;
const TOO_LONG_MS = 5_000;
/** No lease takes more than this part of what is left, so that gateways sharing a quota strand little of it. */
const LARGEST_PART = 8;
/** And none takes less than this part: a crash costs little of the quota, and a plan seldom used is not a write per call. */
const SMALLEST_PART = 1_000;

/** Chooses how many calls to lease: about a second's worth, and ever less as the quota runs out. */
export class LeaseSize {
  #size = 1;
  #leasedAt = Number.NEGATIVE_INFINITY;

  /** Size of the next lease when `left` calls may be left of the quota. */
  next(left: number, now: number): number {
    const lasted = now - this.#leasedAt;
    if (lasted < TOO_SHORT_MS) this.#size = Math.min(MAX_LEASE, this.#size * 2);
    else if (lasted > TOO_LONG_MS) this.#size = Math.max(1, this.#size >> 1);
    this.#leasedAt = now;
    const smallest = Math.min(MAX_LEASE, Math.ceil(left / SMALLEST_PART));
    return Math.max(1, smallest, Math.min(this.#size, Math.ceil(left / LARGEST_PART)));
  }
}
