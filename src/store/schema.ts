import type { Generated } from "kysely";
import type { AccountRow, ManagementKeyRow } from "./schema/accounts.ts";
import type { ApiAppRow, AppBindingRow } from "./schema/api-apps.ts";
import type { ApiDocRow } from "./schema/api-docs.ts";
import type { CustomDomainRow } from "./schema/custom-domains.ts";
import type { ExclusiveInstanceRow } from "./schema/exclusive-instances.ts";
import type { IpStrategyBindingRow, IpStrategyRow, PluginAttachmentRow, PluginRow } from "./schema/plugins.ts";
import type {
  FrozenApiRow,
  FrozenDefinitionRow,
  ReleaseHistoryRow,
  RunningVersionRow,
  VersionRow,
} from "./schema/releases.ts";
import type { ApiRow, ApiStrategyRow, ServiceRow, ServiceStrategyRow } from "./schema/services.ts";
import type { UpstreamRow } from "./schema/upstreams.ts";
import type {
  ApiKeyRow,
  BindingRow,
  BoundServiceRow,
  MembershipRow,
  QuotaRow,
  UsagePlanRow,
} from "./schema/usage-plans.ts";

/*
 * The tables as rows. Truth values are 0 or 1, times are epoch milliseconds, lists and definitions are JSON texts. In
 * keys of bindings and quotas an empty `api_id` stands for "service level", as NULLs are never equal to each other.
 */

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
