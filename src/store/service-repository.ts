import type { Scope } from "../model/account.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Service } from "../model/service.ts";
import type { Listing, Page } from "./store.ts";

/** Values inside one member are alternatives; members are combined. Empty lists do not constrain. Lists are newest first. */
export interface ServiceFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
  readonly netTypes?: readonly string[];
  readonly ipVersions?: readonly string[];
  readonly instanceIds?: readonly string[];
  readonly releasedIn?: readonly EnvironmentName[];
  /** Services where none of these plans is bound (in `environments`, if given; at whatever level). */
  readonly notBoundTo?: { readonly planIds: readonly string[]; readonly environments?: readonly EnvironmentName[] };
}

export interface ServiceRepository {
  insert(service: Service): Promise<void>;
  update(service: Service): Promise<void>;
  /** Removes the service with its strategies, versions and history. */
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<Service | undefined>;
  findMany(scope: Scope, ids: readonly string[]): Promise<readonly Service[]>;
  count(scope: Scope): Promise<number>;
  list(scope: Scope, filter: ServiceFilter, page: Page): Promise<Listing<Service>>;
}
