import type { Account, ManagementKey, Scope } from "../model/account.ts";
import type { Api, ApiDefinition } from "../model/api.ts";
import type { ApiApp, AppBinding } from "../model/api-app.ts";
import type { ApiKey } from "../model/api-key.ts";
import type { CustomDomain } from "../model/custom-domain.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { QuotaCount, QuotaKey } from "../model/quota.ts";
import type { ReleaseHistoryEntry, RunningVersion, Version } from "../model/release.ts";
import type { Service } from "../model/service.ts";
import type { ApiStrategy, ServiceStrategy } from "../model/strategy.ts";
import type { Upstream } from "../model/upstream.ts";
import type { Binding, UsagePlan } from "../model/usage-plan.ts";
import type { ApiDocRepository } from "./api-doc-repository.ts";
import type { CustomDomainRepository } from "./custom-domain-repository.ts";
import type { ExclusiveInstanceRepository } from "./exclusive-instance-repository.ts";
import type { IpStrategyBindingRepository, IpStrategyRepository, ServedIpStrategy } from "./ip-strategy-repository.ts";
import type { PluginAttachmentRepository, PluginRepository, ServedPlugin } from "./plugin-repository.ts";
import type { UpstreamRepository } from "./upstream-repository.ts";

/**
 * Where everything an operator configures is kept. Repositories speak domain types; rows, SQL and dialects stay behind
 * this interface. Resources are found only inside the scope (account and region) that owns them. Failures are
 * `StoreError`s. Transactions do not nest: starting one inside another waits for itself for ever.
 */
export interface Store {
  /** Runs `work` on one consistent view. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction: all of it is durable when the promise resolves, or none of it happened. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly quotas: QuotaLedger;
  close(): Promise<void>;
}

export interface Transaction {
  readonly accounts: AccountRepository;
  readonly services: ServiceRepository;
  readonly apis: ApiRepository;
  readonly usagePlans: UsagePlanRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly memberships: MembershipRepository;
  readonly bindings: BindingRepository;
  readonly apiApps: ApiAppRepository;
  readonly appBindings: AppBindingRepository;
  readonly customDomains: CustomDomainRepository;
  readonly exclusiveInstances: ExclusiveInstanceRepository;
  readonly apiDocs: ApiDocRepository;
  readonly plugins: PluginRepository;
  readonly pluginAttachments: PluginAttachmentRepository;
  readonly ipStrategies: IpStrategyRepository;
  readonly ipStrategyBindings: IpStrategyBindingRepository;
  readonly upstreams: UpstreamRepository;
  readonly releases: ReleaseRepository;
  readonly strategies: StrategyRepository;
  readonly serving: ServingRepository;
  readonly changes: ChangeLog;
  /** What the ledger has leased out, as this transaction sees it. */
  readonly quotas: Pick<QuotaLedger, "leased">;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** One page of a list. `total` counts all matches before paging. */
export interface Listing<T> {
  readonly total: number;
  readonly items: readonly T[];
}

export interface AccountRepository {
  insert(account: Account): Promise<void>;
  find(appId: number): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  insertKey(key: ManagementKey): Promise<void>;
  deleteKey(secretId: string): Promise<void>;
  findKey(secretId: string): Promise<ManagementKey | undefined>;
  listKeys(appId: number): Promise<readonly ManagementKey[]>;
}

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
  /** APIs the version holds. */
  readonly inVersion?: string;
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
  list(scope: Scope, serviceId: string, filter: ApiFilter, page: Page): Promise<Listing<Api>>;
}

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

