import type { ExclusiveInstance, InstancePurchase } from "../model/exclusive-instance.ts";
import type { Tag } from "../model/service.ts";
import type { Context } from "./context.ts";
import type { ExclusiveInstanceRepository } from "./exclusive-instance-repository.ts";
import { any, inScope, isGiven, oneOf } from "./listing.ts";
import type { ExclusiveInstanceRow } from "./schema/exclusive-instances.ts";
import { scopedRecords } from "./scoped-records.ts";

export function exclusiveInstanceRepository(context: Context): ExclusiveInstanceRepository {
  const { db, dialect, changes } = context;
  const { listWhere, ...records } = scopedRecords<ExclusiveInstance, ExclusiveInstanceRow>(context, {
    table: "exclusive_instances",
    what: "the exclusive instance",
    toRow,
    toItem: toInstance,
    // Gateways know instances by the services placed there.
    changed: () => {},
  });
  return {
    ...records,
    async update(instance) {
      await records.update(instance);
      // Services placed there that set no rate have the instance's.
      const placed = await db
        .selectFrom("services")
        .select("id")
        .where("instance_id", "=", instance.id)
        .where(({ and }) => and(inScope(instance)))
        .execute();
      for (const service of placed) changes.service(service.id);
    },
    list(scope, { ids, nameContains }, page) {
      const conditions = [
        ...oneOf(ids, (values) => dialect.isOneOf("id", values)),
        ...oneOf(nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
      ];
      return listWhere(scope, { conditions, isSelective: isGiven(ids) }, page);
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
