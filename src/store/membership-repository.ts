import type { ApiKey } from "../model/api-key.ts";
import type { Listing, Page } from "./store.ts";

/** Which keys are in which plans. */
export interface MembershipRepository {
  add(planId: string, keyIds: readonly string[], now: number): Promise<void>;
  remove(planId: string, keyIds: readonly string[]): Promise<void>;
  /** Those of `keyIds` that are in the plan. */
  present(planId: string, keyIds: readonly string[]): Promise<readonly string[]>;
  countKeys(planId: string): Promise<number>;
  /** Ids of all keys of a plan, latest added first, in slices between which others are served. */
  slicesOfKeys(planId: string): AsyncIterable<readonly string[]>;
  listKeys(planId: string, page: Page): Promise<Listing<ApiKey>>;
  /** For each of `keyIds`, the plans it is in. */
  plansOf(keyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}
