import type { Kysely } from "kysely";
import type { EnvironmentName } from "../model/environment.ts";
import type { QuotaKey } from "../model/quota.ts";
import { unlimited } from "../model/usage-plan.ts";
import type { QuotaRow } from "./schema/usage-plans.ts";
import type { DatabaseSchema } from "./schema.ts";

type Place = Omit<QuotaRow, "leased">;

/** Takes up to `want` of what is left; must run in a write transaction, which alone makes it atomic. */
export async function leaseQuota(
  db: Kysely<DatabaseSchema>,
  key: QuotaKey,
  want: number,
  quota: number,
): Promise<number> {
  const place = toPlace(key);
  if (!(await exists(db, place))) return 0;
  const row = await atPlace(db, place).select("leased").executeTakeFirst();
  const leased = row?.leased ?? 0;
  const granted = quota === unlimited ? want : Math.max(0, Math.min(want, quota - leased));
  if (granted === 0) return 0;
  await db
    .insertInto("quotas")
    .values({ ...place, leased: granted })
    .onConflict((conflict) =>
      conflict
        .columns(["plan_id", "service_id", "environment", "api_id"])
        .doUpdateSet((update) => ({ leased: update("quotas.leased", "+", granted) })),
    )
    .execute();
  return granted;
}

/** Gives back at most what was leased; nothing if the plan is gone. */
export async function returnQuota(db: Kysely<DatabaseSchema>, key: QuotaKey, unused: number): Promise<void> {
  const place = toPlace(key);
  const row = await atPlace(db, place).select("leased").executeTakeFirst();
  if (!row) return;
  await db
    .updateTable("quotas")
    .set({ leased: Math.max(0, row.leased - unused) })
    .where("plan_id", "=", place.plan_id)
    .where("service_id", "=", place.service_id)
    .where("environment", "=", place.environment)
    .where("api_id", "=", place.api_id)
    .execute();
}

export async function leasedQuotas(
  db: Kysely<DatabaseSchema>,
  planId: string,
): Promise<readonly (QuotaKey & { readonly count: number })[]> {
  const rows = await db.selectFrom("quotas").selectAll().where("plan_id", "=", planId).execute();
  return rows.map((row) => ({
    planId: row.plan_id,
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    apiId: row.api_id === "" ? null : row.api_id,
    count: row.leased,
  }));
}

/** A gateway may still ask for a plan, service or API deleted a moment ago: a row made now would stay for ever. */
async function exists(db: Kysely<DatabaseSchema>, place: Place): Promise<boolean> {
  if (place.api_id !== "") {
    const api = await db.selectFrom("apis").select("id").where("id", "=", place.api_id).executeTakeFirst();
    if (api === undefined) return false;
  }
  const row = await db
    .selectFrom("usage_plans")
    .innerJoin("services", (join) => join.on("services.id", "=", place.service_id))
    .select("usage_plans.id")
    .where("usage_plans.id", "=", place.plan_id)
    .executeTakeFirst();
  return row !== undefined;
}

function atPlace(db: Kysely<DatabaseSchema>, place: Place) {
  return db
    .selectFrom("quotas")
    .where("plan_id", "=", place.plan_id)
    .where("service_id", "=", place.service_id)
    .where("environment", "=", place.environment)
    .where("api_id", "=", place.api_id);
}

function toPlace({ planId, serviceId, environment, apiId }: QuotaKey): Place {
  return { plan_id: planId, service_id: serviceId, environment, api_id: apiId ?? "" };
}
