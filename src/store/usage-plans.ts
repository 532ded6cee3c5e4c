import type { Scope } from "../model/account.ts";
import type { Tag } from "../model/service.ts";
import type { UsagePlan } from "../model/usage-plan.ts";
import { isBoundIn } from "./bound-services.ts";
import type { Context } from "./context.ts";
import { any, type Condition, isGiven, oneOf } from "./listing.ts";
import { isOneOfScope, type LeftOut } from "./merged-list.ts";
import type { UsagePlanRow } from "./schema/usage-plans.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { UsagePlanFilter, UsagePlanRepository } from "./usage-plan-repository.ts";

export function usagePlanRepository(context: Context): UsagePlanRepository {
  const { db, changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<UsagePlan, UsagePlanRow>(context, {
    table: "usage_plans",
    what: "the usage plan",
    toRow,
    toItem: toUsagePlan,
    changed: (id) => changes.usagePlan(id),
  });
  return {
    ...records,
    async delete(scope, id) {
      // Read before they go with the plan.
      const members = await db.selectFrom("memberships").select("key_id").where("plan_id", "=", id).execute();
      const bound = await db.selectFrom("bindings").select("service_id").where("plan_id", "=", id).execute();
      if (!(await remove(scope, id))) return;
      for (const { key_id } of members) changes.apiKey(key_id);
      for (const { service_id } of bound) changes.service(service_id);
    },
    list: (scope, filter, page) =>
      listWhere(
        scope,
        {
          conditions: conditions(context, filter),
          isSelective: isGiven(filter.ids),
          leftOut: [...boundToServices(context, scope, filter), ...boundToApis(context, scope, filter)],
        },
        page,
      ),
  };
}

/** Usage plans of any scope. */
export async function findUsagePlans({ db, dialect }: Context, ids: readonly string[]): Promise<readonly UsagePlan[]> {
  const rows = await db.selectFrom("usage_plans").selectAll().where(dialect.isOneOf("id", ids)).execute();
  return rows.map(toUsagePlan);
}

function conditions({ dialect }: Context, filter: UsagePlanFilter): readonly Condition[] {
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
  ];
}

function boundToServices(context: Context, scope: Scope, filter: UsagePlanFilter): readonly LeftOut[] {
  const { notBoundToServices: ids = [], environments = [] } = filter;
  if (ids.length === 0) return [];
  const ofServices = isOneOfScope(context, "service_id", { table: "services", ids, scope });
  return [
    {
      table: "bound_services",
      columns: ["plan_created_at", "plan_id"],
      conditions: [ofServices, ...isBoundIn(environments)],
      isDistinct: ids.length === 1,
    },
  ];
}

function boundToApis(context: Context, scope: Scope, filter: UsagePlanFilter): readonly LeftOut[] {
  const { notBoundToApis: ids = [], environments = [] } = filter;
  if (ids.length === 0) return [];
  const ofApis = isOneOfScope(context, "api_id", { table: "apis", ids, scope });
  return [
    {
      table: "bindings",
      columns: ["plan_created_at", "plan_id"],
      conditions: [ofApis, ...oneOf(environments, (names) => context.dialect.isOneOf("environment", names))],
      isDistinct: ids.length === 1 && environments.length === 1,
    },
  ];
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
