import type { Generated } from "kysely";

/*
 * The tables as rows. Truth values are 0 or 1, times are epoch milliseconds, lists and definitions are JSON texts. In
 * keys of bindings and quotas an empty `api_id` stands for "service level", as NULLs are never equal to each other.
 */

interface ScopeColumns {
  app_id: number;
  region: string;
}

export interface AccountRow {
  app_id: number;
  name: string;
  created_at: number;
}

export interface ManagementKeyRow {
  secret_id: string;
  app_id: number;
  sealed_secret: string;
}

export interface ServiceRow extends ScopeColumns {
  id: string;
  name: string;
  description: string | null;
  protocol: string;
  net_types: string;
  ip_version: string;
  vpc_id: string | null;
  instance_id: string | null;
  tags: string;
  created_at: number;
  modified_at: number;
}

/** The columns from `name` to `upstream_id` repeat what the definition says, for lookups and filters. */
export interface ApiRow extends ScopeColumns {
  id: string;
  service_id: string;
  name: string | null;
  path: string;
  method: string;
  api_type: string;
  auth_type: string;
  business_type: string;
  authorization_api_id: string | null;
  upstream_id: string | null;
  definition: string;
  tags: string;
  created_at: number;
  modified_at: number;
}

export interface UsagePlanRow extends ScopeColumns {
  id: string;
  name: string;
  description: string | null;
  rate_per_second: number;
  quota: number;
  tags: string;
  created_at: number;
  modified_at: number;
}

export interface ApiKeyRow extends ScopeColumns {
  id: string;
  name: string;
  sealed_secret: string;
  secret_fingerprint: string;
  type: string;
  is_enabled: number;
  tags: string;
  created_at: number;
  modified_at: number;
}

/** Here and below, `plan_created_at` and the like repeat what never changes, so that lists can be held against these tables. */
interface MembershipRow {
  plan_id: string;
  key_id: string;
  added_at: number;
  key_created_at: number | null;
}

export interface BindingRow {
  plan_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  created_at: number;
  plan_created_at: number | null;
  api_created_at: number | null;
}

/** Each plan and service that have bindings, at either level; `environments` is the sum of 1 (test), 2 (prepub) and 4 (release). */
interface BoundServiceRow {
  plan_id: string;
  service_id: string;
  environments: number;
  plan_created_at: number;
  service_created_at: number;
}

export interface ApiAppRow extends ScopeColumns {
  id: string;
  name: string;
  description: string;
  app_key: string;
  sealed_secret: string;
  tags: string;
  created_at: number;
  modified_at: number;
}

/** The names are those of the API and the app now: lists are filtered by them. */
export interface AppBindingRow {
  api_app_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  created_at: number;
  api_name: string | null;
  app_name: string | null;
}

export interface CustomDomainRow extends ScopeColumns {
  name: string;
  service_id: string;
  protocol: string;
  net_type: string;
  certificate_id: string | null;
  is_forced_https: number;
  mappings: string | null;
  created_at: number;
  modified_at: number;
}

export interface ExclusiveInstanceRow extends ScopeColumns {
  id: string;
  name: string;
  description: string;
  purchase: string;
  service_rate: number;
  api_rate: number;
  rates_modified_at: number;
  tags: string;
  created_at: number;
  modified_at: number;
}

export interface ApiDocRow extends ScopeColumns {
  id: string;
  name: string;
  service_id: string;
  environment: string;
  api_ids: string;
  sealed_password: string;
  release_count: number;
  view_count: number;
  tags: string;
  created_at: number;
  built_at: number;
  html: string;
  open_api: string;
}

export interface PluginRow extends ScopeColumns {
  id: string;
  name: string;
  type: string;
  data: string;
  description: string | null;
  tags: string;
  created_at: number;
  modified_at: number;
}

export interface PluginAttachmentRow {
  plugin_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  attached_at: number;
  /** 0 once the API's draft is deleted: no list shows the row, but a version that holds the API is served with it. */
  has_draft: number;
}

export interface IpStrategyRow extends ScopeColumns {
  id: string;
  service_id: string;
  name: string;
  type: string;
  data: string;
  created_at: number;
  modified_at: number;
}

export interface IpStrategyBindingRow {
  strategy_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  bound_at: number;
  /** 1 for the last of the strategy's bindings to the API, whatever the environment. */
  is_latest: number;
  api_created_at: number | null;
  /** 0 once the API's draft is deleted: no list shows the row, but a version that holds the API is served with it. */
  has_draft: number;
}

export interface UpstreamRow extends ScopeColumns {
  id: string;
  name: string;
  definition: string;
  tags: string;
  created_at: number;
  modified_at: number;
}

export interface VersionRow {
  name: string;
  service_id: string;
  description: string | null;
  created_at: number;
}

interface FrozenApiRow {
  version_name: string;
  /** The upstream the definition names, if the draft does not name it too: lists of uses show such rows beside the drafts. */
  former_upstream_id: string | null;
  api_id: string;
  service_id: string;
  definition_digest: string;
  tags: string;
  created_at: number;
  modified_at: number;
  /** 0 once the API's draft is deleted. */
  has_draft: number;
}

/** Definitions that versions froze, each kept once per service however many versions hold it. */
interface FrozenDefinitionRow {
  service_id: string;
  digest: string;
  definition: string;
  upstream_id: string | null;
}

export interface RunningVersionRow {
  service_id: string;
  environment: string;
  version_name: string;
  since: number;
}

export interface ReleaseHistoryRow {
  seq: Generated<number>;
  service_id: string;
  environment: string;
  version_name: string;
  description: string | null;
  at: number;
}

export interface ServiceStrategyRow {
  service_id: string;
  environment: string;
  rate: number;
}

export interface ApiStrategyRow {
  service_id: string;
  api_id: string;
  environment: string;
  rate: number;
}

export interface QuotaRow {
  plan_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  leased: number;
}

interface ChangeRow {
  seq: Generated<number>;
  kind: string;
  id: string;
}

interface MigrationRow {
  number: number;
  name: string;
  applied_at: number;
}

interface SettingRow {
  name: string;
  value: string;
}

export interface DatabaseSchema {
  accounts: AccountRow;
  management_keys: ManagementKeyRow;
  services: ServiceRow;
  apis: ApiRow;
  usage_plans: UsagePlanRow;
  api_keys: ApiKeyRow;
  memberships: MembershipRow;
  bindings: BindingRow;
  bound_services: BoundServiceRow;
  api_apps: ApiAppRow;
  app_bindings: AppBindingRow;
  custom_domains: CustomDomainRow;
  exclusive_instances: ExclusiveInstanceRow;
  api_docs: ApiDocRow;
  plugins: PluginRow;
  plugin_attachments: PluginAttachmentRow;
  ip_strategies: IpStrategyRow;
  ip_strategy_bindings: IpStrategyBindingRow;
  upstreams: UpstreamRow;
  versions: VersionRow;
  frozen_apis: FrozenApiRow;
  frozen_definitions: FrozenDefinitionRow;
  running_versions: RunningVersionRow;
  release_history: ReleaseHistoryRow;
  service_strategies: ServiceStrategyRow;
  api_strategies: ApiStrategyRow;
  quotas: QuotaRow;
  changes: ChangeRow;
  migrations: MigrationRow;
  settings: SettingRow;
}
