import type { ScopeColumns } from "./scope-columns.ts";

export interface UpstreamRow extends ScopeColumns {
  id: string;
  name: string;
  definition: string;
  tags: string;
  created_at: number;
  modified_at: number;
}
