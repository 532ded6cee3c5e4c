import type { Kysely } from "kysely";
import type { EnvironmentName } from "../model/environment.ts";
import type { AppPlace } from "./app-binding-repository.ts";
import type { Change, ChangeLog } from "./change-log.ts";
import type { DatabaseSchema } from "./schema.ts";

const keptChanges = 100_000;
// Trimming after every write would be wasted work.
const trimEvery = 1000;

/** Collects what one transaction touched, each thing once, until it is about to commit. */
export class ChangeRecorder {
  readonly #touched = new Map<string, Omit<Change, "seq">>();

  service(id: string): void {
    this.#add("service", id);
  }

  environment(serviceId: string, environment: EnvironmentName): void {
    this.#add("environment", `${serviceId}/${environment}`);
  }

  apiKey(id: string): void {
    this.#add("api-key", id);
  }

  usagePlan(id: string): void {
    this.#add("usage-plan", id);
  }

  apiApp(id: string): void {
    this.#add("api-app", id);
  }

  appBindings({ serviceId, environment, apiId }: AppPlace): void {
    this.#add("app-bindings", `${serviceId}/${environment}/${apiId}`);
  }

  upstream(id: string): void {
    this.#add("upstream", id);
  }

  /** Appends everything to the log, in the transaction it happened in. */
  async save(db: Kysely<DatabaseSchema>): Promise<void> {
    for (const change of this.#touched.values()) {
      const { seq } = await db.insertInto("changes").values(change).returning("seq").executeTakeFirstOrThrow();
      if (seq % trimEvery === 0) await trim(db, seq);
    }
  }

  #add(kind: Change["kind"], id: string): void {
    this.#touched.set(`${kind} ${id}`, { kind, id });
  }
}

async function trim(db: Kysely<DatabaseSchema>, newest: number): Promise<void> {
  await db
    .deleteFrom("changes")
    .where("seq", "<=", newest - keptChanges)
    .execute();
}

export function changeLog(db: Kysely<DatabaseSchema>): ChangeLog {
  return {
    async latest() {
      const row = await db.selectFrom("changes").select("seq").orderBy("seq", "desc").limit(1).executeTakeFirst();
      return row?.seq ?? 0;
    },
    async oldest() {
      const row = await db.selectFrom("changes").select("seq").orderBy("seq").limit(1).executeTakeFirst();
      return row?.seq ?? 0;
    },
    async after(seq, limit) {
      const rows = await db
        .selectFrom("changes")
        .selectAll()
        .where("seq", ">", seq)
        .orderBy("seq")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ seq: row.seq, kind: row.kind as Change["kind"], id: row.id }));
    },
  };
}
