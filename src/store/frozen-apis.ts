import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Api, ApiDefinition } from "../model/api.ts";
import type { Version } from "../model/release.ts";
import type { Tag } from "../model/service.ts";
import type { Context } from "./context.ts";
import { inBatches } from "./listing.ts";
import type { FrozenApi } from "./serving-repository.ts";
import { upstreamIdOf } from "./upstreams.ts";

/**
 * Keeps the drafts as they are now under a version. A definition that an earlier version of the service froze is not
 * stored again: most releases change few APIs.
 */
export async function freeze({ db }: Context, version: Version, apis: readonly Api[]): Promise<void> {
  const frozen = apis.map((api) => {
    const definition = JSON.stringify(api.definition);
    return { api, definition, digest: createHash("sha256").update(definition).digest("base64url") };
  });
  await inBatches(frozen, (batch) =>
    db
      .insertInto("frozen_definitions")
      .values(
        batch.map(({ api, definition, digest }) => ({
          service_id: version.serviceId,
          digest,
          definition,
          upstream_id: upstreamIdOf(api.definition),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await inBatches(frozen, (batch) =>
    db
      .insertInto("frozen_apis")
      .values(
        batch.map(({ api, digest }) => ({
          version_name: version.name,
          former_upstream_id: formerUpstream(api.id, upstreamIdOf(api.definition)),
          api_id: api.id,
          service_id: version.serviceId,
          definition_digest: digest,
          tags: JSON.stringify(api.tags),
          created_at: api.createdAt,
          modified_at: api.modifiedAt,
          has_draft: 1,
        })),
      )
      .execute(),
  );
}

/** The upstream, unless the API's draft names it. */
function formerUpstream(apiId: string, upstreamId: string | null): RawBuilder<string | null> | null {
  if (upstreamId === null) return null;
  return sql`(select ${upstreamId}
    where not exists (select 1 from apis where apis.id = ${apiId} and apis.upstream_id = ${upstreamId}))`;
}

/** Keeps step with a draft that names another upstream now, or none, or is gone. */
export async function markFormerUpstream(
  { db }: Context,
  { serviceId, apiId }: { readonly serviceId: string; readonly apiId: string },
  upstreamId: string | null,
): Promise<void> {
  const frozenId = sql<string | null>`(select nullif(definitions.upstream_id, ${upstreamId})
    from frozen_definitions as definitions
    where definitions.service_id = frozen_apis.service_id and definitions.digest = frozen_apis.definition_digest)`;
  await updateFrozen(db, { serviceId, apiId }).set({ former_upstream_id: frozenId }).execute();
}

/** Keeps step with a draft that is gone. */
export async function markDraftDeleted(
  { db }: Context,
  api: { readonly serviceId: string; readonly apiId: string },
): Promise<void> {
  await updateFrozen(db, api).set({ has_draft: 0 }).execute();
}

/** In all versions of the service. */
function updateFrozen(db: Context["db"], { serviceId, apiId }: { readonly serviceId: string; readonly apiId: string }) {
  // By version, as that is how the table is found by; an index by API would be as long as all versions together.
  const versions = db.selectFrom("versions").select("name").where("service_id", "=", serviceId);
  return db.updateTable("frozen_apis").where("version_name", "in", versions).where("api_id", "=", apiId);
}

function frozenApis({ db }: Context) {
  return db
    .selectFrom("frozen_apis")
    .innerJoin("frozen_definitions", (join) =>
      join
        .onRef("frozen_definitions.service_id", "=", "frozen_apis.service_id")
        .onRef("frozen_definitions.digest", "=", "frozen_apis.definition_digest"),
    );
}

/** The APIs of one version as drafts, newest first. */
export async function findFrozenDrafts(context: Context, versionName: string): Promise<Api[]> {
  const rows = await frozenApis(context)
    .innerJoin("services", "services.id", "frozen_apis.service_id")
    .selectAll("frozen_apis")
    .select(["frozen_definitions.definition", "services.app_id", "services.region"])
    .where("frozen_apis.version_name", "=", versionName)
    .orderBy("frozen_apis.created_at", "desc")
    .orderBy("frozen_apis.api_id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.api_id,
    serviceId: row.service_id,
    appId: row.app_id,
    region: row.region,
    definition: JSON.parse(row.definition) as ApiDefinition,
    tags: JSON.parse(row.tags) as Tag[],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }));
}

/** What gateways need of the APIs of several versions. */
export async function findFrozenApis(context: Context, versionNames: readonly string[]): Promise<FrozenApi[]> {
  const rows = await frozenApis(context)
    .select([
      "frozen_apis.version_name",
      "frozen_apis.api_id",
      "frozen_apis.created_at",
      "frozen_definitions.definition",
    ])
    .where(context.dialect.isOneOf("frozen_apis.version_name", versionNames))
    .execute();
  return rows.map((row) => ({
    id: row.api_id,
    versionName: row.version_name,
    createdAt: row.created_at,
    definition: JSON.parse(row.definition) as ApiDefinition,
  }));
}
