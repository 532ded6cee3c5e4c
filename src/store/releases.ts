import type { EnvironmentName } from "../model/environment.ts";
import type { ReleaseHistoryEntry, RunningVersion, Version } from "../model/release.ts";
import type { Context } from "./context.ts";
import { findFrozenDrafts, freeze } from "./frozen-apis.ts";
import { listPage } from "./listing.ts";
import type { ReleaseRepository } from "./release-repository.ts";
import type { ReleaseHistoryRow, RunningVersionRow, VersionRow } from "./schema/releases.ts";

export function releaseRepository(context: Context): ReleaseRepository {
  const { db, dialect, changes } = context;
  return {
    async insertVersion(version, apis) {
      await db.insertInto("versions").values(toVersionRow(version)).execute();
      await freeze(context, version, apis);
    },
    async findVersion(serviceId, name) {
      const row = await db
        .selectFrom("versions")
        .selectAll()
        .where("name", "=", name)
        .where("service_id", "=", serviceId)
        .executeTakeFirst();
      return row && toVersion(row);
    },
    listVersions(serviceId, page) {
      const query = db
        .selectFrom("versions")
        .selectAll()
        .where("service_id", "=", serviceId)
        .orderBy("created_at", "desc")
        .orderBy("name", "desc");
      return listPage(query, page, toVersion);
    },
    async setRunning({ serviceId, environment, versionName, since }) {
      const columns = { version_name: versionName, since };
      await db
        .insertInto("running_versions")
        .values({ service_id: serviceId, environment, ...columns })
        .onConflict((conflict) => conflict.columns(["service_id", "environment"]).doUpdateSet(columns))
        .execute();
      changes.environment(serviceId, environment);
    },
    async clearRunning(serviceId, environment) {
      const { numDeletedRows } = await db
        .deleteFrom("running_versions")
        .where("service_id", "=", serviceId)
        .where("environment", "=", environment)
        .executeTakeFirst();
      if (numDeletedRows > 0n) changes.environment(serviceId, environment);
    },
    running: (serviceId) => findRunning(context, [serviceId]),
    async runningOfMany(serviceIds) {
      const byService = new Map<string, RunningVersion[]>(serviceIds.map((id) => [id, []]));
      for (const running of await findRunning(context, serviceIds)) byService.get(running.serviceId)?.push(running);
      return byService;
    },
    frozenApis: (versionName) => findFrozenDrafts(context, versionName),
    async environmentsOf(serviceId, apiIds) {
      const rows = await db
        .selectFrom("running_versions")
        .innerJoin("frozen_apis", "frozen_apis.version_name", "running_versions.version_name")
        .select(["frozen_apis.api_id", "running_versions.environment"])
        .where("running_versions.service_id", "=", serviceId)
        .where(dialect.isOneOf("frozen_apis.api_id", apiIds))
        .execute();
      const byApi = new Map<string, EnvironmentName[]>(apiIds.map((id) => [id, []]));
      for (const row of rows) byApi.get(row.api_id)?.push(row.environment as EnvironmentName);
      return byApi;
    },
    async appendHistory({ serviceId, environment, versionName, description, at }) {
      await db
        .insertInto("release_history")
        .values({ service_id: serviceId, environment, version_name: versionName, description, at })
        .execute();
    },
    listHistory(serviceId, environment, page) {
      let query = db.selectFrom("release_history").selectAll().where("service_id", "=", serviceId);
      if (environment !== undefined) query = query.where("environment", "=", environment);
      return listPage(query.orderBy("at", "desc").orderBy("seq", "desc"), page, toHistoryEntry);
    },
  };
}

/** What runs in services of any scope. */
export async function findRunning({ db, dialect }: Context, serviceIds: readonly string[]): Promise<RunningVersion[]> {
  const rows = await db
    .selectFrom("running_versions")
    .selectAll()
    .where(dialect.isOneOf("service_id", serviceIds))
    .execute();
  return rows.map(toRunning);
}

function toVersionRow({ name, serviceId, description, createdAt }: Version): VersionRow {
  return { name, service_id: serviceId, description, created_at: createdAt };
}

function toVersion(row: VersionRow): Version {
  return { name: row.name, serviceId: row.service_id, description: row.description, createdAt: row.created_at };
}

function toRunning(row: RunningVersionRow): RunningVersion {
  return {
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    versionName: row.version_name,
    since: row.since,
  };
}

function toHistoryEntry(row: Omit<ReleaseHistoryRow, "seq">): ReleaseHistoryEntry {
  return {
    serviceId: row.service_id,
    environment: row.environment as EnvironmentName,
    versionName: row.version_name,
    description: row.description,
    at: row.at,
  };
}
