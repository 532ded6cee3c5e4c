/**
 * What a write touched, appended by the repositories inside the same transaction:
 * - `service`: attributes, strategies, bindings or custom domains of a service (`id` is the service's);
 * - `environment`: the running version of an environment (`id` is `serviceId/environment`);
 * - `api-key`: a key's secret, state or memberships; - `usage-plan`: a plan's limits;
 * - `api-app`: an app's key or secret; - `app-bindings`: the apps of an API (`id` is `serviceId/environment/apiId`);
 * - `upstream`: an upstream's nodes or rules.
 */
export interface Change {
  readonly seq: number;
  readonly kind: "service" | "environment" | "api-key" | "usage-plan" | "api-app" | "app-bindings" | "upstream";
  readonly id: string;
}

export interface ChangeLog {
  /** Sequence number of the newest change, 0 when there is none. */
  latest(): Promise<number>;
  /** Sequence number of the oldest change still kept, 0 when there is none. Old ones are dropped in time. */
  oldest(): Promise<number>;
  /** Changes after `seq` in order, at most `limit`. */
  after(seq: number, limit: number): Promise<readonly Change[]>;
}
