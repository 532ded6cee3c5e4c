import type { Scope } from "../model/account.ts";
import type { Upstream } from "../model/upstream.ts";
import type { Listing, Page } from "./store.ts";

/** Values inside one member are alternatives; empty lists do not constrain. */
export interface UpstreamFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
}

/** An API that sends its calls to an upstream, by its draft or in a version that runs. */
export interface UpstreamUse {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly apiId: string;
  readonly apiName: string | null;
  /** Since when, as far as is known: the last change of the API. */
  readonly since: number;
}

export interface UpstreamUseFilter {
  readonly serviceIds?: readonly string[];
  readonly apiIds?: readonly string[];
}

export interface UpstreamRepository {
  insert(upstream: Upstream): Promise<void>;
  update(upstream: Upstream): Promise<void>;
  delete(scope: Scope, id: string): Promise<void>;
  find(scope: Scope, id: string): Promise<Upstream | undefined>;
  /** Newest first. */
  list(scope: Scope, filter: UpstreamFilter, page: Page): Promise<Listing<Upstream>>;
  /** Each API once, newest first. */
  listUses(id: string, filter: UpstreamUseFilter, page: Page): Promise<Listing<UpstreamUse>>;
}
