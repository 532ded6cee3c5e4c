import { type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { EnvironmentName } from "../model/environment.ts";
import type { Binding } from "../model/usage-plan.ts";
import type { BindingFilter, BindingRepository } from "./binding-repository.ts";
import { addBoundServices, removeBoundServices } from "./bound-services.ts";
import type { Context } from "./context.ts";
import { type Condition, countRows, inBatches, listPage } from "./listing.ts";
import { createdAt } from "./merged-list.ts";
import type { BindingRow } from "./schema/usage-plans.ts";
import type { DatabaseSchema } from "./schema.ts";
import { inSlices } from "./slices.ts";

type ListedBinding = Pick<BindingRow, "plan_id" | "service_id" | "environment" | "api_id" | "created_at">;

export function bindingRepository(context: Context): BindingRepository {
  const { db, dialect, changes } = context;
  return {
    async add(bindings) {
      await inBatches(bindings, (batch) => db.insertInto("bindings").values(batch.map(toNewRow)).execute());
      await addBoundServices(context, bindings);
      for (const { serviceId } of bindings) changes.service(serviceId);
    },
    async remove(bindings) {
      for (const binding of bindings) {
        const { plan_id, service_id, environment, api_id } = toRow(binding);
        await db
          .deleteFrom("bindings")
          .where("plan_id", "=", plan_id)
          .where("service_id", "=", service_id)
          .where("environment", "=", environment)
          .where("api_id", "=", api_id)
          .execute();
        changes.service(service_id);
      }
      await removeBoundServices(context, bindings);
    },
    async find(filter) {
      return (await matching(context, filter).execute()).map(toBinding);
    },
    async *slicesOf(filter) {
      const columns = ["created_at", "plan_id", "service_id", "environment", "api_id"] as const;
      const slices = inSlices(columns, (conditions, limit) =>
        matching(context, filter)
          .where(({ and }) => and([...conditions]))
          .limit(limit)
          .execute(),
      );
      for await (const rows of slices) yield rows.map(toBinding);
    },
    list: (filter, page) => listPage(matching(context, filter), page, toBinding),
    count: (filter) => countRows(matching(context, filter)),
    async ofPlansHolding(keyIds) {
      const rows = await db
        .selectFrom("memberships")
        .innerJoin("bindings", "bindings.plan_id", "memberships.plan_id")
        .selectAll("bindings")
        .select("memberships.key_id")
        .where(dialect.isOneOf("memberships.key_id", keyIds))
        .execute();
      return rows.map((row) => ({ ...toBinding(row), keyId: row.key_id }));
    },
    async sharedKeys(planId, planIds) {
      const rows = await db
        .selectFrom("memberships as own")
        .innerJoin("memberships as other", "other.key_id", "own.key_id")
        .select(["other.key_id", "other.plan_id"])
        .where("own.plan_id", "=", planId)
        .where("other.plan_id", "!=", planId)
        .where(dialect.isOneOf("other.plan_id", planIds))
        .execute();
      return rows.map((row) => ({ keyId: row.key_id, planId: row.plan_id }));
    },
  };
}

/** Of one API, in all environments. Bindings cannot refer to APIs by foreign key: their `api_id` may be empty. */
export async function removeBindingsOfApi(context: Context, serviceId: string, apiId: string): Promise<void> {
  const { db } = context;
  const isOfApi = sql<SqlBool>`api_id = ${apiId} and ${isAt("API")}`;
  const plans = await db.selectFrom("bindings").select("plan_id").distinct().where(isOfApi).execute();
  await db.deleteFrom("bindings").where(isOfApi).execute();
  await removeBoundServices(
    context,
    plans.map((row) => ({ planId: row.plan_id, serviceId })),
  );
}

/** Bindings of services of any scope. */
export async function findBindings({ db, dialect }: Context, serviceIds: readonly string[]): Promise<Binding[]> {
  const rows = await db.selectFrom("bindings").selectAll().where(dialect.isOneOf("service_id", serviceIds)).execute();
  return rows.map(toBinding);
}

function matching(
  { db, dialect }: Context,
  { planId, serviceId, environment, level, apiIds }: BindingFilter,
): SelectQueryBuilder<DatabaseSchema, "bindings", ListedBinding> {
  let query = db
    .selectFrom("bindings")
    .select(["plan_id", "service_id", "environment", "api_id", "created_at"])
    .orderBy("created_at", "desc")
    .orderBy("plan_id", "desc")
    .orderBy("service_id", "desc")
    .orderBy("environment", "desc")
    .orderBy("api_id", "desc");
  if (planId !== undefined) query = query.where("plan_id", "=", planId);
  if (environment !== undefined) query = query.where("environment", "=", environment);
  if (level !== undefined) query = query.where(isAt(level));
  if (apiIds !== undefined) query = query.where(isAt("API")).where(dialect.isOneOf("api_id", apiIds));
  if (serviceId === undefined) return query;
  // An API has far fewer bindings than its service.
  return apiIds === undefined
    ? query.where("service_id", "=", serviceId)
    : query.where(dialect.equalsUnindexed("service_id", serviceId));
}

/** Spelt as the indexes of the level are: the database does not see that a parameter means the same. */
function isAt(level: "SERVICE" | "API"): Condition {
  return level === "SERVICE" ? sql`api_id = ''` : sql`api_id <> ''`;
}

function toRow(binding: Binding) {
  return {
    plan_id: binding.planId,
    service_id: binding.serviceId,
    environment: binding.environment,
    api_id: binding.apiId ?? "",
    created_at: binding.createdAt,
  };
}

/** Lists of what is not bound hold themselves against the bindings, in the order of their own rows. */
function toNewRow(binding: Binding) {
  const row = toRow(binding);
  return {
    ...row,
    plan_created_at: createdAt("usage_plans", row.plan_id),
    api_created_at: createdAt("apis", row.api_id),
  };
}

function toBinding(row: ListedBinding): Binding {
  return {
    planId: row.plan_id,
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    apiId: row.api_id === "" ? null : row.api_id,
    createdAt: row.created_at,
  };
}
