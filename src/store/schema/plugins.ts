import type { ScopeColumns } from "./scope-columns.ts";

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
