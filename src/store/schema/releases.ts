import type { Generated } from "kysely";

export interface VersionRow {
  name: string;
  service_id: string;
  description: string | null;
  created_at: number;
}

export interface FrozenApiRow {
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
export interface FrozenDefinitionRow {
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
