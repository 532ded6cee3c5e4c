import { type SqlBool, sql } from "kysely";
import type { Scope } from "../model/account.ts";
import type { Api, ApiDefinition } from "../model/api.ts";
import { environmentNames } from "../model/environment.ts";
import type { Tag } from "../model/service.ts";
import type { ApiFilter, ApiRepository } from "./api-repository.ts";
import { findAppBindings, renameInAppBindings } from "./app-bindings.ts";
import { removeBindingsOfApi } from "./bindings.ts";
import type { Context } from "./context.ts";
import { markDraftDeleted, markFormerUpstream } from "./frozen-apis.ts";
import {
  any,
  type Condition,
  countRows,
  inScope,
  listPage,
  ofScope,
  oneOf,
  overhang,
  requireAffected,
  totalOf,
} from "./listing.ts";
import { idsInScope, type LeftOut, listMerged } from "./merged-list.ts";
import type { ApiRow } from "./schema/services.ts";
import { inSlices } from "./slices.ts";
import { upstreamIdOf } from "./upstreams.ts";

/** The other columns repeat parts of the definition, for conditions. */
const apiColumns = [
  ...(["id", "service_id", "app_id", "region"] as const),
  ...(["definition", "tags", "created_at", "modified_at"] as const),
] as const;

export function apiRepository(context: Context): ApiRepository {
  const { db, dialect, changes } = context;
  const inService = (serviceId: string) => db.selectFrom("apis").select(apiColumns).where("service_id", "=", serviceId);
  const newestFirst = (serviceId: string) => inService(serviceId).orderBy("created_at", "desc").orderBy("id", "desc");
  return {
    // A draft is not served before a release, so writing one is no change for gateways.
    async insert(api) {
      await db.insertInto("apis").values(toRow(api)).execute();
    },
    async update(api) {
      const before = await nameAndUpstreamOf(context, api.id);
      const { id, service_id, app_id: _appId, region: _region, created_at: _createdAt, ...columns } = toRow(api);
      const { numUpdatedRows } = await db
        .updateTable("apis")
        .set(columns)
        .where("id", "=", id)
        .where("service_id", "=", service_id)
        .where(({ and }) => and(inScope(api)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the api");
      if (before.name !== columns.name) await renameInAppBindings(context, { apiId: id }, columns.name);
      if (before.upstream_id !== columns.upstream_id) {
        await markFormerUpstream(context, { serviceId: api.serviceId, apiId: id }, columns.upstream_id);
      }
    },
    async delete(scope, serviceId, apiId) {
      const boundApps = await findAppBindings(context, [serviceId], apiId);
      const before = await nameAndUpstreamOf(context, apiId);
      const { numDeletedRows } = await db
        .deleteFrom("apis")
        .where("id", "=", apiId)
        .where("service_id", "=", serviceId)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      if (before.upstream_id !== null) await markFormerUpstream(context, { serviceId, apiId }, null);
      await markDraftDeleted(context, { serviceId, apiId });
      await removeBindingsOfApi(context, serviceId, apiId);
      await db.deleteFrom("quotas").where("service_id", "=", serviceId).where("api_id", "=", apiId).execute();
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
      const rows = await db.selectFrom("apis").select(apiColumns).where(dialect.isOneOf("id", apiIds)).execute();
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
    async *slicesOf(serviceId) {
      const slices = inSlices(["created_at", "id"], (conditions, limit) =>
        newestFirst(serviceId)
          .where(({ and }) => and([...conditions]))
          .limit(limit)
          .execute(),
      );
      for await (const rows of slices) yield rows.map(toApi);
    },
    async listAll(serviceId) {
      return (await newestFirst(serviceId).execute()).map(toApi);
    },
    async list(scope, serviceId, filter, page) {
      const isOfScope = isServiceIn(scope, serviceId);
      const filters = conditions(context, filter);
      const notBoundTo = filter.notBoundTo && (await inScopeAndEnvironments(context, scope, filter.notBoundTo));
      if (notBoundTo && (await isBoundAsWhole(context, serviceId, notBoundTo))) return { total: 0, items: [] };
      const leftOut = [
        ...(notBoundTo ? apisBound(serviceId, notBoundTo) : []),
        ...(filter.withoutIpStrategy ? apisWithIpStrategy(isOfScope, filter.withoutIpStrategy) : []),
      ];
      if (leftOut.length > 0) {
        const ofService = [sql<SqlBool>`service_id = ${serviceId}`, isOfScope];
        return listMerged(context, { table: "apis", conditions: ofService, filters }, leftOut, page, toApi);
      }
      return listPage(
        newestFirst(serviceId).where(({ and }) => and([isOfScope, ...filters])),
        page,
        toApi,
      );
    },
    async listInVersion(versionName, page) {
      const held = db.selectFrom("frozen_apis").where("version_name", "=", versionName).where("has_draft", "=", 1);
      // The page is chosen among the frozen APIs alone; only its drafts are read.
      const chosen = held
        .select(["created_at", "api_id"])
        .orderBy("created_at", "desc")
        .orderBy("api_id", "desc")
        .limit(overhang(page))
        .offset(page.offset);
      const rows = await db
        .selectFrom(chosen.as("page"))
        .innerJoin("apis", "apis.id", "page.api_id")
        .select(apiColumns.map((column) => `apis.${column}` as const))
        .orderBy("page.created_at", "desc")
        .orderBy("page.api_id", "desc")
        .execute();
      const total = await totalOf(page, rows.length, () => countRows(held));
      return { total, items: rows.slice(0, page.limit).map(toApi) };
    },
  };
}

function conditions(context: Context, filter: ApiFilter): readonly Condition[] {
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
  ];
}

function isKeyword({ dialect }: Context, text: string): readonly Condition[] {
  return [dialect.containsIgnoringCase("name", text), dialect.containsIgnoringCase("path", text)];
}

async function nameAndUpstreamOf({ db }: Context, apiId: string): Promise<Pick<ApiRow, "name" | "upstream_id">> {
  const row = await db.selectFrom("apis").select(["name", "upstream_id"]).where("id", "=", apiId).executeTakeFirst();
  return row ?? { name: null, upstream_id: null };
}

/** An API is of its service's account and region, which are thus looked at once and not in every row. */
function isServiceIn(scope: Scope, serviceId: string): Condition {
  return sql`exists (select 1 from services
    where services.id = ${serviceId} and services.app_id = ${scope.appId} and services.region = ${scope.region})`;
}

/** The plans that exist, and the environments by name. */
async function inScopeAndEnvironments(
  context: Context,
  scope: Scope,
  { planIds, environments }: NonNullable<ApiFilter["notBoundTo"]>,
): Promise<NonNullable<ApiFilter["notBoundTo"]>> {
  return {
    planIds: await idsInScope(context, "usage_plans", scope, planIds),
    environments: environments.length > 0 ? environments : environmentNames,
  };
}

function apisBound(serviceId: string, { planIds, environments }: NonNullable<ApiFilter["notBoundTo"]>): LeftOut[] {
  if (planIds.length === 0) return [];
  return [
    {
      table: "bindings",
      columns: ["api_created_at", "api_id"],
      keys: [
        { column: "plan_id", values: planIds },
        { column: "environment", values: environments },
      ],
      conditions: [sql`service_id = ${serviceId}`, sql`api_id <> ''`],
      isDistinct: true,
    },
  ];
}

function apisWithIpStrategy(
  isOfScope: Condition,
  { strategyId, environment }: NonNullable<ApiFilter["withoutIpStrategy"]>,
): LeftOut[] {
  return [
    {
      table: "ip_strategy_bindings",
      columns: ["api_created_at", "api_id"],
      keys: [
        { column: "strategy_id", values: [strategyId] },
        { column: "environment", values: [environment] },
      ],
      conditions: [sql`has_draft = 1`, isOfScope],
      isDistinct: true,
    },
  ];
}

/** A service-level binding has an empty `api_id` and covers every API. */
async function isBoundAsWhole(
  { db, dialect }: Context,
  serviceId: string,
  { planIds, environments }: NonNullable<ApiFilter["notBoundTo"]>,
): Promise<boolean> {
  const binding = await db
    .selectFrom("bindings")
    .select("plan_id")
    .where(dialect.isOneOf("plan_id", planIds))
    .where("service_id", "=", serviceId)
    .where(dialect.isOneOf("environment", environments))
    .where("api_id", "=", "")
    .limit(1)
    .executeTakeFirst();
  return binding !== undefined;
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

function toApi(row: Pick<ApiRow, (typeof apiColumns)[number]>): Api {
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
