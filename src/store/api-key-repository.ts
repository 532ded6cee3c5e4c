import type { Scope } from "../model/account.ts";
import type { ApiKey } from "../model/api-key.ts";
import type { Listing, Page } from "./store.ts";

export interface ApiKeyFilter {
  readonly ids?: readonly string[];
  readonly secrets?: readonly string[];
  readonly nameContains?: readonly string[];
  readonly isEnabled?: readonly boolean[];
  readonly notInPlans?: readonly string[];
  /** Case-insensitive substring of the name or the id. */
  readonly keywords?: readonly string[];
}

export interface ApiKeyRepository {
  insert(key: ApiKey): Promise<void>;
  update(key: ApiKey): Promise<void>;
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<ApiKey | undefined>;
  findMany(scope: Scope, ids: readonly string[]): Promise<readonly ApiKey[]>;
  /** Whether any account in any region has a key of that id. */
  isTaken(id: string): Promise<boolean>;
  count(scope: Scope): Promise<number>;
  list(scope: Scope, filter: ApiKeyFilter, page: Page): Promise<Listing<ApiKey>>;
}
