import type { ScopeColumns } from "./scope-columns.ts";

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
