import type { QuotaKey } from "../../model/quota.ts";
import type { Clock } from "../clock.ts";
import { LeaseSize } from "./lease-size.ts";
import type { QuotaSource } from "./quota-source.ts";

/**
 * - `taken`: one call has been counted;
 * - `spent`: the quota is used up;
 * - `empty`: more may be left in the ledger: wait for {@link QuotaAccount.refilled} and take again;
 * - `unavailable`: the ledger cannot be asked.
 */
type QuotaVerdict = "taken" | "spent" | "empty" | "unavailable";

export interface QuotaAccountOptions {
  readonly source: QuotaSource;
  readonly clock: Clock;
  readonly leaseTimeoutMs: number;
  readonly onFailure: (error: unknown) => void;
}

/** Somebody else may give back to a ledger that had nothing left, so it is asked again, but seldom. */
const RECHECK_MS = 1_000;
const RETRY_AFTER_FAILURE_MS = 200;
const LEDGER_COUNT_VALID_MS = 10_000;

/**
 * Calls leased from the ledger for one plan where it is bound. Counting is synchronous; a lease is renewed in the background
 * before it is used up. Exactly as many calls are taken as the ledger granted, never more.
 */
export class QuotaAccount {
  readonly key: QuotaKey;
  readonly #options: QuotaAccountOptions;
  readonly #size = new LeaseSize();
  /** The quota the unused calls were leased under. */
  #quota = 0;
  #unused = 0;
  /** Leased under a quota that has changed since, so not to be used. */
  #owedToLedger = 0;
  #lastLease = 0;
  /** Granted to everybody, as far as this account knows. */
  #ledgerCount = 0;
  #ledgerCountReadAt = Number.NEGATIVE_INFINITY;
  #isDry = false;
  #recheckAt = 0;
  #hasFailed = false;
  #retryAt = 0;
  #pending: Promise<void> | null = null;
  #isClosed = false;

  constructor(key: QuotaKey, options: QuotaAccountOptions) {
    this.key = key;
    this.#options = options;
  }

  /** Leased calls that have not been used: what the ledger counts as spent although it is not. */
  get unused(): number {
    return this.#unused + this.#owedToLedger;
  }

  /** Calls left of the quota; other gateways' unread leases aside, never more than the truth. */
  get left(): number {
    return Math.max(0, this.#quota - this.#ledgerCount) + this.#unused;
  }

  take(quota: number): QuotaVerdict {
    if (this.#isClosed) return "unavailable";
    if (quota !== this.#quota) this.#changeQuota(quota);
    if (this.#unused > 0) {
      this.#unused--;
      if (this.#unused <= this.#lastLease >> 1 && this.#mayAsk()) this.#startLease();
      return "taken";
    }
    if (this.#pending !== null) return "empty";
    if (!this.#mayAsk()) return this.#hasFailed ? "unavailable" : "spent";
    this.#startLease();
    return "empty";
  }

  /** Resolves when a running lease has ended, one way or the other; never rejects. */
  refilled(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  /** Stops counting and gives back what was not used. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#dropUnused();
    while (this.#pending !== null) await this.#pending;
    this.#dropUnused();
    await this.#settleDebt();
  }

  #mayAsk(): boolean {
    if (this.#pending !== null) return false;
    const now = this.#options.clock.now();
    if (this.#hasFailed && now < this.#retryAt && now > this.#retryAt - 2 * RETRY_AFTER_FAILURE_MS) return false;
    return !this.#isDry || now >= this.#recheckAt || now < this.#recheckAt - 2 * RECHECK_MS;
  }

  #changeQuota(quota: number): void {
    this.#quota = quota;
    this.#isDry = false;
    this.#hasFailed = false;
    this.#dropUnused();
  }

  #dropUnused(): void {
    this.#owedToLedger += this.#unused;
    this.#unused = 0;
  }

  #startLease(): void {
    this.#pending = this.#lease().then(
      () => {
        this.#hasFailed = false;
        this.#pending = null;
      },
      (error: unknown) => {
        this.#hasFailed = true;
        this.#retryAt = this.#options.clock.now() + RETRY_AFTER_FAILURE_MS;
        this.#pending = null;
        this.#options.onFailure(error);
      },
    );
  }

  async #lease(): Promise<void> {
    await this.#settleDebt();
    const { source, clock } = this.#options;
    const quota = this.#quota;
    if (clock.now() - this.#ledgerCountReadAt > LEDGER_COUNT_VALID_MS) await this.#readLedgerCount();
    const want = this.#size.next(quota - this.#ledgerCount, clock.now());
    const leasing = source.lease(this.key, want, quota);
    const granted = await withDeadline(leasing, this.#options.leaseTimeoutMs, (late) => this.#accept(late, quota));
    this.#accept(granted, quota);
    this.#lastLease = granted;
    this.#isDry = granted < want && quota === this.#quota;
    if (this.#isDry) {
      this.#recheckAt = clock.now() + RECHECK_MS;
      this.#ledgerCount = Math.max(this.#ledgerCount, quota);
    }
  }

  #accept(granted: number, quota: number): void {
    this.#ledgerCount += granted;
    if (quota === this.#quota && !this.#isClosed) this.#unused += granted;
    else this.#owedToLedger += granted;
  }

  async #readLedgerCount(): Promise<void> {
    const { source, clock, leaseTimeoutMs } = this.#options;
    const counts = await withDeadline(source.leased(this.key.planId), leaseTimeoutMs, () => {});
    this.#ledgerCount = counts.find((count) => isSameKey(count, this.key))?.count ?? 0;
    this.#ledgerCountReadAt = clock.now();
  }

  /** Tried once: what the ledger did with a call that failed is not known, and giving back twice would sell calls twice. */
  async #settleDebt(): Promise<void> {
    const debt = this.#owedToLedger;
    if (debt === 0) return;
    this.#owedToLedger = 0;
    this.#ledgerCount -= debt;
    const { source, leaseTimeoutMs, onFailure } = this.#options;
    try {
      await withDeadline(source.giveBack(this.key, debt), leaseTimeoutMs, () => {});
    } catch (error) {
      this.#ledgerCountReadAt = Number.NEGATIVE_INFINITY;
      onFailure(error);
    }
  }
}

function isSameKey(left: QuotaKey, right: QuotaKey): boolean {
  return left.serviceId === right.serviceId && left.environment === right.environment && left.apiId === right.apiId;
}

/** Rejects when `work` takes too long; `onLate` receives a result that comes after all. */
function withDeadline<T>(work: Promise<T>, timeoutMs: number, onLate: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error(`the quota ledger did not answer within ${timeoutMs} ms`));
    }, timeoutMs);
    timer.unref();
    work.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) onLate(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (!isLate) reject(error);
      },
    );
  });
}
