import type { QuotaCount, QuotaKey } from "../model/quota.ts";
import type { AccountRepository } from "./account-repository.ts";
import type { ApiAppRepository } from "./api-app-repository.ts";
import type { ApiDocRepository } from "./api-doc-repository.ts";
import type { ApiKeyRepository } from "./api-key-repository.ts";
import type { ApiRepository } from "./api-repository.ts";
import type { AppBindingRepository } from "./app-binding-repository.ts";
import type { BindingRepository } from "./binding-repository.ts";
import type { ChangeLog } from "./change-log.ts";
import type { CustomDomainRepository } from "./custom-domain-repository.ts";
import type { ExclusiveInstanceRepository } from "./exclusive-instance-repository.ts";
import type { IpStrategyBindingRepository, IpStrategyRepository } from "./ip-strategy-repository.ts";
import type { MembershipRepository } from "./membership-repository.ts";
import type { PluginAttachmentRepository, PluginRepository } from "./plugin-repository.ts";
import type { ReleaseRepository } from "./release-repository.ts";
import type { ServiceRepository } from "./service-repository.ts";
import type { ServingRepository } from "./serving-repository.ts";
import type { StrategyRepository } from "./strategy-repository.ts";
import type { UpstreamRepository } from "./upstream-repository.ts";
import type { UsagePlanRepository } from "./usage-plan-repository.ts";

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
