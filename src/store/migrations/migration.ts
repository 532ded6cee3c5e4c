import type { Kysely } from "kysely";

/** One step of the schema. Never edited after a release: a later one corrects it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}
