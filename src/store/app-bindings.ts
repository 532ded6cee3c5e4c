import { type SqlBool, sql } from "kysely";
import type { AppBinding } from "../model/api-app.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { Context } from "./context.ts";
import { any, type Condition, countRows, oneOf, totalOf } from "./listing.ts";
import type { AppBindingRow } from "./schema.ts";
import type { AppBindingFilter, AppBindingRepository, AppPlace } from "./store.ts";

export function appBindingRepository(context: Context): AppBindingRepository {
  const { db, changes } = context;
  const at = ({ apiAppId, serviceId, environment, apiId }: AppPlace & { readonly apiAppId: string }) =>
    db
      .selectFrom("app_bindings")
      .where("service_id", "=", serviceId)
      .where("api_id", "=", apiId)
      .where("environment", "=", environment)
      .where("api_app_id", "=", apiAppId);
  return {
    async add(binding) {
      await db.insertInto("app_bindings").values(toRow(binding)).execute();
      changes.appBindings(binding);
    },
    async remove(binding) {
      const { api_app_id, service_id, environment, api_id } = toRow(binding);
      await db
        .deleteFrom("app_bindings")
        .where("service_id", "=", service_id)
        .where("api_id", "=", api_id)
        .where("environment", "=", environment)
        .where("api_app_id", "=", api_app_id)
        .execute();
      changes.appBindings(binding);
    },
    async find(place) {
      const row = await at(place).selectAll().executeTakeFirst();
      return row && toBinding(row);
    },
    async isAppBound(apiAppId) {
      const row = await db
        .selectFrom("app_bindings")
        .select("api_id")
        .where("api_app_id", "=", apiAppId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async appsOf(serviceId, apiId) {
      const rows = await db
        .selectFrom("app_bindings")
        .select("api_app_id")
        .distinct()
        .where("service_id", "=", serviceId)
        .where("api_id", "=", apiId)
        .execute();
      return rows.map((row) => row.api_app_id);
    },
    async list(filter, page) {
      const matches = db.selectFrom("app_bindings").where(({ and }) => and(conditions(context, filter)));
      // The page is chosen among the bindings alone; only its rows are joined with what they name.
      const chosen = matches.selectAll().orderBy(newestFirst("app_bindings")).limit(page.limit).offset(page.offset);
      const rows = await db
        .selectFrom(chosen.as("page"))
        .innerJoin("api_apps", "api_apps.id", "page.api_app_id")
        .innerJoin("apis", "apis.id", "page.api_id")
        .selectAll("page")
        .select(["api_apps.name as app_name", "apis.name as api_name", "apis.region as api_region"])
        .orderBy(newestFirst("page"))
        .execute();
      const total = await totalOf(page, rows.length, () => countRows(matches));
      const items = rows.map((row) => ({
        ...toBinding(row),
        appName: row.app_name,
        apiName: row.api_name,
        apiRegion: row.api_region,
      }));
      return { total, items };
    },
  };
}

/** Bindings of all APIs of the services, or of one of their APIs only. */
export async function findAppBindings(
  { db, dialect }: Context,
  serviceIds: readonly string[],
  apiId?: string,
): Promise<readonly AppBinding[]> {
  let query = db.selectFrom("app_bindings").selectAll().where(dialect.isOneOf("service_id", serviceIds));
  if (apiId !== undefined) query = query.where("api_id", "=", apiId);
  return (await query.execute()).map(toBinding);
}

export async function findAppsAt({ db }: Context, place: AppPlace): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("app_bindings")
    .select("api_app_id")
    .where("service_id", "=", place.serviceId)
    .where("api_id", "=", place.apiId)
    .where("environment", "=", place.environment)
    .execute();
  return rows.map((row) => row.api_app_id);
}

/** The order of lists; `table` is the bindings themselves or a page of them. */
function newestFirst(table: "app_bindings" | "page") {
  const columns = ["created_at", "service_id", "api_id", "environment", "api_app_id"];
  return sql.join(columns.map((column) => sql`${sql.ref(`${table}.${column}`)} desc`));
}

function conditions({ dialect }: Context, filter: AppBindingFilter): readonly Condition[] {
  const { apiNameContains, keywords } = filter;
  const keywordTexts = (of: "api" | "app") => (keywords?.of === of ? keywords.texts : []);
  const isKeyword = (table: string) => (texts: readonly string[]) =>
    any(texts.flatMap((text) => ["name", "id"].map((own) => dialect.containsIgnoringCase(`${table}.${own}`, text))));
  const isPartOfName = (texts: readonly string[]) => any(texts.map((text) => dialect.contains("apis.name", text)));
  return [
    ...(filter.apiAppId === undefined ? [] : [sql<SqlBool>`app_bindings.api_app_id = ${filter.apiAppId}`]),
    ...(filter.serviceId === undefined ? [] : [sql<SqlBool>`app_bindings.service_id = ${filter.serviceId}`]),
    ...oneOf(filter.apiAppIds, (ids) => dialect.isOneOf("app_bindings.api_app_id", ids)),
    ...oneOf(filter.serviceIds, (ids) => dialect.isOneOf("app_bindings.service_id", ids)),
    // One API may have as many apps as there are, and only the service's index has them in order.
    ...oneOf(filter.apiIds, (ids) => dialect.isOneOfUnindexed("app_bindings.api_id", ids)),
    ...oneOf(filter.environments, (names) => dialect.isOneOf("app_bindings.environment", names)),
    ...oneOf(apiNameContains, (texts) => hasApi(isPartOfName(texts))),
    ...oneOf(keywordTexts("api"), (texts) => hasApi(isKeyword("apis")(texts))),
    ...oneOf(keywordTexts("app"), (texts) => hasApp(isKeyword("api_apps")(texts))),
  ];
}

function hasApi(condition: Condition): Condition {
  return sql`exists (select 1 from apis where apis.id = app_bindings.api_id and ${condition})`;
}

function hasApp(condition: Condition): Condition {
  return sql`exists (select 1 from api_apps where api_apps.id = app_bindings.api_app_id and ${condition})`;
}

function toRow(binding: AppBinding): AppBindingRow {
  return {
    api_app_id: binding.apiAppId,
    service_id: binding.serviceId,
    environment: binding.environment,
    api_id: binding.apiId,
    created_at: binding.createdAt,
  };
}

function toBinding(row: AppBindingRow): AppBinding {
  return { ...toAppPlace(row), apiAppId: row.api_app_id, createdAt: row.created_at };
}

export function toAppPlace(row: Pick<AppBindingRow, "service_id" | "environment" | "api_id">): AppPlace {
  return { serviceId: row.service_id, environment: row.environment as EnvironmentName, apiId: row.api_id };
}
