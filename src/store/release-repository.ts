import type { Api } from "../model/api.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { ReleaseHistoryEntry, RunningVersion, Version } from "../model/release.ts";
import type { Listing, Page } from "./store.ts";

export interface ReleaseRepository {
  /** Freezes the given drafts under the version's name. */
  insertVersion(version: Version, apis: readonly Api[]): Promise<void>;
  findVersion(serviceId: string, name: string): Promise<Version | undefined>;
  listVersions(serviceId: string, page: Page): Promise<Listing<Version>>;
  setRunning(running: RunningVersion): Promise<void>;
  clearRunning(serviceId: string, environment: EnvironmentName): Promise<void>;
  /** What runs now, at most one entry per environment. */
  running(serviceId: string): Promise<readonly RunningVersion[]>;
  runningOfMany(serviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunningVersion[]>>;
  /** The APIs as the version froze them. */
  frozenApis(versionName: string): Promise<readonly Api[]>;
  /** For each of `apiIds`, the environments whose running version contains it. */
  environmentsOf(
    serviceId: string,
    apiIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly EnvironmentName[]>>;
  appendHistory(entry: ReleaseHistoryEntry): Promise<void>;
  listHistory(
    serviceId: string,
    environment: EnvironmentName | undefined,
    page: Page,
  ): Promise<Listing<ReleaseHistoryEntry>>;
}
