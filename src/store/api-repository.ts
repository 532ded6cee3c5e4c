import type { Scope } from "../model/account.ts";
import type { Api } from "../model/api.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Listing, Page } from "./store.ts";

export interface ApiFilter {
  readonly ids?: readonly string[];
  readonly nameContains?: readonly string[];
  readonly pathContains?: readonly string[];
  /** Case-insensitive substrings of the path or the name. */
  readonly keywords?: readonly string[];
  readonly apiTypes?: readonly string[];
  readonly authTypes?: readonly string[];
  /** `OAUTH` for authorization APIs, `NORMAL` for all others. */
  readonly businessTypes?: readonly string[];
  readonly authorizationApiIds?: readonly string[];
  /** `key:value` pairs. */
  readonly tags?: readonly string[];
  readonly tagKeys?: readonly string[];
  /** APIs to which none of these plans is bound at API level in these environments, nor to their service at service level. */
  readonly notBoundTo?: { readonly planIds: readonly string[]; readonly environments: readonly EnvironmentName[] };
  /** APIs the IP strategy is not bound to in the environment. */
  readonly withoutIpStrategy?: { readonly strategyId: string; readonly environment: EnvironmentName };
}

export interface ApiRepository {
  insert(api: Api): Promise<void>;
  update(api: Api): Promise<void>;
  /** Removes the draft with its strategies; versions keep what they froze. */
  delete(scope: Scope, serviceId: string, apiId: string): Promise<void>;
  find(scope: Scope, serviceId: string, apiId: string): Promise<Api | undefined>;
  findMany(scope: Scope, serviceId: string, apiIds: readonly string[]): Promise<readonly Api[]>;
  findByName(scope: Scope, serviceId: string, name: string): Promise<Api | undefined>;
  findByPathAndMethod(scope: Scope, serviceId: string, path: string, method: string): Promise<Api | undefined>;
  count(serviceId: string): Promise<number>;
  /** Ids of the drafts that take tokens of the authorization API. */
  businessApisOf(serviceId: string, authorizationApiId: string): Promise<readonly string[]>;
  /** All drafts of a service, newest first. */
  listAll(serviceId: string): Promise<readonly Api[]>;
  /** The same, for answers that show them all, in slices between which others are served. */
  slicesOf(serviceId: string): AsyncIterable<readonly Api[]>;
  list(scope: Scope, serviceId: string, filter: ApiFilter, page: Page): Promise<Listing<Api>>;
  /** The drafts of APIs that the version holds, newest first. */
  listInVersion(versionName: string, page: Page): Promise<Listing<Api>>;
}
