import type { Scope } from "../model/account.ts";
import type { ExclusiveInstance } from "../model/exclusive-instance.ts";
import type { Listing, Page } from "./store.ts";

/** Values inside one member are alternatives; empty lists do not constrain. */
interface ExclusiveInstanceFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
}

export interface ExclusiveInstanceRepository {
  insert(instance: ExclusiveInstance): Promise<void>;
  update(instance: ExclusiveInstance): Promise<void>;
  find(scope: Scope, id: string): Promise<ExclusiveInstance | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: ExclusiveInstanceFilter, page: Page): Promise<Listing<ExclusiveInstance>>;
}
