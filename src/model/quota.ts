import type { EnvironmentName } from "./environment.ts";

/** What one spent-quota counter belongs to: a plan where it is bound. */
export interface QuotaKey {
  readonly planId: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  /** Null where the plan is bound to the whole service. */
  readonly apiId: string | null;
}

export interface QuotaCount extends QuotaKey {
  readonly count: number;
}
