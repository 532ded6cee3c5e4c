import type { EnvironmentName } from "./environment.ts";

/** A service's own cap in one environment. `rate` is calls per second or -1 for none. */
export interface ServiceStrategy {
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly rate: number;
}

/** An API's own cap in one environment. `rate` is calls per second or -1 for none. */
export interface ApiStrategy {
  readonly serviceId: string;
  readonly apiId: string;
  readonly environment: EnvironmentName;
  readonly rate: number;
}
