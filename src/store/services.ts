import { sql } from "kysely";
import type { Scope } from "../model/account.ts";
import { environmentNames } from "../model/environment.ts";
import type { NetType, Service, ServiceProtocol, Tag } from "../model/service.ts";
import { findAppBindings } from "./app-bindings.ts";
import { isBoundIn } from "./bound-services.ts";
import type { Context } from "./context.ts";
import { any, type Condition, isGiven, oneOf } from "./listing.ts";
import { idsInScope, type LeftOut } from "./merged-list.ts";
import type { ServiceRow } from "./schema/services.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { ServiceFilter, ServiceRepository } from "./service-repository.ts";

export function serviceRepository(context: Context): ServiceRepository {
  const { changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<Service, ServiceRow>(context, {
    table: "services",
    what: "the service",
    toRow,
    toItem: toService,
    changed: (id) => changes.service(id),
  });
  return {
    ...records,
    async delete(scope, id) {
      const boundApps = await findAppBindings(context, [id]);
      if (!(await remove(scope, id))) return;
      for (const binding of boundApps) changes.appBindings(binding);
      for (const environment of environmentNames) changes.environment(id, environment);
    },
    list: async (scope, filter, page) =>
      listWhere(
        scope,
        {
          conditions: conditions(context, filter),
          isSelective: isGiven(filter.ids),
          leftOut: filter.notBoundTo ? await boundTo(context, scope, filter.notBoundTo) : [],
        },
        page,
      ),
  };
}

/** Services of any scope. */
export async function findServices({ db, dialect }: Context, ids: readonly string[]): Promise<readonly Service[]> {
  const rows = await db.selectFrom("services").selectAll().where(dialect.isOneOf("id", ids)).execute();
  return rows.map(toService);
}

function conditions(context: Context, filter: ServiceFilter): readonly Condition[] {
  const { dialect } = context;
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.netTypes, (types) => dialect.jsonArrayHasOneOf("net_types", types)),
    ...oneOf(filter.ipVersions, (versions) => dialect.isOneOf("ip_version", versions)),
    ...oneOf(filter.instanceIds, (ids) => dialect.isOneOf("instance_id", ids)),
    ...oneOf(filter.releasedIn, (environments) => isReleasedIn(context, environments)),
  ];
}

function isReleasedIn({ db, dialect }: Context, environments: readonly string[]): Condition {
  const released = db
    .selectFrom("running_versions")
    .select("service_id")
    .where(dialect.isOneOf("environment", environments));
  return sql`id in ${released}`;
}

async function boundTo(
  context: Context,
  scope: Scope,
  { planIds, environments = [] }: NonNullable<ServiceFilter["notBoundTo"]>,
): Promise<readonly LeftOut[]> {
  const values = await idsInScope(context, "usage_plans", scope, planIds);
  if (values.length === 0) return [];
  return [
    {
      table: "bound_services",
      columns: ["service_created_at", "service_id"],
      keys: [{ column: "plan_id", values }],
      conditions: isBoundIn(environments),
      isDistinct: true,
    },
  ];
}

function toRow(service: Service): ServiceRow {
  return {
    id: service.id,
    app_id: service.appId,
    region: service.region,
    name: service.name,
    description: service.description,
    protocol: service.protocol,
    net_types: JSON.stringify(service.netTypes),
    ip_version: service.ipVersion,
    vpc_id: service.vpcId,
    instance_id: service.instanceId,
    tags: JSON.stringify(service.tags),
    created_at: service.createdAt,
    modified_at: service.modifiedAt,
  };
}

function toService(row: ServiceRow): Service {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    description: row.description,
    protocol: row.protocol as ServiceProtocol,
    netTypes: JSON.parse(row.net_types) as NetType[],
    ipVersion: row.ip_version,
    vpcId: row.vpc_id,
    instanceId: row.instance_id,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