/** Which keys are in which plans. */
export interface MembershipRepository {
  add(planId: string, keyIds: readonly string[], now: number): Promise<void>;
  remove(planId: string, keyIds: readonly string[]): Promise<void>;
  /** Those of `keyIds` that are in the plan. */
  present(planId: string, keyIds: readonly string[]): Promise<readonly string[]>;
  countKeys(planId: string): Promise<number>;
  /** Ids of all keys of a plan, latest added first. */
  keysOf(planId: string): Promise<readonly string[]>;
  listKeys(planId: string, page: Page): Promise<Listing<ApiKey>>;
  /** For each of `keyIds`, the plans it is in. */
  plansOf(keyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

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
  list(filter: BindingFilter, page: Page): Promise<Listing<Binding>>;
  count(filter: BindingFilter): Promise<number>;
  /** Bindings of every plan that holds one of `keyIds`: what the exclusivity rule looks at. */
  ofPlansHolding(keyIds: readonly string[]): Promise<readonly (Binding & { readonly keyId: string })[]>;
  /** Key ids that plan `planId` shares with any plan of `planIds`, with the plan that holds them. */
  sharedKeys(planId: string, planIds: readonly string[]): Promise<readonly { keyId: string; planId: string }[]>;
}

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

/** An API in an environment. */
export type AppPlace = Pick<AppBinding, "serviceId" | "environment" | "apiId">;

export interface AppBindingFilter {
  /** All of one app. */
  readonly apiAppId?: string;
  /** All of one service's APIs. */
  readonly serviceId?: string;
  readonly apiAppIds?: readonly string[];
  readonly serviceIds?: readonly string[];
  readonly apiIds?: readonly string[];
  readonly environments?: readonly string[];
  readonly apiNameContains?: readonly string[];
  /** Case-insensitive substrings of name or id of the API or of the app. */
  readonly keywords?: { readonly of: "api" | "app"; readonly texts: readonly string[] };
}

/** A binding with what lists tell of its two ends. */
export interface NamedAppBinding extends AppBinding {
  readonly appName: string;
  readonly apiName: string | null;
  readonly apiRegion: string;
}

/** Which apps may call which APIs. */
export interface AppBindingRepository {
  add(binding: AppBinding): Promise<void>;
  remove(binding: AppBinding): Promise<void>;
  find(place: AppPlace & { readonly apiAppId: string }): Promise<AppBinding | undefined>;
  isAppBound(apiAppId: string): Promise<boolean>;
  /** Ids of the apps bound to the API in whichever environment, each once. */
  appsOf(serviceId: string, apiId: string): Promise<readonly string[]>;
  /** Newest first. */
  list(filter: AppBindingFilter, page: Page): Promise<Listing<NamedAppBinding>>;
}

export interface ReleaseRepository {
  /** Freezes the given drafts under the version's name. */
  insertVersion(version: Version, apis: readonly Api[]): Promise<void>;
  findVersion(serviceId: string, name: string): Promise<Version | undefined>;
  listVersions(serviceId: string, page: Page): Promise<Listing<Version>>;
  setRunning(running: RunningVersion): Promise<void>;
  clearRunning(serviceId: string, environment: EnvironmentName): Promise<void>;
  /** What runs now, at most one entry per environment. */
  running(serviceId: string): Promise<readonly RunningVersion[]>;
  runningOfMany(serviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunningVersion[]>>;
  /** The APIs as the version froze them. */
  frozenApis(versionName: string): Promise<readonly Api[]>;
  /** For each of `apiIds`, the environments whose running version contains it. */
  environmentsOf(
    serviceId: string,
    apiIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly EnvironmentName[]>>;
  appendHistory(entry: ReleaseHistoryEntry): Promise<void>;
  listHistory(
    serviceId: string,
    environment: EnvironmentName | undefined,
    page: Page,
  ): Promise<Listing<ReleaseHistoryEntry>>;
}

export interface StrategyRepository {
  setService(strategy: ServiceStrategy): Promise<void>;
  setApis(strategies: readonly ApiStrategy[]): Promise<void>;
  ofService(serviceId: string): Promise<readonly ServiceStrategy[]>;
  ofApis(serviceId: string, apiIds?: readonly string[]): Promise<readonly ApiStrategy[]>;
}

/** An API as a running version holds it. */
export interface FrozenApi {
  readonly id: string;
  readonly versionName: string;
  readonly createdAt: number;
  readonly definition: ApiDefinition;
}

/** What gateways need of an API key. */
export type ServedKey = Pick<ApiKey, "id" | "appId" | "secret" | "isEnabled">;

/** What gateways need of an API app. */
export type ServedApp = Pick<ApiApp, "id" | "key" | "secret">;

/**
 * Reads in bulk and across all scopes, for those who build what the gateway serves. Of the ids given, those that exist
 * come back, in no order.
 */
export interface ServingRepository {
  /** The first `limit` ids greater than `after`, ascending: pages through everything of one kind. */
  ids(
    kind: "service" | "api-key" | "usage-plan" | "api-app" | "upstream",
    after: string,
    limit: number,
  ): Promise<readonly string[]>;
  services(ids: readonly string[]): Promise<readonly Service[]>;
  serviceStrategies(serviceIds: readonly string[]): Promise<readonly ServiceStrategy[]>;
  apiStrategies(serviceIds: readonly string[]): Promise<readonly ApiStrategy[]>;
  bindings(serviceIds: readonly string[]): Promise<readonly Binding[]>;
  customDomains(serviceIds: readonly string[]): Promise<readonly CustomDomain[]>;
  plugins(serviceIds: readonly string[]): Promise<readonly ServedPlugin[]>;
  ipStrategies(serviceIds: readonly string[]): Promise<readonly ServedIpStrategy[]>;
  running(serviceIds: readonly string[]): Promise<readonly RunningVersion[]>;
  frozenApis(versionNames: readonly string[]): Promise<readonly FrozenApi[]>;
  apiKeys(ids: readonly string[]): Promise<readonly ServedKey[]>;
  usagePlans(ids: readonly string[]): Promise<readonly UsagePlan[]>;
  apiApps(ids: readonly string[]): Promise<readonly ServedApp[]>;
  appBindings(serviceIds: readonly string[]): Promise<readonly AppBinding[]>;
  /** Ids of the apps bound at a place. */
  appsAt(place: AppPlace): Promise<readonly string[]>;
  upstreams(ids: readonly string[]): Promise<readonly Upstream[]>;
}

/**
 * What a write touched, appended by the repositories inside the same transaction:
 * - `service`: attributes, strategies, bindings or custom domains of a service (`id` is the service's);
 * - `environment`: the running version of an environment (`id` is `serviceId/environment`);
 * - `api-key`: a key's secret, state or memberships; - `usage-plan`: a plan's limits;
 * - `api-app`: an app's key or secret; - `app-bindings`: the apps of an API (`id` is `serviceId/environment/apiId`);
 * - `upstream`: an upstream's nodes or rules.
 */
export interface Change {
  readonly seq: number;
  readonly kind: "service" | "environment" | "api-key" | "usage-plan" | "api-app" | "app-bindings" | "upstream";
  readonly id: string;
}

export interface ChangeLog {
  /** Sequence number of the newest change, 0 when there is none. */
  latest(): Promise<number>;
  /** Sequence number of the oldest change still kept, 0 when there is none. Old ones are dropped in time. */
  oldest(): Promise<number>;
  /** Changes after `seq` in order, at most `limit`. */
  after(seq: number, limit: number): Promise<readonly Change[]>;
}

/**
 * The durable side of usage-plan quotas. What is leased counts as spent from the moment the promise resolves, so a
 * crash can only let fewer calls through than were granted.
 */
export interface QuotaLedger {
  /** Takes up to `want` calls from what is left of `quota`; resolves with how many were granted (0: spent). */
  lease(key: QuotaKey, want: number, quota: number): Promise<number>;
  /** Gives back what a lease did not use. */
  giveBack(key: QuotaKey, unused: number): Promise<void>;
  /** Calls leased so far for each binding of a plan (spent ones and those leases still hold). */
  leased(planId: string): Promise<readonly QuotaCount[]>;
}
