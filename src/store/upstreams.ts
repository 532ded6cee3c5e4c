import { type ApiDefinition, isHttpBackend } from "../model/api.ts";
import type { Tag } from "../model/service.ts";
import type { Upstream, UpstreamDefinition } from "../model/upstream.ts";
import type { Context } from "./context.ts";
import { any, isGiven, oneOf } from "./listing.ts";
import type { UpstreamRow } from "./schema.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { UpstreamRepository, UpstreamUse } from "./upstream-repository.ts";

export function upstreamRepository(context: Context): UpstreamRepository {
  const { dialect, changes } = context;
  const { remove, listWhere, ...records } = scopedRecords<Upstream, UpstreamRow>(context, {
    table: "upstreams",
    what: "the upstream",
    toRow,
    toItem: toUpstream,
    changed: (id) => changes.upstream(id),
  });
  return {
    ...records,
    async delete(scope, id) {
      await remove(scope, id);
    },
    list(scope, { ids, nameContains }, page) {
      const conditions = [
        ...oneOf(ids, (values) => dialect.isOneOf("id", values)),
        ...oneOf(nameContains, (texts) => any(texts.map((text) => dialect.contains("name", text)))),
      ];
      return listWhere(scope, conditions, isGiven(ids), page);
    },
    async usesOf(id) {
      const uses = new Map<string, UpstreamUse>();
      // A draft tells more of the API than an older version does, so it goes last.
      for (const use of [...(await runningUses(context, id)), ...(await draftUses(context, id))])
        uses.set(use.apiId, use);
      return [...uses.values()].sort((a, b) => b.since - a.since || (a.apiId < b.apiId ? 1 : -1));
    },
  };
}

async function draftUses({ db }: Context, id: string): Promise<UpstreamUse[]> {
  const rows = await db
    .selectFrom("apis")
    .innerJoin("services", "services.id", "apis.service_id")
    .select(["apis.id", "apis.name", "apis.service_id", "apis.modified_at", "services.name as service_name"])
    .where("apis.upstream_id", "=", id)
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    serviceName: row.service_name,
    apiId: row.id,
    apiName: row.name,
    since: row.modified_at,
  }));
}

async function runningUses({ db }: Context, id: string): Promise<UpstreamUse[]> {
  const rows = await db
    .selectFrom("frozen_definitions")
    .innerJoin("frozen_apis", (join) =>
      join
        .onRef("frozen_apis.service_id", "=", "frozen_definitions.service_id")
        .onRef("frozen_apis.definition_digest", "=", "frozen_definitions.digest"),
    )
    .innerJoin("running_versions", "running_versions.version_name", "frozen_apis.version_name")
    .innerJoin("services", "services.id", "frozen_apis.service_id")
    .select([
      "frozen_apis.api_id",
      "frozen_apis.service_id",
      "frozen_apis.modified_at",
      "frozen_definitions.definition",
    ])
    .select("services.name as service_name")
    .where("frozen_definitions.upstream_id", "=", id)
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    serviceName: row.service_name,
    apiId: row.api_id,
    apiName: (JSON.parse(row.definition) as ApiDefinition).name,
    since: row.modified_at,
  }));
}

/** The upstream a definition names, for the columns that repeat it. */
export function upstreamIdOf({ backend }: ApiDefinition): string | null {
  return isHttpBackend(backend) ? (backend.upstreamId ?? null) : null;
}

export async function findUpstreams({ db, dialect }: Context, ids: readonly string[]): Promise<Upstream[]> {
  const rows = await db.selectFrom("upstreams").selectAll().where(dialect.isOneOf("id", ids)).execute();
  return rows.map(toUpstream);
}

function toRow(upstream: Upstream): UpstreamRow {
  return {
    id: upstream.id,
    app_id: upstream.appId,
    region: upstream.region,
    name: upstream.name,
    definition: JSON.stringify(upstream.definition),
    tags: JSON.stringify(upstream.tags),
    created_at: upstream.createdAt,
    modified_at: upstream.modifiedAt,
  };
}

function toUpstream(row: UpstreamRow): Upstream {
  return {
    id: row.id,
    appId: row.app_id,
    region: row.region,
    name: row.name,
    definition: JSON.parse(row.definition) as UpstreamDefinition,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
