import type { EnvironmentName } from "./environment.ts";

/** All APIs of a service, frozen by a release under a name that never changes its meaning. */
export interface Version {
  readonly name: string;
  readonly serviceId: string;
  readonly description: string | null;
  readonly createdAt: number;
}

/** Which version an environment of a service runs; no row means offline. */
export interface RunningVersion {
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly versionName: string;
  readonly since: number;
}

/** One line of the log of what ran when. */
export interface ReleaseHistoryEntry {
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly versionName: string;
  readonly description: string | null;
  readonly at: number;
}
