import type { ScopeColumns } from "./scope-columns.ts";

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
