import type { QuotaCount, QuotaKey } from "../../model/quota.ts";
import type { Clock } from "../clock.ts";
import { QuotaAccount, type QuotaAccountOptions } from "./quota-account.ts";
import type { QuotaSource } from "./quota-source.ts";

/** The quota accounts of every place a plan is bound. */
export class Quotas {
  readonly #options: QuotaAccountOptions;
  readonly #accounts = new Map<string, { readonly account: QuotaAccount; holders: number }>();
  readonly #closing = new Set<Promise<void>>();

  constructor(options: {
    readonly source: QuotaSource;
    readonly clock: Clock;
    readonly leaseTimeoutMs: number;
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#options = options;
  }

  /** The account of `key`, for as long as somebody holds it. Each call is matched by one {@link release}. */
  acquire(name: string, key: QuotaKey): QuotaAccount {
    const held = this.#accounts.get(name);
    if (held !== undefined) {
      held.holders++;
      return held.account;
    }
    const account = new QuotaAccount(key, this.#options);
    this.#accounts.set(name, { account, holders: 1 });
    return account;
  }

  release(name: string): void {
    const held = this.#accounts.get(name);
    if (held === undefined) return;
    held.holders--;
    if (held.holders > 0) return;
    this.#accounts.delete(name);
    this.#close(held.account);
  }

  /** Calls spent: what the ledger has leased out without what is still unused here. */
  used(leased: readonly QuotaCount[]): readonly QuotaCount[] {
    const unused = new Map<string, number>();
    for (const { account } of this.#accounts.values()) unused.set(placeOf(account.key), account.unused);
    return leased.map((row) => ({ ...row, count: Math.max(0, row.count - (unused.get(placeOf(row)) ?? 0)) }));
  }

  /** Gives back everything unused. No call is counted afterwards. */
  async close(): Promise<void> {
    for (const { account } of this.#accounts.values()) this.#close(account);
    await Promise.all(this.#closing);
  }

  #close(account: QuotaAccount): void {
    const closing = account.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}

function placeOf(key: QuotaKey): string {
  return `${key.planId}/${key.serviceId}/${key.environment}/${key.apiId ?? "*"}`;
}
