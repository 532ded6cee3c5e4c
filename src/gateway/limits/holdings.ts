import type { QuotaKey } from "../../model/quota.ts";
import type { Grant, RateLimit } from "../served.ts";
import type { Quotas } from "./quotas.ts";
import type { RateCounters } from "./rate-counters.ts";

/** The counters one build of a service holds, until the next build has taken its own. */
export class Holdings {
  readonly #counters: RateCounters;
  readonly #quotas: Quotas;
  readonly #rateNames: string[] = [];
  readonly #quotaNames: string[] = [];

  constructor(counters: RateCounters, quotas: Quotas) {
    this.#counters = counters;
    this.#quotas = quotas;
  }

  rate(name: string, ratePerSecond: number): RateLimit {
    const slot = this.#counters.acquire(name);
    this.#rateNames.push(name);
    return { slot, ratePerSecond };
  }

  grant(key: QuotaKey): Grant {
    const name = `plan/${key.planId}/${key.serviceId}/${key.environment}/${key.apiId ?? "*"}`;
    const rateSlot = this.#counters.acquire(name);
    this.#rateNames.push(name);
    const quota = this.#quotas.acquire(name, key);
    this.#quotaNames.push(name);
    return { name, planId: key.planId, rateSlot, quota };
  }

  release(): void {
    for (const name of this.#rateNames) this.#counters.release(name);
    for (const name of this.#quotaNames) this.#quotas.release(name);
  }
}
