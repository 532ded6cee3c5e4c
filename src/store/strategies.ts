import type { EnvironmentName } from "../model/environment.ts";
import type { ApiStrategy, ServiceStrategy } from "../model/strategy.ts";
import type { Context } from "./context.ts";
import { inBatches } from "./listing.ts";
import type { ApiStrategyRow, ServiceStrategyRow } from "./schema/services.ts";
import type { StrategyRepository } from "./strategy-repository.ts";

export function strategyRepository(context: Context): StrategyRepository {
  const { db, dialect, changes } = context;
  return {
    async setService({ serviceId, environment, rate }) {
      await db
        .insertInto("service_strategies")
        .values({ service_id: serviceId, environment, rate })
        .onConflict((conflict) => conflict.columns(["service_id", "environment"]).doUpdateSet({ rate }))
        .execute();
      changes.service(serviceId);
    },
    async setApis(strategies) {
      await inBatches(strategies, (batch) =>
        db
          .insertInto("api_strategies")
          .values(batch.map(toApiStrategyRow))
          .onConflict((conflict) =>
            conflict
              .columns(["service_id", "api_id", "environment"])
              .doUpdateSet({ rate: (excluded) => excluded.ref("excluded.rate") }),
          )
          .execute(),
      );
      for (const { serviceId } of strategies) changes.service(serviceId);
    },
    ofService: (serviceId) => findServiceStrategies(context, [serviceId]),
    async ofApis(serviceId, apiIds) {
      let query = db.selectFrom("api_strategies").selectAll().where("service_id", "=", serviceId);
      if (apiIds !== undefined) query = query.where(dialect.isOneOf("api_id", apiIds));
      return (await query.orderBy("api_id").orderBy("environment").execute()).map(toApiStrategy);
    },
  };
}

/** Strategies of services of any scope. */
export async function findServiceStrategies(
  { db, dialect }: Context,
  serviceIds: readonly string[],
): Promise<ServiceStrategy[]> {
  const rows = await db
    .selectFrom("service_strategies")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .orderBy("service_id")
    .orderBy("environment")
    .execute();
  return rows.map(toServiceStrategy);
}

/** Strategies of all APIs of services of any scope. */
export async function findApiStrategies(
  { db, dialect }: Context,
  serviceIds: readonly string[],
): Promise<ApiStrategy[]> {
  const rows = await db
    .selectFrom("api_strategies")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .orderBy("service_id")
    .orderBy("api_id")
    .orderBy("environment")
    .execute();
  return rows.map(toApiStrategy);
}

function toServiceStrategy(row: ServiceStrategyRow): ServiceStrategy {
  return { serviceId: row.service_id, environment: row.environment as EnvironmentName, rate: row.rate };
}

function toApiStrategyRow({ serviceId, apiId, environment, rate }: ApiStrategy): ApiStrategyRow {
  return { service_id: serviceId, api_id: apiId, environment, rate };
}

function toApiStrategy(row: ApiStrategyRow): ApiStrategy {
  return {
    serviceId: row.service_id,
    apiId: row.api_id,
    environment: row.environment as EnvironmentName,
    rate: row.rate,
  };
}
