import type { Context } from "./context.ts";
import { countRows, oneOf, overhang, totalOf } from "./listing.ts";
import type { Listing, Page } from "./store.ts";
import type { UpstreamUse, UpstreamUseFilter } from "./upstream-repository.ts";

/** Drafts that name the upstream, and APIs whose draft no longer does but that a running version still sends there. */
export async function listUpstreamUses(
  context: Context,
  id: string,
  filter: UpstreamUseFilter,
  page: Page,
): Promise<Listing<UpstreamUse>> {
  const { db } = context;
  const drafts = draftUses(context, id, filter);
  const running = runningUses(context, id, filter);
  const { count } = await running
    .clearSelect()
    .clearGroupBy()
    .select(({ fn }) => fn.count<number>("frozen_apis.api_id").distinct().as("count"))
    .executeTakeFirstOrThrow();
  // Mostly there are none but drafts, which an index has in order.
  const uses = count === 0 ? drafts : drafts.unionAll(running);
  // The page is chosen before services are joined.
  const shown = uses.orderBy("since", "desc").orderBy("api_id", "desc").limit(overhang(page)).offset(page.offset);
  const rows = await db
    .selectFrom(shown.as("page"))
    .innerJoin("services", "services.id", "page.service_id")
    .selectAll("page")
    .select("services.name as service_name")
    .orderBy("page.since", "desc")
    .orderBy("page.api_id", "desc")
    .execute();
  const total = await totalOf(page, rows.length, async () => count + (await countRows(drafts)));
  const items = rows.slice(0, page.limit).map((row) => ({
    serviceId: row.service_id,
    serviceName: row.service_name,
    apiId: row.api_id,
    apiName: row.api_name,
    since: row.since,
  }));
  return { total, items };
}

function draftUses({ db, dialect }: Context, id: string, filter: UpstreamUseFilter) {
  return db
    .selectFrom("apis")
    .select(["apis.id as api_id", "apis.service_id", "apis.name as api_name", "apis.modified_at as since"])
    .where("apis.upstream_id", "=", id)
    .where(({ and }) =>
      and([
        ...oneOf(filter.serviceIds, (ids) => dialect.isOneOfUnindexed("apis.service_id", ids)),
        ...oneOf(filter.apiIds, (ids) => dialect.isOneOfUnindexed("apis.id", ids)),
      ]),
    );
}

function runningUses({ db, dialect }: Context, id: string, filter: UpstreamUseFilter) {
  return db
    .selectFrom("frozen_apis")
    .innerJoin("running_versions", "running_versions.version_name", "frozen_apis.version_name")
    .innerJoin("frozen_definitions", (join) =>
      join
        .onRef("frozen_definitions.service_id", "=", "frozen_apis.service_id")
        .onRef("frozen_definitions.digest", "=", "frozen_apis.definition_digest"),
    )
    .select(["frozen_apis.api_id", "frozen_apis.service_id"])
    .select(({ fn }) => [
      fn.max(dialect.jsonText("frozen_definitions.definition", "name")).as("api_name"),
      fn.max("frozen_apis.modified_at").as("since"),
    ])
    .where("frozen_apis.former_upstream_id", "=", id)
    .where(({ and }) =>
      and([
        ...oneOf(filter.serviceIds, (ids) => dialect.isOneOfUnindexed("frozen_apis.service_id", ids)),
        ...oneOf(filter.apiIds, (ids) => dialect.isOneOfUnindexed("frozen_apis.api_id", ids)),
      ]),
    )
    .groupBy(["frozen_apis.api_id", "frozen_apis.service_id"]);
}
