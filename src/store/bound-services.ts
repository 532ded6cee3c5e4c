import { type SqlBool, sql } from "kysely";
import type { EnvironmentName } from "../model/environment.ts";
import type { Context } from "./context.ts";
import { type Condition, inBatches } from "./listing.ts";
import { createdAt } from "./merged-list.ts";

/** A plan and a service that are bound to each other, at either level. */
interface Pair {
  readonly planId: string;
  readonly serviceId: string;
}

const bits: Readonly<Record<EnvironmentName, number>> = { test: 1, prepub: 2, release: 4 };

/** The plan is bound in one of the environments; in any, if none is named. */
export function isBoundIn(environments: readonly EnvironmentName[]): Condition[] {
  if (environments.length === 0) return [];
  const mask = environments.reduce((sum, environment) => sum | bits[environment], 0);
  return [sql`environments & ${mask} <> 0`];
}

/** Keeps step with bindings that were added. */
export async function addBoundServices(
  { db }: Context,
  bindings: readonly (Pair & { readonly environment: EnvironmentName })[],
): Promise<void> {
  const rows = new Map<string, Pair & { environments: number }>();
  for (const { planId, serviceId, environment } of bindings) {
    const key = `${planId} ${serviceId}`;
    const environments = (rows.get(key)?.environments ?? 0) | bits[environment];
    rows.set(key, { planId, serviceId, environments });
  }
  await inBatches([...rows.values()], (batch) =>
    db
      .insertInto("bound_services")
      .values(
        batch.map(({ planId, serviceId, environments }) => ({
          plan_id: planId,
          service_id: serviceId,
          environments,
          plan_created_at: createdAt("usage_plans", planId).$notNull(),
          service_created_at: createdAt("services", serviceId).$notNull(),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["plan_id", "service_id"])
          .doUpdateSet({ environments: sql<number>`bound_services.environments | excluded.environments` }),
      )
      .execute(),
  );
}

/** Keeps step with bindings that were removed. */
export async function removeBoundServices({ db }: Context, pairs: readonly Pair[]): Promise<void> {
  const isStillIn = ([environment, bit]: [string, number]) =>
    sql`case when exists (select 1 from bindings where bindings.plan_id = bound_services.plan_id
      and bindings.service_id = bound_services.service_id and bindings.environment = ${environment})
      then ${bit} else 0 end`;
  const environments = sql<number>`${sql.join(Object.entries(bits).map(isStillIn), sql` + `)}`;
  const distinct = new Map(pairs.map((pair) => [`${pair.planId} ${pair.serviceId}`, pair]));
  for (const { planId, serviceId } of distinct.values()) {
    const isPair = sql<SqlBool>`plan_id = ${planId} and service_id = ${serviceId}`;
    const { numDeletedRows } = await db
      .deleteFrom("bound_services")
      .where(isPair)
      .where(sql<SqlBool>`not exists (select 1 from bindings where ${isPair})`)
      .executeTakeFirst();
    if (numDeletedRows === 0n) await db.updateTable("bound_services").set({ environments }).where(isPair).execute();
  }
}
