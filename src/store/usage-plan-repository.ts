import type { Scope } from "../model/account.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { UsagePlan } from "../model/usage-plan.ts";
import type { Listing, Page } from "./store.ts";

export interface UsagePlanFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
  /** Plans bound (in `environments`, if given) to none of these services / APIs. */
  readonly notBoundToServices?: readonly string[];
  readonly notBoundToApis?: readonly string[];
  readonly environments?: readonly EnvironmentName[];
}

export interface UsagePlanRepository {
  insert(plan: UsagePlan): Promise<void>;
  update(plan: UsagePlan): Promise<void>;
  /** Removes the plan, its memberships and its consumed quota. */
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<UsagePlan | undefined>;
  findMany(scope: Scope, ids: readonly string[]): Promise<readonly UsagePlan[]>;
  count(scope: Scope): Promise<number>;
  list(scope: Scope, filter: UsagePlanFilter, page: Page): Promise<Listing<UsagePlan>>;
}
