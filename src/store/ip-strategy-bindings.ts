import { sql } from "kysely";
import type { EnvironmentName } from "../model/environment.ts";
import type { IpStrategy, IpStrategyBinding } from "../model/ip-strategy.ts";
import type { Context } from "./context.ts";
import { hasDraft, isInForce } from "./in-force.ts";
import type { IpStrategyBindingRepository, ServedIpStrategy } from "./ip-strategy-repository.ts";
import { inBatches, listPage } from "./listing.ts";
import { createdAt } from "./merged-list.ts";
import type { IpStrategyBindingRow } from "./schema/plugins.ts";
import { inSlices } from "./slices.ts";

export function ipStrategyBindingRepository({ db, dialect, changes }: Context): IpStrategyBindingRepository {
  const apisOf = (strategyId: string, environment: EnvironmentName | undefined) => {
    const of = db.selectFrom("ip_strategy_bindings").where("strategy_id", "=", strategyId).where("has_draft", "=", 1);
    // An API is bound once in an environment; of all its bindings the latest tells its place in the list.
    const bound = environment === undefined ? of.where("is_latest", "=", 1) : of.where("environment", "=", environment);
    return bound.orderBy("bound_at", "desc").orderBy("api_id", "desc");
  };
  return {
    async add(bindings) {
      await inBatches(bindings, (batch) => db.insertInto("ip_strategy_bindings").values(batch.map(toNewRow)).execute());
      for (const binding of bindings) await markLatest(db, binding);
      for (const { serviceId } of bindings) changes.service(serviceId);
    },
    async remove(bindings) {
      for (const binding of bindings) {
        const { strategyId, serviceId, environment, apiId } = binding;
        await db
          .deleteFrom("ip_strategy_bindings")
          .where("service_id", "=", serviceId)
          .where("api_id", "=", apiId)
          .where("environment", "=", environment)
          .where("strategy_id", "=", strategyId)
          .execute();
        await markLatest(db, binding);
        changes.service(serviceId);
      }
    },
    async find(serviceId, { strategyIds, environment, apiIds }) {
      let query = db
        .selectFrom("ip_strategy_bindings")
        .selectAll()
        .where(hasDraft("ip_strategy_bindings"))
        .where("ip_strategy_bindings.service_id", "=", serviceId)
        .orderBy("ip_strategy_bindings.bound_at", "desc")
        .orderBy("ip_strategy_bindings.api_id", "desc")
        .orderBy("ip_strategy_bindings.environment", "desc");
      if (strategyIds !== undefined) {
        query = query.where(dialect.isOneOf("ip_strategy_bindings.strategy_id", strategyIds));
      }
      if (environment !== undefined) query = query.where("ip_strategy_bindings.environment", "=", environment);
      if (apiIds !== undefined) query = query.where(dialect.isOneOf("ip_strategy_bindings.api_id", apiIds));
      return (await query.execute()).map(toBinding);
    },
    async isInForce(strategyId) {
      const row = await db
        .selectFrom("ip_strategy_bindings")
        .select("api_id")
        .where("strategy_id", "=", strategyId)
        .where(isInForce("ip_strategy_bindings"))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async *slicesOfApis(strategyId) {
      const slices = inSlices(["bound_at", "api_id"], (conditions, limit) =>
        apisOf(strategyId, undefined)
          .select(["bound_at", "api_id"])
          .where(({ and }) => and([...conditions]))
          .limit(limit)
          .execute(),
      );
      for await (const rows of slices) yield rows.map((row) => row.api_id);
    },
    listApis: (strategyId, environment, page) =>
      listPage(apisOf(strategyId, environment).select("api_id"), page, (row) => row.api_id),
  };
}

/** The bound strategies of services of any scope, those of APIs without a draft included. */
export async function findServedIpStrategies(
  { db, dialect }: Context,
  serviceIds: readonly string[],
): Promise<readonly ServedIpStrategy[]> {
  const bindings = await db
    .selectFrom("ip_strategy_bindings")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .orderBy("strategy_id")
    .orderBy("environment")
    .orderBy("api_id")
    .execute();
  if (bindings.length === 0) return [];
  const places = Map.groupBy(bindings, (row) => row.strategy_id);
  const strategies = await db
    .selectFrom("ip_strategies")
    .select(["id", "service_id", "type", "data"])
    .where(dialect.isOneOf("id", [...places.keys()]))
    .orderBy("id")
    .execute();
  return strategies.map((row) => ({
    serviceId: row.service_id,
    id: row.id,
    type: row.type as IpStrategy["type"],
    data: row.data,
    places: (places.get(row.id) ?? []).map(toBinding).map(({ environment, apiId }) => ({ environment, apiId })),
  }));
}

/** Of the strategy's bindings to one API. */
async function markLatest(
  db: Context["db"],
  { strategyId, apiId }: { readonly strategyId: string; readonly apiId: string },
): Promise<void> {
  const latest = db
    .selectFrom("ip_strategy_bindings")
    .select("environment")
    .where("strategy_id", "=", strategyId)
    .where("api_id", "=", apiId)
    .orderBy("bound_at", "desc")
    .orderBy("environment", "desc")
    .limit(1);
  await db
    .updateTable("ip_strategy_bindings")
    .set({ is_latest: sql<number>`environment = ${latest}` })
    .where("strategy_id", "=", strategyId)
    .where("api_id", "=", apiId)
    .execute();
}

function toNewRow(binding: IpStrategyBinding) {
  return {
    strategy_id: binding.strategyId,
    service_id: binding.serviceId,
    environment: binding.environment,
    api_id: binding.apiId,
    bound_at: binding.boundAt,
    has_draft: 1,
    is_latest: 1,
    api_created_at: createdAt("apis", binding.apiId),
  };
}

function toBinding(row: IpStrategyBindingRow): IpStrategyBinding {
  return {
    strategyId: row.strategy_id,
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    apiId: row.api_id,
    boundAt: row.bound_at,
  };
}
