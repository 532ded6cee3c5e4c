import type { ApiDefinition } from "../model/api.ts";
import type { ApiApp, AppBinding } from "../model/api-app.ts";
import type { ApiKey } from "../model/api-key.ts";
import type { CustomDomain } from "../model/custom-domain.ts";
import type { RunningVersion } from "../model/release.ts";
import type { Service } from "../model/service.ts";
import type { ApiStrategy, ServiceStrategy } from "../model/strategy.ts";
import type { Upstream } from "../model/upstream.ts";
import type { Binding, UsagePlan } from "../model/usage-plan.ts";
import type { AppPlace } from "./app-binding-repository.ts";
import type { ServedIpStrategy } from "./ip-strategy-repository.ts";
import type { ServedPlugin } from "./plugin-repository.ts";

/** An API as a running version holds it. */
export interface FrozenApi {
  readonly id: string;
  readonly versionName: string;
  readonly createdAt: number;
  readonly definition: ApiDefinition;
}

/** What gateways need of an API key. */
export type ServedKey = Pick<ApiKey, "id" | "appId" | "secret" | "isEnabled">;

/** What gateways need of an API app. */
export type ServedApp = Pick<ApiApp, "id" | "key" | "secret">;

/**
 * Reads in bulk and across all scopes, for those who build what the gateway serves. Of the ids given, those that exist
 * come back, in no order.
 */
export interface ServingRepository {
  /** The first `limit` ids greater than `after`, ascending: pages through everything of one kind. */
  ids(
    kind: "service" | "api-key" | "usage-plan" | "api-app" | "upstream",
    after: string,
    limit: number,
  ): Promise<readonly string[]>;
  services(ids: readonly string[]): Promise<readonly Service[]>;
  serviceStrategies(serviceIds: readonly string[]): Promise<readonly ServiceStrategy[]>;
  apiStrategies(serviceIds: readonly string[]): Promise<readonly ApiStrategy[]>;
  bindings(serviceIds: readonly string[]): Promise<readonly Binding[]>;
  customDomains(serviceIds: readonly string[]): Promise<readonly CustomDomain[]>;
  plugins(serviceIds: readonly string[]): Promise<readonly ServedPlugin[]>;
  ipStrategies(serviceIds: readonly string[]): Promise<readonly ServedIpStrategy[]>;
  running(serviceIds: readonly string[]): Promise<readonly RunningVersion[]>;
  frozenApis(versionNames: readonly string[]): Promise<readonly FrozenApi[]>;
  apiKeys(ids: readonly string[]): Promise<readonly ServedKey[]>;
  usagePlans(ids: readonly string[]): Promise<readonly UsagePlan[]>;
  apiApps(ids: readonly string[]): Promise<readonly ServedApp[]>;
  appBindings(serviceIds: readonly string[]): Promise<readonly AppBinding[]>;
  /** Ids of the apps bound at a place. */
  appsAt(place: AppPlace): Promise<readonly string[]>;
  upstreams(ids: readonly string[]): Promise<readonly Upstream[]>;
}
