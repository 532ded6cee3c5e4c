import { type SqlBool, sql } from "kysely";
import type { Condition } from "./listing.ts";

/** Tables of what is in force for APIs in environments, and may outlive the draft of an API. */
type BoundTable = "plugin_attachments" | "ip_strategy_bindings";

/** The API exists as a draft. */
export function hasDraft(table: BoundTable): Condition {
  return sql<SqlBool>`${sql.ref(`${table}.has_draft`)} = 1`;
}

/** The API exists as a draft, or the version that runs in the environment still holds it. */
export function isInForce(table: BoundTable): Condition {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<SqlBool>`(${hasDraft(table)} or exists (
    select 1 from running_versions as running
      join frozen_apis as frozen on frozen.version_name = running.version_name
      where running.service_id = ${column("service_id")} and running.environment = ${column("environment")}
        and frozen.api_id = ${column("api_id")}))`;
}
