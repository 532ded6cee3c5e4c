import { sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Tag } from "../model/service.ts";
import type { UsagePlan } from "../model/usage-plan.ts";
import { isBoundIn } from "./bound-services.ts";
import type { Context } from "./context.ts";
import { any, type Condition, isGiven, oneOf } from "./listing.ts";
import { idsInScope, type LeftOut } from "./merged-list.ts";
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
    list: async (scope, filter, page) =>
      listWhere(
        scope,
        {
          conditions: conditions(context, filter),
          isSelective: isGiven(filter.ids),
          leftOut: [...(await boundToServices(context, scope, filter)), ...(await boundToApis(context, scope, filter))],
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

async function boundToServices(
  context: Context,
  scope: Scope,
  { notBoundToServices: ids = [], environments = [] }: UsagePlanFilter,
): Promise<readonly LeftOut[]> {
  const values = await idsInScope(context, "services", scope, ids);
  if (values.length === 0) return [];
  return [
    {
      table: "bound_services",
      columns: ["plan_created_at", "plan_id"],
      keys: [{ column: "service_id", values }],
      conditions: isBoundIn(environments),
      isDistinct: true,
    },
  ];
}

async function boundToApis(
  context: Context,
  scope: Scope,
  { notBoundToApis: ids = [], environments = [] }: UsagePlanFilter,
): Promise<readonly LeftOut[]> {
  const values = await idsInScope(context, "apis", scope, ids);
  if (values.length === 0) return [];
  return [
    {
      table: "bindings",
      columns: ["plan_created_at", "plan_id"],
      keys: [{ column: "api_id", values }],
      conditions: [
        sql`api_id <> ''`,
        ...oneOf(environments, (names) => context.dialect.isOneOfUnindexed("environment", names)),
      ],
      isDistinct: environments.length === 1,
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
