import type { QuotaSource } from "../../src/gateway/limits/quota-source.ts";
import type { QuotaCount, QuotaKey } from "../../src/model/quota.ts";

/** The quota ledger in memory, with the promises of the durable one. */
export class MemoryLedger implements QuotaSource {
  readonly #counts = new Map<string, QuotaCount>();
  leases = 0;
  /** Awaited before every answer; tests put delays and failures here. */
  pause: () => Promise<void> = async () => {};

  async lease(key: QuotaKey, want: number, quota: number): Promise<number> {
    await this.pause();
    this.leases++;
    const { count } = this.#row(key);
    const granted = Math.max(0, Math.min(want, quota - count));
    this.#set(key, count + granted);
    await this.pause();
    return granted;
  }

  async giveBack(key: QuotaKey, unused: number): Promise<void> {
    await this.pause();
    this.#set(key, this.#row(key).count - unused);
  }

  async leased(planId: string): Promise<readonly QuotaCount[]> {
    await this.pause();
    return [...this.#counts.values()].filter((row) => row.planId === planId);
  }

  total(): number {
    return [...this.#counts.values()].reduce((sum, row) => sum + row.count, 0);
  }

  #row(key: QuotaKey): QuotaCount {
    return this.#counts.get(nameOf(key)) ?? { ...key, count: 0 };
  }

  #set({ planId, serviceId, environment, apiId }: QuotaKey, count: number): void {
    const key = { planId, serviceId, environment, apiId };
    this.#counts.set(nameOf(key), { ...key, count });
  }
}

function nameOf(key: QuotaKey): string {
  return `${key.planId}/${key.serviceId}/${key.environment}/${key.apiId}`;
}
