import { sql } from "kysely";
import type { Tag } from "../model/service.ts";
import type { UsagePlan } from "../model/usage-plan.ts";
import type { Context } from "./context.ts";
import {
  any,
  type Condition,
  countRows,
  inScope,
  inScopeUnindexed,
  listPage,
  ofScope,
  oneOf,
  requireAffected,
} from "./listing.ts";
import type { UsagePlanRow } from "./schema.ts";
import type { UsagePlanFilter, UsagePlanRepository } from "./store.ts";

export function usagePlanRepository(context: Context): UsagePlanRepository {
  const { db, dialect, changes } = context;
  return {
    async insert(plan) {
      await db.insertInto("usage_plans").values(toRow(plan)).execute();
      changes.usagePlan(plan.id);
    },
    async update(plan) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(plan);
      const { numUpdatedRows } = await db
        .updateTable("usage_plans")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(plan)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the usage plan");
      changes.usagePlan(plan.id);
    },
    async delete(scope, id) {
      const members = await db.selectFrom("memberships").select("key_id").where("plan_id", "=", id).execute();
      const bound = await db.selectFrom("bindings").select("service_id").where("plan_id", "=", id).execute();
      // Memberships, bindings and quotas go with the plan through foreign keys.
      const { numDeletedRows } = await db
        .deleteFrom("usage_plans")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      changes.usagePlan(id);
      for (const { key_id } of members) changes.apiKey(key_id);
      for (const { service_id } of bound) changes.service(service_id);
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("usage_plans")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toUsagePlan(row);
    },
    async findMany(scope, ids) {
      return ofScope(scope, await findUsagePlans(context, ids));
    },
    count: (scope) => countRows(db.selectFrom("usage_plans").where(({ and }) => and(inScope(scope)))),
    list(scope, filter, page) {
      const scoped = filter.ids?.length ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const query = db
        .selectFrom("usage_plans")
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions(context, filter)]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, toUsagePlan);
    },
  };
}

/** Usage plans of any scope. */
export async function findUsagePlans({ db, dialect }: Context, ids: readonly string[]): Promise<readonly UsagePlan[]> {
  const rows = await db.selectFrom("usage_plans").selectAll().where(dialect.isOneOf("id", ids)).execute();
  return rows.map(toUsagePlan);
}

function conditions(context: Context, filter: UsagePlanFilter): readonly Condition[] {
  const { dialect } = context;
  const notBoundTo = (column: string) => (ids: readonly string[]) =>
    isNotBound(context, dialect.isOneOf(column, ids), filter.environments);
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.notBoundToServices, notBoundTo("service_id")),
    ...oneOf(filter.notBoundToApis, notBoundTo("api_id")),
  ];
}

function isNotBound(
  { db, dialect }: Context,
  where: Condition,
  environments: readonly string[] | undefined,
): Condition {
  const bound = db
    .selectFrom("bindings")
    .select("plan_id")
    .where(where)
    .where(({ and }) => and(oneOf(environments, (names) => dialect.isOneOf("environment", names))));
  return sql`id not in ${bound}`;
}

function toRow(plan: UsagePlan): UsagePlanRow {
  return {
    id: plan.id,
    app_id: plan.appId,
    region: plan.region,
    name: plan.name,
    description: plan.description,
    rate_per_second: plan.ratePerSecond,
    quota: plan.quota,
    tags: JSON.stringify(plan.tags),
    created_at: plan.createdAt,
    modified_at: plan.modifiedAt,
  };
}

function toUsagePlan(row: UsagePlanRow): UsagePlan {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    description: row.description,
    ratePerSecond: row.rate_per_second,
    quota: row.quota,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
