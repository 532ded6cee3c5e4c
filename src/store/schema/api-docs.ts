import type { ScopeColumns } from "./scope-columns.ts";

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
