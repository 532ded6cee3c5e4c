import { sql } from "kysely";
import { environmentNames } from "../model/environment.ts";
import type { NetType, Service, ServiceProtocol, Tag } from "../model/service.ts";
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
import type { ServiceRow } from "./schema.ts";
import type { ServiceFilter, ServiceRepository } from "./store.ts";

export function serviceRepository(context: Context): ServiceRepository {
  const { db, dialect, changes } = context;
  return {
    async insert(service) {
      await db.insertInto("services").values(toRow(service)).execute();
      changes.service(service.id);
    },
    async update(service) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(service);
      const { numUpdatedRows } = await db
        .updateTable("services")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(service)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the service");
      changes.service(service.id);
    },
    async delete(scope, id) {
      // Everything the service owns goes with it through foreign keys.
      const { numDeletedRows } = await db
        .deleteFrom("services")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      changes.service(id);
      for (const environment of environmentNames) changes.environment(id, environment);
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("services")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toService(row);
    },
    async findMany(scope, ids) {
      return ofScope(scope, await findServices(context, ids));
    },
    async count(scope) {
      return countRows(db.selectFrom("services").where(({ and }) => and(inScope(scope))));
    },
    list(scope, filter, page) {
      const scoped = filter.ids?.length ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const query = db
        .selectFrom("services")
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions(context, filter)]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, toService);
    },
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
    ...(filter.notBoundTo ? isNotBoundTo(context, filter.notBoundTo) : []),
  ];
}

function isReleasedIn({ db, dialect }: Context, environments: readonly string[]): Condition {
  const released = db
    .selectFrom("running_versions")
    .select("service_id")
    .where(dialect.isOneOf("environment", environments));
  return sql`id in ${released}`;
}

function isNotBoundTo(
  { db, dialect }: Context,
  { planIds, environments }: NonNullable<ServiceFilter["notBoundTo"]>,
): readonly Condition[] {
  if (planIds.length === 0) return [];
  const bound = db
    .selectFrom("bindings")
    .select("service_id")
    .where(dialect.isOneOf("plan_id", planIds))
    .where(({ and }) => and([...oneOf(environments, (names) => dialect.isOneOf("environment", names))]));
  return [sql`id not in ${bound}`];
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
