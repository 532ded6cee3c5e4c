import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";
import type { Tag } from "./service.ts";

/** Stands for "no limit" wherever a rate or a quota is held. */
export const unlimited = -1;

export interface UsagePlan extends Scope {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Calls per clock second, or {@link unlimited}. */
  readonly ratePerSecond: number;
  /** Calls in total, never renewed, or {@link unlimited}. */
  readonly quota: number;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A plan in force for an environment of a service (`apiId` null: service level) or for one API there (API level). */
export interface Binding {
  readonly planId: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiId: string | null;
  readonly createdAt: number;
}
