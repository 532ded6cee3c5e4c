import type { ExclusiveInstance, InstancePurchase } from "../model/exclusive-instance.ts";
import type { Tag } from "../model/service.ts";
import type { Context } from "./context.ts";
import type { ExclusiveInstanceRepository } from "./exclusive-instance-repository.ts";
import { any, inScope, inScopeUnindexed, listPage, oneOf, requireAffected } from "./listing.ts";
import type { ExclusiveInstanceRow } from "./schema.ts";

export function exclusiveInstanceRepository({ db, dialect, changes }: Context): ExclusiveInstanceRepository {
  return {
    async insert(instance) {
      await db.insertInto("exclusive_instances").values(toRow(instance)).execute();
    },
    async update(instance) {
      const { id, app_id: _appId, region: _region, ...columns } = toRow(instance);
      const { numUpdatedRows } = await db
        .updateTable("exclusive_instances")
        .set(columns)
        .where("id", "=", id)
        .where(({ and }) => and(inScope(instance)))
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the exclusive instance");
      // Services placed there that set no rate have the instance's.
      const placed = await db
        .selectFrom("services")
        .select("id")
        .where("instance_id", "=", instance.id)
        .where(({ and }) => and(inScope(instance)))
        .execute();
      for (const service of placed) changes.service(service.id);
    },
    async find(scope, id) {
      const row = await db
        .selectFrom("exclusive_instances")
        .selectAll()
        .where("id", "=", id)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toInstance(row);
    },
    list(scope, { ids, nameContains }, page) {
      const scoped = ids?.length ? inScopeUnindexed(dialect, scope) : inScope(scope);
      const conditions = [
        ...oneOf(ids, (values) => dialect.isOneOf("id", values)),
        ...oneOf(nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
      ];
      const query = db
        .selectFrom("exclusive_instances")
        .selectAll()
        .where(({ and }) => and([...scoped, ...conditions]))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc");
      return listPage(query, page, toInstance);
    },
  };
}

function toRow(instance: ExclusiveInstance): ExclusiveInstanceRow {
  return {
    id: instance.id,
    app_id: instance.appId,
    region: instance.region,
    name: instance.name,
    description: instance.description,
    purchase: JSON.stringify(instance.purchase),
    service_rate: instance.rates.service,
    api_rate: instance.rates.api,
    rates_modified_at: instance.ratesModifiedAt,
    tags: JSON.stringify(instance.tags),
    created_at: instance.createdAt,
    modified_at: instance.modifiedAt,
  };
}

function toInstance(row: ExclusiveInstanceRow): ExclusiveInstance {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    description: row.description,
    purchase: JSON.parse(row.purchase) as InstancePurchase,
    rates: { service: row.service_rate, api: row.api_rate },
    ratesModifiedAt: row.rates_modified_at,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
