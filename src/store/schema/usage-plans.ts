import type { ScopeColumns } from "./scope-columns.ts";

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

/** Here and in other tables, `plan_created_at` and the like repeat what never changes, so that lists can be held against these tables. */
export interface MembershipRow {
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
export interface BoundServiceRow {
  plan_id: string;
  service_id: string;
  environments: number;
  plan_created_at: number;
  service_created_at: number;
}

export interface QuotaRow {
  plan_id: string;
  service_id: string;
  environment: string;
  api_id: string;
  leased: number;
}
