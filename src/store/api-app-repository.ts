import type { Scope } from "../model/account.ts";
import type { ApiApp } from "../model/api-app.ts";
import type { Listing, Page } from "./store.ts";

export interface ApiAppFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
  /** Case-insensitive substring of the name or the id. */
  readonly keywords?: readonly string[];
}

export interface ApiAppRepository {
  insert(app: ApiApp): Promise<void>;
  update(app: ApiApp): Promise<void>;
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<ApiApp | undefined>;
  /** Whatever account and region it belongs to. */
  findAnywhere(id: string): Promise<ApiApp | undefined>;
  /** Whether any app of any account has that key. */
  isKeyTaken(key: string): Promise<boolean>;
  count(scope: Scope): Promise<number>;
  list(scope: Scope, filter: ApiAppFilter, page: Page): Promise<Listing<ApiApp>>;
}
