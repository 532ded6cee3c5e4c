import { sql } from "kysely";
import type { Plugin, PluginType } from "../model/plugin.ts";
import type { Context } from "./context.ts";
import { inScope, inScopeUnindexed, listPage, oneOf, requireAffected } from "./listing.ts";
import { servicesOfPlugin } from "./plugin-attachments.ts";
import type { PluginRepository } from "./plugin-repository.ts";
import type { PluginRow } from "./schema.ts";

export function pluginRepository(context: Context): PluginRepository {
  const { db, dialect, changes } = context;
  return {
    // What is attached nowhere is served nowhere.
    async insert(plugin) {
      await db.insertInto("plugins").values(toRow(plugin)).execute();
    },
    async update(plugin) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(plugin);
      const { numUpdatedRows } = await db
        .updateTable("plugins")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(plugin)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the plugin");
      for (const serviceId of await servicesOfPlugin(context, id)) changes.service(serviceId);
    },
    async delete(scope, id) {
      const serviceIds = await servicesOfPlugin(context, id);
      const { numDeletedRows } = await db
        .deleteFrom("plugins")
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return;
      for (const serviceId of serviceIds) changes.service(serviceId);
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("plugins")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toPlugin(row);
    },
    list(scope, { ids, nameContains, type }, page) {
      const scoped = ids?.length ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const query = db
        .selectFrom("plugins")
        .selectAll()
        .where(({ and }) =>
          and([
            ...scoped,
            ...oneOf(ids, (values) => dialect.isOneOf("id", values)),
            ...(nameContains === undefined ? [] : [dialect.contains("name", nameContains)]),
            ...(type === undefined ? [] : [sql<boolean>`type = ${type}`]),
          ]),
        )
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, toPlugin);
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
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
