import type { ScopeColumns } from "./scope-columns.ts";

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
