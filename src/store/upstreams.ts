import { type ApiDefinition, isHttpBackend } from "../model/api.ts";
import type { Tag } from "../model/service.ts";
import type { Upstream, UpstreamDefinition } from "../model/upstream.ts";
import type { Context } from "./context.ts";
import { any, isGiven, oneOf } from "./listing.ts";
import type { UpstreamRow } from "./schema/upstreams.ts";
import { scopedRecords } from "./scoped-records.ts";
import type { UpstreamRepository } from "./upstream-repository.ts";
import { listUpstreamUses } from "./upstream-uses.ts";

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
      return listWhere(scope, { conditions, isSelective: isGiven(ids) }, page);
    },
    listUses: (id, filter, page) => listUpstreamUses(context, id, filter, page),
  };
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
