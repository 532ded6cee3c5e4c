import type { ScopeColumns } from "./scope-columns.ts";

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
