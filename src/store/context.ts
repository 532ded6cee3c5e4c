import type { Kysely } from "kysely";
import type { ChangeRecorder } from "./changes.ts";
import type { Capabilities } from "./dialect/capabilities.ts";
import type { DatabaseSchema } from "./schema.ts";
import type { SecretBox } from "./secrets/seal.ts";

/** What the repositories of one transaction share. */
export interface Context {
  readonly db: Kysely<DatabaseSchema>;
  readonly dialect: Capabilities;
  readonly secrets: SecretBox;
  readonly changes: ChangeRecorder;
}
