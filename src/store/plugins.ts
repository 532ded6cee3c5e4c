import { sql } from "kysely";
import type { Plugin, PluginType } from "../model/plugin.ts";
import type { Tag } from "../model/service.ts";
import type { Context } from "./context.ts";
import { any, inScope, isGiven, oneOf } from "./listing.ts";
import { servicesOfPlugin } from "./plugin-attachments.ts";
import type { PluginRepository } from "./plugin-repository.ts";
import type { PluginRow } from "./schema/plugins.ts";
import { scopedRecords } from "./scoped-records.ts";

export function pluginRepository(context: Context): PluginRepository {
  const { db, dialect, changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<Plugin, PluginRow>(context, {
    table: "plugins",
    what: "the plugin",
    toRow,
    toItem: toPlugin,
    // What changes is where it is attached.
    changed: () => {},
  });
  return {
    ...records,
    async update(plugin) {
      await records.update(plugin);
      for (const serviceId of await servicesOfPlugin(context, plugin.id)) changes.service(serviceId);
    },
    async delete(scope, id) {
      const serviceIds = await servicesOfPlugin(context, id);
      if (!(await remove(scope, id))) return;
      for (const serviceId of serviceIds) changes.service(serviceId);
    },
    list(scope, { ids, nameContains, type }, page) {
      const conditions = [
        ...oneOf(ids, (values) => dialect.isOneOf("id", values)),
        ...(nameContains === undefined ? [] : [dialect.contains("name", nameContains)]),
        ...(type === undefined ? [] : [sql<boolean>`type = ${type}`]),
      ];
      return listWhere(scope, { conditions, isSelective: isGiven(ids) }, page);
    },
    async holding(scope, texts) {
      const holdsOne = any(texts.map((text) => dialect.contains("data", text)));
      const rows = await db
        .selectFrom("plugins")
        .selectAll()
        .where(({ and }) => and([...inScope(scope), holdsOne]))
        .execute();
      return rows.map(toPlugin);
    },
  };
}

function toRow(plugin: Plugin): PluginRow {
  return {
    id: plugin.id,
    app_id: plugin.appId,
    region: plugin.region,
    name: plugin.name,
    type: plugin.type,
    data: plugin.data,
    description: plugin.description,
    tags: JSON.stringify(plugin.tags),
    created_at: plugin.createdAt,
    modified_at: plugin.modifiedAt,
  };
}

function toPlugin(row: PluginRow): Plugin {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    type: row.type as PluginType,
    data: row.data,
    description: row.description,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
