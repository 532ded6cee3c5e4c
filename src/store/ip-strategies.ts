import type { IpStrategy } from "../model/ip-strategy.ts";
import type { Context } from "./context.ts";
import type { IpStrategyRepository } from "./ip-strategy-repository.ts";
import { any, countRows, inScope, oneOf, requireAffected } from "./listing.ts";
import type { IpStrategyRow } from "./schema/plugins.ts";

export function ipStrategyRepository({ db, dialect, changes }: Context): IpStrategyRepository {
  return {
    // What is bound nowhere is served nowhere.
    async insert(strategy) {
      await db.insertInto("ip_strategies").values(toRow(strategy)).execute();
    },
    async update(strategy) {
      const { id, service_id, app_id: _appId, region: _region, ...columns } = toRow(strategy);
      const { numUpdatedRows } = await db
        .updateTable("ip_strategies")
        .set(columns)
        .where("id", "=", id)
        .where("service_id", "=", service_id)
        .executeTakeFirst();
      requireAffected(numUpdatedRows, "the IP strategy");
      changes.service(service_id);
    },
    async delete({ id, serviceId }) {
      await db.deleteFrom("ip_strategies").where("id", "=", id).where("service_id", "=", serviceId).execute();
      changes.service(serviceId);
    },
    async find(scope, serviceId, id) {
      const row = await db
        .selectFrom("ip_strategies")
        .selectAll()
        .where("id", "=", id)
        .where("service_id", "=", serviceId)
        .where(({ and }) => and(inScope(scope)))
        .executeTakeFirst();
      return row && toIpStrategy(row);
    },
    count: (serviceId) => countRows(db.selectFrom("ip_strategies").where("service_id", "=", serviceId)),
    async list(serviceId, nameContains) {
      const rows = await db
        .selectFrom("ip_strategies")
        .selectAll()
        .where("service_id", "=", serviceId)
        .where(({ and }) =>
          and(oneOf(nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text))))),
        )
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(toIpStrategy);
    },
  };
}

function toRow(strategy: IpStrategy): IpStrategyRow {
  return {
    id: strategy.id,
    service_id: strategy.serviceId,
    app_id: strategy.appId,
    region: strategy.region,
    name: strategy.name,
    type: strategy.type,
    data: strategy.data,
    created_at: strategy.createdAt,
    modified_at: strategy.modifiedAt,
  };
}

function toIpStrategy(row: IpStrategyRow): IpStrategy {
  return {
    id: row.id,
    serviceId: row.service_id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    type: row.type as IpStrategy["type"],
    data: row.data,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
