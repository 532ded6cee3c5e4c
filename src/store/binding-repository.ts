import type { EnvironmentName } from "../model/environment.ts";
import type { Binding } from "../model/usage-plan.ts";
import type { Listing, Page } from "./store.ts";

export interface BindingFilter {
  readonly planId?: string;
  readonly serviceId?: string;
  readonly environment?: EnvironmentName;
  readonly level?: "SERVICE" | "API";
  readonly apiIds?: readonly string[];
}

export interface BindingRepository {
  add(bindings: readonly Binding[]): Promise<void>;
  remove(bindings: readonly Binding[]): Promise<void>;
  /** All matches, newest first. */
  find(filter: BindingFilter): Promise<readonly Binding[]>;
  /** All matches at one level, newest first, in slices between which others are served. */
  slicesOf(filter: BindingFilter & { readonly level: "SERVICE" | "API" }): AsyncIterable<readonly Binding[]>;
  list(filter: BindingFilter, page: Page): Promise<Listing<Binding>>;
  count(filter: BindingFilter): Promise<number>;
  /** Bindings of every plan that holds one of `keyIds`: what the exclusivity rule looks at. */
  ofPlansHolding(keyIds: readonly string[]): Promise<readonly (Binding & { readonly keyId: string })[]>;
  /** Key ids that plan `planId` shares with any plan of `planIds`, with the plan that holds them. */
  sharedKeys(planId: string, planIds: readonly string[]): Promise<readonly { keyId: string; planId: string }[]>;
}
