import type { QuotaKey } from "../../model/quota.ts";
import { unlimited } from "../../model/usage-plan.ts";
import type { Clock } from "../clock.ts";
import { LeaseSize } from "./lease-size.ts";
import { QuotaCell } from "./quota-cell.ts";
import { notServed, type QuotaAnswer, RETRY_AFTER_FAILURE_MS } from "./quota-desk.ts";
import type { QuotaSource } from "./quota-source.ts";

export interface QuotaAccountOptions {
  readonly source: QuotaSource;
  readonly clock: Clock;
  readonly leaseTimeoutMs: number;
  readonly onFailure: (error: unknown) => void;
}

/** Somebody else may give back to a ledger that had nothing left, so it is asked again, but seldom. */
const RECHECK_MS = 1_000;
const LEDGER_COUNT_VALID_MS = 10_000;

/**
 * Leases calls from the ledger for one plan where it is bound, and puts them into a cell every thread takes from. A lease is
 * renewed in the background before it is used up. Exactly as many calls are put there as the ledger granted, never more.
 */
export class QuotaAccount {
  readonly key: QuotaKey;
  readonly #options: QuotaAccountOptions;
  readonly #size = new LeaseSize();
  readonly #cell = new QuotaCell();
  /** The quota the unused calls were leased under. */
  #quota: number;
  /** Leased under a quota that has changed since, so not to be used. */
  #owedToLedger = 0;
  /** Granted to everybody, as far as this account knows. */
  #ledgerCount = 0;
  #ledgerCountReadAt = Number.NEGATIVE_INFINITY;
  #isDry = false;
  #recheckAt = 0;
  #hasFailed = false;
  #retryAt = 0;
  #pending: Promise<void> | null = null;
  #isClosed = false;

  constructor(key: QuotaKey, quota: number, options: QuotaAccountOptions) {
    this.key = key;
    this.#quota = quota;
    this.#options = options;
  }

  /** Leased calls that have not been used: what the ledger counts as spent although it is not. */
  get unused(): number {
    return this.#cell.unused + this.#owedToLedger;
  }

  /** For a taker who found nothing left: leases more if it may, and tells him what to do. */
  async ask(): Promise<QuotaAnswer> {
    if (this.#cell.unused === 0) {
      this.renew();
      await this.#pending;
    }
    return this.#answer();
  }

  /** Leases more in the background, unless that is under way or would be in vain. */
  renew(): void {
    if (!this.#isClosed && this.#quota !== unlimited && this.#mayAsk()) this.#startLease();
  }

  /** What is unused was leased under another quota and is given back. */
  changeQuota(quota: number): void {
    if (quota === this.#quota) return;
    this.#quota = quota;
    this.#isDry = false;
    this.#hasFailed = false;
    this.#dropUnused();
    this.#publishLeft();
  }

  /** Stops leasing and gives back what was not used. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#dropUnused();
    while (this.#pending !== null) await this.#pending;
    this.#dropUnused();
    await this.#settleDebt();
  }

  #answer(): QuotaAnswer {
    if (this.#isClosed) return notServed;
    const { memory, unused } = this.#cell;
    const now = this.#options.clock.now();
    const isRefused = unused === 0 && this.#quota !== unlimited && this.#pending === null && !this.#mayAsk();
    if (!isRefused) return { verdict: "refilled", memory, validForMs: 0 };
    if (this.#hasFailed) return { verdict: "unavailable", memory, validForMs: this.#retryAt - now };
    return { verdict: "spent", memory, validForMs: this.#recheckAt - now };
  }

  #mayAsk(): boolean {
    if (this.#pending !== null) return false;
    const now = this.#options.clock.now();
    if (this.#hasFailed && now < this.#retryAt && now > this.#retryAt - 2 * RETRY_AFTER_FAILURE_MS) return false;
    return !this.#isDry || now >= this.#recheckAt || now < this.#recheckAt - 2 * RECHECK_MS;
  }

  #dropUnused(): void {
    this.#owedToLedger += this.#cell.drain();
  }

  #publishLeft(): void {
    this.#cell.setLeftInLedger(this.#quota - this.#ledgerCount);
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
    this.#isDry = granted < want && quota === this.#quota;
    if (this.#isDry) {
      this.#recheckAt = clock.now() + RECHECK_MS;
      this.#ledgerCount = Math.max(this.#ledgerCount, quota);
      this.#publishLeft();
    }
  }

  #accept(granted: number, quota: number): void {
    this.#ledgerCount += granted;
    if (quota === this.#quota && !this.#isClosed) this.#cell.add(granted, quota - this.#ledgerCount);
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
