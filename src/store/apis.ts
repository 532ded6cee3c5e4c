import { sql } from "kysely";
import type { Api, ApiDefinition } from "../model/api.ts";
import type { Tag } from "../model/service.ts";
import { findAppBindings } from "./app-bindings.ts";
import type { Context } from "./context.ts";
import { any, type Condition, countRows, inScope, listPage, ofScope, oneOf, requireAffected } from "./listing.ts";
import type { ApiRow } from "./schema.ts";
import type { ApiFilter, ApiRepository } from "./store.ts";
import { upstreamIdOf } from "./upstreams.ts";

export function apiRepository(context: Context): ApiRepository {
  const { db, dialect, changes } = context;
  const inService = (serviceId: string) => db.selectFrom("apis").selectAll().where("service_id", "=", serviceId);
  const newestFirst = (serviceId: string) => inService(serviceId).orderBy("created_at", "desc").orderBy("id", "desc");
  return {
    // A draft is not served before a release, so writing one is no change for gateways.
    async insert(api) {
      await db.insertInto("apis").values(toRow(api)).execute();
    },
    async update(api) {
      const { id, service_id, app_id: _appId, region: _region, ...columns } = toRow(api);
      const { numUpdatedRows } = await db
        .updateTable("apis")
        .set(columns)
        .where("id", "=", id)
        .where("service_id", "=", service_id)
        .where(({ and }) => and(inScope(api)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the api");
    },
    async delete(scope, serviceId, apiId) {
      const boundApps = await findAppBindings(context, [serviceId], apiId);
      const { numDeletedRows } = await db
        .deleteFrom("apis")
        .where("id", "=", apiId)
        .where("service_id", "=", serviceId)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      // Bindings and quotas cannot refer to APIs by foreign key: their `api_id` may be empty.
      for (const table of ["bindings", "quotas"] as const) {
        await db.deleteFrom(table).where("service_id", "=", serviceId).where("api_id", "=", apiId).execute();
      }
      for (const table of ["plugin_attachments", "ip_strategy_bindings"] as const) {
        await db
          .updateTable(table)
          .set({ has_draft: 0 })
          .where("service_id", "=", serviceId)
          .where("api_id", "=", apiId)
          .execute();
      }
      changes.service(serviceId);
      for (const binding of boundApps) changes.appBindings(binding);
    },
    async find(scope, serviceId, apiId) {
      const row = await inService(serviceId)
        .where("id", "=", apiId)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toApi(row);
    },
    async findMany(scope, serviceId, apiIds) {
      const rows = await db.selectFrom("apis").selectAll().where(dialect.isOneOf("id", apiIds)).execute();
      return ofScope(scope, rows.filter((row) => row.service_id === serviceId).map(toApi));
    },
    async findByName(scope, serviceId, name) {
      const row = await inService(serviceId)
        .where("name", "=", name)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toApi(row);
    },
    async findByPathAndMethod(scope, serviceId, path, method) {
      const row = await inService(serviceId)
        .where("path", "=", path)
        .where("method", "=", method)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toApi(row);
    },
    count: (serviceId) => countRows(inService(serviceId)),
    async businessApisOf(serviceId, authorizationApiId) {
      const rows = await newestFirst(serviceId).where("authorization_api_id", "=", authorizationApiId).execute();
      return rows.map((row) => row.id);
    },
    async listAll(serviceId) {
      return (await newestFirst(serviceId).execute()).map(toApi);
    },
    list(scope, serviceId, filter, page) {
      const query = newestFirst(serviceId).where(({ and }) =>
        and([...inScope(scope), ...conditions(context, serviceId, filter)]),
      );
      return listPage(query, page, toApi);
    },
  };
}

function conditions(context: Context, serviceId: string, filter: ApiFilter): readonly Condition[] {
  const { dialect } = context;
  return [
    ...oneOf(filter.ids, (ids) => dialect.isOneOf("id", ids)),
    ...oneOf(filter.nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
    ...oneOf(filter.pathContains, (texts) => any(texts.map((text) => dialect.contains("path", text)))),
    ...oneOf(filter.keywords, (texts) => any(texts.flatMap((text) => isKeyword(context, text)))),
    ...oneOf(filter.apiTypes, (types) => dialect.isOneOf("api_type", types)),
    ...oneOf(filter.authTypes, (types) => dialect.isOneOf("auth_type", types)),
    ...oneOf(filter.businessTypes, (types) => dialect.isOneOf("business_type", types)),
    ...oneOf(filter.authorizationApiIds, (ids) => dialect.isOneOf("authorization_api_id", ids)),
    ...oneOf(filter.tags, (tags) => dialect.jsonTagsHaveOneOf("tags", tags)),
    ...oneOf(filter.tagKeys, (keys) => dialect.jsonTagsHaveKey("tags", keys)),
    ...(filter.notBoundTo ? isNotBoundTo(context, serviceId, filter.notBoundTo) : []),
    ...(filter.withoutIpStrategy ? [lacksIpStrategy(filter.withoutIpStrategy)] : []),
    ...(filter.inVersion === undefined ? [] : [isInVersion(filter.inVersion)]),
  ];
}

function isKeyword({ dialect }: Context, text: string): readonly Condition[] {
  return [dialect.containsIgnoringCase("name", text), dialect.containsIgnoringCase("path", text)];
}

function lacksIpStrategy({ strategyId, environment }: NonNullable<ApiFilter["withoutIpStrategy"]>): Condition {
  return sql`not exists (select 1 from ip_strategy_bindings as bound
    where bound.strategy_id = ${strategyId} and bound.api_id = apis.id and bound.environment = ${environment})`;
}

function isInVersion(versionName: string): Condition {
  return sql`exists (select 1 from frozen_apis as frozen
    where frozen.version_name = ${versionName} and frozen.api_id = apis.id)`;
}

function isNotBoundTo(
  { db, dialect }: Context,
  serviceId: string,
  { planIds, environments }: NonNullable<ApiFilter["notBoundTo"]>,
): Condition[] {
  if (planIds.length === 0) return [];
  const bound = db
    .selectFrom("bindings")
    .select("api_id")
    .where("service_id", "=", serviceId)
    .where(dialect.isOneOf("plan_id", planIds))
    .where(({ and }) => and(oneOf(environments, (names) => dialect.isOneOf("environment", names))));
  // A service-level binding has an empty api_id and covers every API.
  return [sql`'' not in ${bound}`, sql`id not in ${bound}`];
}

function toRow(api: Api): ApiRow {
  const { definition } = api;
  return {
    id: api.id,
    service_id: api.serviceId,
    app_id: api.appId,
    region: api.region,
    name: definition.name,
    path: definition.path,
    method: definition.method,
    api_type: definition.apiType,
    auth_type: definition.authType,
    business_type: definition.oauth?.kind === "authorization" ? "OAUTH" : "NORMAL",
    authorization_api_id: definition.oauth?.kind === "business" ? definition.oauth.authorizationApiId : null,
    upstream_id: upstreamIdOf(definition),
    definition: JSON.stringify(definition),
    tags: JSON.stringify(api.tags),
    created_at: api.createdAt,
    modified_at: api.modifiedAt,
  };
}

function toApi(row: ApiRow): Api {
  return {
    id: row.id,
    serviceId: row.service_id,
    appId: row.app_id,
    region: row.region,
    definition: JSON.parse(row.definition) as ApiDefinition,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
