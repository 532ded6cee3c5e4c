import { type Kysely, sql } from "kysely";
import type { Migration } from "./migration.ts";

/**
 * Services and plans that are bound to each other are kept once for each pair, so that lists of what is not bound walk past no
 * repetitions; and frozen APIs say themselves whether the draft is still there.
 */
export const boundServices: Migration = {
  number: 9,
  name: "bound-services",
  async up(db) {
    await createBoundServices(db);
    for (const name of [
      "bindings_services_newest",
      "bindings_plans_newest",
      "bindings_services_of_environment",
      "bindings_plans_of_environment",
    ]) {
      await db.schema.dropIndex(name).execute();
    }
    await db.schema.alterTable("bindings").dropColumn("service_created_at").execute();
    // Beside the index that has the environment first: no order survives where it is left open.
    await index(db, "bindings_apis_of_plan", "bindings", [
      ...["service_id", "plan_id"],
      ...["api_created_at", "api_id", "environment"],
    ]);
    await replaceIndex(db, "ip_strategy_bindings_apis_newest", "ip_strategy_bindings", [
      ...["strategy_id", "environment", "has_draft"],
      ...["api_created_at", "api_id"],
    ]);
    await db.schema
      .alterTable("frozen_apis")
      .addColumn("has_draft", "integer", (column) => column.notNull().defaultTo(1))
      .execute();
    await sql`update frozen_apis set has_draft = 0
      where not exists (select 1 from apis where apis.id = frozen_apis.api_id)`.execute(db);
    await replaceIndex(db, "frozen_apis_newest", "frozen_apis", [
      ...["version_name", "has_draft"],
      ...["created_at", "api_id"],
    ]);
  },
};

async function createBoundServices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("bound_services")
    .addColumn("plan_id", "text", (column) => column.notNull().references("usage_plans.id").onDelete("cascade"))
    .addColumn("service_id", "text", (column) => column.notNull().references("services.id").onDelete("cascade"))
    .addColumn("environments", "integer", (column) => column.notNull())
    .addColumn("plan_created_at", "bigint", (column) => column.notNull())
    .addColumn("service_created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("bound_services_key", ["plan_id", "service_id"])
    .execute();
  await sql`insert into bound_services (plan_id, service_id, environments, plan_created_at, service_created_at)
    select bound.plan_id, bound.service_id, sum(bound.bit), plans.created_at, services.created_at
    from (select distinct plan_id, service_id,
        case environment when 'test' then 1 when 'prepub' then 2 else 4 end as bit from bindings) as bound
      join usage_plans as plans on plans.id = bound.plan_id
      join services on services.id = bound.service_id
    group by bound.plan_id, bound.service_id`.execute(db);
  await index(db, "bound_services_of_plan", "bound_services", [
    ...["plan_id", "service_created_at"],
    ...["service_id", "environments"],
  ]);
  await index(db, "bound_services_of_service", "bound_services", [
    ...["service_id", "plan_created_at"],
    ...["plan_id", "environments"],
  ]);
}

async function replaceIndex(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.dropIndex(name).execute();
  await index(db, name, table, columns);
}

async function index(db: Kysely<unknown>, name: string, table: string, columns: string[]): Promise<void> {
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}
