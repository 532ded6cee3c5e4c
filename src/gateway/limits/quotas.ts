import type { QuotaCount, QuotaKey } from "../../model/quota.ts";
import type { ServiceState, SnapshotDelta } from "../../snapshot/delta.ts";
import { QuotaAccount, type QuotaAccountOptions } from "./quota-account.ts";
import { notServed, type QuotaAnswer, type QuotaDesk } from "./quota-desk.ts";

/**
 * The quota accounts of every place a plan is bound, in the thread that owns the ledger. An account is opened when somebody takes
 * from it for the first time and closed when the plan is no longer bound there.
 */
export class Quotas implements QuotaDesk {
  readonly #options: QuotaAccountOptions;
  readonly #quotas = new Map<string, number>();
  readonly #bindings = new Map<string, ServiceState["bindings"]>();
  /** By plan, then by place. */
  readonly #accounts = new Map<string, Map<string, QuotaAccount>>();
  readonly #closing = new Set<Promise<void>>();

  constructor(options: QuotaAccountOptions) {
    this.#options = options;
  }

  /** Must be called before those who take are handed the delta. Applying one again, or a later state first, does no harm. */
  apply(delta: SnapshotDelta): void {
    if (delta.isComplete) this.#removeAllBut(delta);
    for (const id of delta.removedServices) this.#setBindings(id, []);
    for (const id of delta.removedPlans) this.#removePlan(id);
    for (const { id, quota } of delta.plans) this.#setQuota(id, quota);
    for (const { id, bindings } of delta.services) this.#setBindings(id, bindings);
  }

  ask(key: QuotaKey): Promise<QuotaAnswer> {
    return this.#account(key)?.ask() ?? Promise.resolve(notServed);
  }

  renew(key: QuotaKey): void {
    this.#account(key)?.renew();
  }

  /** Calls spent: what the ledger has leased out without what is still unused here. */
  used(leased: readonly QuotaCount[]): readonly QuotaCount[] {
    return leased.map((row) => {
      const unused = this.#accounts.get(row.planId)?.get(placeOf(row))?.unused ?? 0;
      return { ...row, count: Math.max(0, row.count - unused) };
    });
  }

  /** Gives back everything unused. No call is counted afterwards. */
  async close(): Promise<void> {
    this.#bindings.clear();
    for (const id of [...this.#accounts.keys()]) this.#removePlan(id);
    await Promise.all(this.#closing);
  }

  #account(key: QuotaKey): QuotaAccount | undefined {
    const place = placeOf(key);
    const open = this.#accounts.get(key.planId)?.get(place);
    if (open !== undefined) return open;
    const quota = this.#quotas.get(key.planId);
    if (quota === undefined || !this.#isBound(key)) return undefined;
    const account = new QuotaAccount(key, quota, this.#options);
    const ofPlan = this.#accounts.get(key.planId) ?? new Map<string, QuotaAccount>();
    this.#accounts.set(key.planId, ofPlan.set(place, account));
    return account;
  }

  #isBound({ planId, serviceId, environment, apiId }: QuotaKey): boolean {
    const bindings = this.#bindings.get(serviceId) ?? [];
    return bindings.some(
      (entry) => entry.planId === planId && entry.environment === environment && entry.apiId === apiId,
    );
  }

  #removeAllBut(delta: SnapshotDelta): void {
    const serviceIds = new Set(delta.services.map(({ id }) => id));
    const planIds = new Set(delta.plans.map(({ id }) => id));
    for (const id of [...this.#bindings.keys()]) if (!serviceIds.has(id)) this.#setBindings(id, []);
    for (const id of [...this.#quotas.keys()]) if (!planIds.has(id)) this.#removePlan(id);
  }

  #setBindings(serviceId: string, bindings: ServiceState["bindings"]): void {
    const before = this.#bindings.get(serviceId) ?? [];
    if (bindings.length === 0) this.#bindings.delete(serviceId);
    else this.#bindings.set(serviceId, bindings);
    const places = new Set(bindings.map((binding) => placeOf({ ...binding, serviceId })));
    for (const binding of before) {
      const place = placeOf({ ...binding, serviceId });
      if (!places.has(place)) this.#closeAccount(binding.planId, place);
    }
  }

  #setQuota(planId: string, quota: number): void {
    this.#quotas.set(planId, quota);
    for (const account of this.#accounts.get(planId)?.values() ?? []) account.changeQuota(quota);
  }

  #removePlan(id: string): void {
    this.#quotas.delete(id);
    for (const place of [...(this.#accounts.get(id)?.keys() ?? [])]) this.#closeAccount(id, place);
  }

  #closeAccount(planId: string, place: string): void {
    const ofPlan = this.#accounts.get(planId);
    const account = ofPlan?.get(place);
    if (ofPlan === undefined || account === undefined) return;
    ofPlan.delete(place);
    if (ofPlan.size === 0) this.#accounts.delete(planId);
    const closing = account.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}

function placeOf({ serviceId, environment, apiId }: QuotaKey): string {
  return `${serviceId}/${environment}/${apiId ?? "*"}`;
}
