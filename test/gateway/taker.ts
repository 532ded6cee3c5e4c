import type { Clock } from "../../src/gateway/clock.ts";
import { LeasedQuota, type QuotaVerdict } from "../../src/gateway/limits/leased-quota.ts";
import { QuotaAccount, type QuotaAccountOptions } from "../../src/gateway/limits/quota-account.ts";
import type { QuotaKey } from "../../src/model/quota.ts";

/** An account and somebody who takes from it, as in one gateway. */
export class Taker {
  readonly #account: QuotaAccount;
  readonly #quota: LeasedQuota;

  constructor(key: QuotaKey, options: QuotaAccountOptions & { readonly clock: Clock }) {
    const account = new QuotaAccount(key, 0, options);
    this.#account = account;
    this.#quota = new LeasedQuota(key, { ask: () => account.ask(), renew: () => account.renew() }, options.clock);
  }

  take(quota: number): QuotaVerdict {
    this.#account.changeQuota(quota);
    return this.#quota.take(quota);
  }

  refilled(): Promise<void> {
    return this.#quota.refilled();
  }

  close(): Promise<void> {
    return this.#account.close();
  }
}
