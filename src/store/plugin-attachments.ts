import { type SqlBool, sql } from "kysely";
import type { ApiDefinition } from "../model/api.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { PluginAttachment, PluginType } from "../model/plugin.ts";
import type { Context } from "./context.ts";
import { hasDraft, isInForce } from "./in-force.ts";
import { type Condition, countRows, inBatches, overhang, totalOf } from "./listing.ts";
import type {
  AttachmentEntry,
  AttachmentFilter,
  PluginAttachmentRepository,
  ServedPlugin,
} from "./plugin-repository.ts";
import type { PluginAttachmentRow } from "./schema/plugins.ts";

export function pluginAttachmentRepository(context: Context): PluginAttachmentRepository {
  const { db, changes } = context;
  return {
    async add(attachments) {
      await inBatches(attachments, (batch) => db.insertInto("plugin_attachments").values(batch.map(toRow)).execute());
      for (const { serviceId } of attachments) changes.service(serviceId);
    },
    async remove({ pluginId, serviceId, environment, apiId }) {
      await db
        .deleteFrom("plugin_attachments")
        .where("service_id", "=", serviceId)
        .where("api_id", "=", apiId)
        .where("environment", "=", environment)
        .where("plugin_id", "=", pluginId)
        .execute();
      changes.service(serviceId);
    },
    async list(filter, page) {
      const matches = matching(context, filter);
      // The page is chosen among the attachments alone; only its rows are joined with what they name.
      const chosen = matches
        .selectAll()
        .orderBy(newestFirst("plugin_attachments"))
        .limit(overhang(page))
        .offset(page.offset);
      const rows = await db
        .selectFrom(chosen.as("page"))
        .innerJoin("plugins", "plugins.id", "page.plugin_id")
        .innerJoin("services", "services.id", "page.service_id")
        .innerJoin("apis", "apis.id", "page.api_id")
        .selectAll("page")
        .select(["services.name as service_name", "services.description as service_description", "apis.definition"])
        .select([
          "plugins.app_id",
          "plugins.region",
          "plugins.name",
          "plugins.type",
          "plugins.data",
          "plugins.description",
          "plugins.created_at",
          "plugins.modified_at",
        ])
        .orderBy(newestFirst("page"))
        .execute();
      const total = await totalOf(page, rows.length, () => countRows(matches));
      return { total, items: rows.slice(0, page.limit).map(toEntry) };
    },
    async find(filter) {
      const rows = await matching(context, filter)
        .innerJoin("plugins", "plugins.id", "plugin_attachments.plugin_id")
        .selectAll("plugin_attachments")
        .select("plugins.type")
        .execute();
      return rows.map((row) => ({ ...toAttachment(row), type: row.type as PluginType }));
    },
    async attached(pluginIds) {
      const rows = await db
        .selectFrom("plugins")
        .select("id")
        .where(context.dialect.isOneOf("id", pluginIds))
        .where(
          sql<SqlBool>`exists (select 1 from plugin_attachments where plugin_id = plugins.id and ${hasDraft("plugin_attachments")})`,
        )
        .execute();
      return new Set(rows.map((row) => row.id));
    },
    async isInForce(pluginId) {
      const row = await db
        .selectFrom("plugin_attachments")
        .select("api_id")
        .where("plugin_id", "=", pluginId)
        .where(isInForce("plugin_attachments"))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    servicesOf: (pluginId) => servicesOfPlugin(context, pluginId),
  };
}

export async function servicesOfPlugin({ db }: Context, pluginId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("plugin_attachments")
    .select("service_id")
    .distinct()
    .where("plugin_id", "=", pluginId)
    .execute();
  return rows.map((row) => row.service_id);
}

/** The plugins of services of any scope, those of APIs without a draft included. */
export async function findServedPlugins(
  { db, dialect }: Context,
  serviceIds: readonly string[],
): Promise<readonly ServedPlugin[]> {
  const attachments = await db
    .selectFrom("plugin_attachments")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .orderBy("service_id")
    .orderBy("plugin_id")
    .orderBy("environment")
    .orderBy("api_id")
    .execute();
  if (attachments.length === 0) return [];
  const ids = [...new Set(attachments.map((row) => row.plugin_id))];
  const plugins = await db
    .selectFrom("plugins")
    .select(["id", "type", "data"])
    .where(dialect.isOneOf("id", ids))
    .execute();
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const grouped = Map.groupBy(attachments, (row) => `${row.service_id}/${row.plugin_id}`);
  return [...grouped.values()].flatMap((rows) => {
    const [first] = rows;
    const plugin = byId.get(first?.plugin_id ?? "");
    if (first === undefined || plugin === undefined) return [];
    const places = rows.map((row) => ({ environment: row.environment as EnvironmentName, apiId: row.api_id }));
    return [{ serviceId: first.service_id, id: plugin.id, type: plugin.type as PluginType, data: plugin.data, places }];
  });
}

/** Those of APIs that exist as drafts; neither plugins nor services go without their attachments. */
function matching(context: Context, filter: AttachmentFilter) {
  return context.db
    .selectFrom("plugin_attachments")
    .where(({ and }) => and([...conditions(context, filter), hasDraft("plugin_attachments")]));
}

/** The order of lists; `table` is the attachments themselves or a page of them. */
function newestFirst(table: "plugin_attachments" | "page") {
  const columns = ["attached_at", "service_id", "api_id", "environment", "plugin_id"];
  return sql.join(columns.map((column) => sql`${sql.ref(`${table}.${column}`)} desc`));
}

function conditions(
  { dialect }: Context,
  { pluginId, serviceId, environment, apiIds }: AttachmentFilter,
): readonly Condition[] {
  return [
    ...(pluginId === undefined ? [] : [sql<SqlBool>`plugin_attachments.plugin_id = ${pluginId}`]),
    ...(serviceId === undefined ? [] : [sql<SqlBool>`plugin_attachments.service_id = ${serviceId}`]),
    ...(environment === undefined ? [] : [sql<SqlBool>`plugin_attachments.environment = ${environment}`]),
    ...(apiIds === undefined ? [] : [dialect.isOneOf("plugin_attachments.api_id", apiIds)]),
  ];
}

interface JoinedRow extends PluginAttachmentRow {
  readonly service_name: string;
  readonly service_description: string | null;
  readonly definition: string;
  readonly app_id: number;
  readonly region: string;
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly description: string | null;
  readonly created_at: number;
  readonly modified_at: number;
}

function toEntry(row: JoinedRow): AttachmentEntry {
  const api = JSON.parse(row.definition) as ApiDefinition;
  return {
    ...toAttachment(row),
    plugin: {
      id: row.plugin_id,
      appId: row.app_id,
      region: row.region,
      name: row.name,
      type: row.type as PluginType,
      data: row.data,
      description: row.description,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    },
    serviceName: row.service_name,
    serviceDescription: row.service_description,
    apiName: api.name,
    apiDescription: api.description,
  };
}

function toRow(attachment: PluginAttachment): PluginAttachmentRow {
  return {
    plugin_id: attachment.pluginId,
    service_id: attachment.serviceId,
    environment: attachment.environment,
    api_id: attachment.apiId,
    attached_at: attachment.attachedAt,
    has_draft: 1,
  };
}

function toAttachment(row: PluginAttachmentRow): PluginAttachment {
  return {
    pluginId: row.plugin_id,
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    apiId: row.api_id,
    attachedAt: row.attached_at,
  };
}
