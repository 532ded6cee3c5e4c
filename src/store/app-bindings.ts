import { type SqlBool, sql } from "kysely";
import type { AppBinding } from "../model/api-app.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { AppBindingFilter, AppBindingRepository, AppPlace } from "./app-binding-repository.ts";
import type { Context } from "./context.ts";
import { any, type Condition, countRows, oneOf, overhang, totalOf } from "./listing.ts";
import type { AppBindingRow } from "./schema/api-apps.ts";

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
      await db.insertInto("app_bindings").values(toNewRow(binding)).execute();
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
      const chosen = matches.selectAll().orderBy(newestFirst("app_bindings")).limit(overhang(page)).offset(page.offset);
      const rows = await db
        .selectFrom(chosen.as("page"))
        .innerJoin("api_apps", "api_apps.id", "page.api_app_id")
        .innerJoin("apis", "apis.id", "page.api_id")
        .selectAll("page")
        .select(["api_apps.name as app_name", "apis.name as api_name", "apis.region as api_region"])
        .orderBy(newestFirst("page"))
        .execute();
      const total = await totalOf(page, rows.length, () => countRows(matches));
      const items = rows.slice(0, page.limit).map((row) => ({
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
  const { apiNameContains, apiIds, keywords } = filter;
  const [onlyApi] = apiIds?.length === 1 ? apiIds : [];
  const keywordTexts = (of: "api" | "app") => (keywords?.of === of ? keywords.texts : []);
  const areInOne = (columns: readonly string[]) => (texts: readonly string[]) =>
    any(texts.flatMap((text) => columns.map((column) => dialect.containsIgnoringCase(`app_bindings.${column}`, text))));
  const isPartOfName = (texts: readonly string[]) =>
    any(texts.map((text) => dialect.contains("app_bindings.api_name", text)));
  const isInService = (id: string): Condition =>
    onlyApi === undefined || filter.apiAppId !== undefined
      ? sql`app_bindings.service_id = ${id}`
      : dialect.equalsUnindexed("app_bindings.service_id", id);
  const isOfApi = (id: string): Condition =>
    filter.apiAppId === undefined
      ? sql`app_bindings.api_id = ${id}`
      : dialect.equalsUnindexed("app_bindings.api_id", id);
  return [
    ...(filter.apiAppId === undefined ? [] : [sql<SqlBool>`app_bindings.api_app_id = ${filter.apiAppId}`]),
    ...(filter.serviceId === undefined ? [] : [isInService(filter.serviceId)]),
    ...oneOf(filter.apiAppIds, (ids) => dialect.isOneOf("app_bindings.api_app_id", ids)),
    ...oneOf(filter.serviceIds, (ids) => dialect.isOneOf("app_bindings.service_id", ids)),
    // The index of an API has its bindings in order; for several APIs only the service's has.
    ...(onlyApi === undefined
      ? oneOf(apiIds, (ids) => dialect.isOneOfUnindexed("app_bindings.api_id", ids))
      : [isOfApi(onlyApi)]),
    ...oneOf(filter.environments, (names) => dialect.isOneOf("app_bindings.environment", names)),
    ...oneOf(apiNameContains, isPartOfName),
    ...oneOf(keywordTexts("api"), areInOne(["api_name", "api_id"])),
    ...oneOf(keywordTexts("app"), areInOne(["app_name", "api_app_id"])),
  ];
}

/** Keeps step with the name of an API or an app. */
export async function renameInAppBindings(
  { db }: Context,
  of: { readonly apiId: string } | { readonly apiAppId: string },
  name: string | null,
): Promise<void> {
  const renamed =
    "apiId" in of
      ? db.updateTable("app_bindings").set({ api_name: name }).where("api_id", "=", of.apiId)
      : db.updateTable("app_bindings").set({ app_name: name }).where("api_app_id", "=", of.apiAppId);
  await renamed.execute();
}

function toNewRow(binding: AppBinding) {
  return {
    ...toRow(binding),
    api_name: sql<string | null>`(select name from apis where id = ${binding.apiId})`,
    app_name: sql<string | null>`(select name from api_apps where id = ${binding.apiAppId})`,
  };
}

function toRow(binding: AppBinding) {
  return {
    api_app_id: binding.apiAppId,
    service_id: binding.serviceId,
    environment: binding.environment,
    api_id: binding.apiId,
    created_at: binding.createdAt,
  };
}

function toBinding(
  row: Pick<AppBindingRow, "api_app_id" | "service_id" | "environment" | "api_id" | "created_at">,
): AppBinding {
  return { ...toAppPlace(row), apiAppId: row.api_app_id, createdAt: row.created_at };
}

export function toAppPlace(row: Pick<AppBindingRow, "service_id" | "environment" | "api_id">): AppPlace {
  return { serviceId: row.service_id, environment: row.environment as EnvironmentName, apiId: row.api_id };
}
