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

  /**
   * Must be called before those who take are handed the delta. Applying one again, or a later state first, does no harm. What it
   * returns is to be called when all have taken the delta over: until then they may still take where a plan was bound before.
   */
  apply(delta: SnapshotDelta): () => void {
    const leaving: QuotaAccount[] = [];
    if (delta.isComplete) leaving.push(...this.#removeAllBut(delta));
    for (const id of delta.removedServices) leaving.push(...this.#setBindings(id, []));
    for (const id of delta.removedPlans) leaving.push(...this.#removePlan(id));
    for (const { id, quota } of delta.plans) this.#setQuota(id, quota);
    for (const { id, bindings } of delta.services) leaving.push(...this.#setBindings(id, bindings));
    return () => {
      // A plan may have been bound again meanwhile.
      for (const account of leaving) if (!this.#isServed(account.key)) this.#closeAccount(account);
    };
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
    for (const ofPlan of this.#accounts.values()) for (const account of ofPlan.values()) this.#closeAccount(account);
    await Promise.all(this.#closing);
  }

  #account(key: QuotaKey): QuotaAccount | undefined {
    const place = placeOf(key);
    const open = this.#accounts.get(key.planId)?.get(place);
    if (open !== undefined) return open;
    const quota = this.#quotas.get(key.planId);
    if (quota === undefined || !this.#isServed(key)) return undefined;
    const account = new QuotaAccount(key, quota, this.#options);
    const ofPlan = this.#accounts.get(key.planId) ?? new Map<string, QuotaAccount>();
    this.#accounts.set(key.planId, ofPlan.set(place, account));
    return account;
  }

  #isServed({ planId, serviceId, environment, apiId }: QuotaKey): boolean {
    const bindings = this.#bindings.get(serviceId) ?? [];
    return (
      this.#quotas.has(planId) &&
      bindings.some((entry) => entry.planId === planId && entry.environment === environment && entry.apiId === apiId)
    );
  }

  #removeAllBut(delta: SnapshotDelta): QuotaAccount[] {
    const serviceIds = new Set(delta.services.map(({ id }) => id));
    const planIds = new Set(delta.plans.map(({ id }) => id));
    const services = [...this.#bindings.keys()].filter((id) => !serviceIds.has(id));
    const plans = [...this.#quotas.keys()].filter((id) => !planIds.has(id));
    return [...services.flatMap((id) => this.#setBindings(id, [])), ...plans.flatMap((id) => this.#removePlan(id))];
  }

  /** Returns the accounts of places that are bound no more. */
  #setBindings(serviceId: string, bindings: ServiceState["bindings"]): QuotaAccount[] {
    const before = this.#bindings.get(serviceId) ?? [];
    if (bindings.length === 0) this.#bindings.delete(serviceId);
    else this.#bindings.set(serviceId, bindings);
    const bound = new Set(bindings.map((binding) => `${binding.planId}/${placeOf({ ...binding, serviceId })}`));
    return before.flatMap((binding) => {
      const place = placeOf({ ...binding, serviceId });
      return bound.has(`${binding.planId}/${place}`) ? [] : (this.#accounts.get(binding.planId)?.get(place) ?? []);
    });
  }

  #setQuota(planId: string, quota: number): void {
    this.#quotas.set(planId, quota);
    for (const account of this.#accounts.get(planId)?.values() ?? []) account.changeQuota(quota);
  }

  #removePlan(id: string): QuotaAccount[] {
    this.#quotas.delete(id);
    return [...(this.#accounts.get(id)?.values() ?? [])];
  }

  #closeAccount(account: QuotaAccount): void {
    const { planId } = account.key;
    const ofPlan = this.#accounts.get(planId);
    if (ofPlan?.get(placeOf(account.key)) !== account) return;
    ofPlan.delete(placeOf(account.key));
    if (ofPlan.size === 0) this.#accounts.delete(planId);
    const closing = account.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}

function placeOf({ serviceId, environment, apiId }: QuotaKey): string {
  return `${serviceId}/${environment}/${apiId ?? "*"}`;
}
