import type { Client } from "../../harness/sdk.ts";

export type Environment = "test" | "prepub" | "release";

export const environments: readonly Environment[] = ["test", "prepub", "release"];

export interface ModelApi {
  readonly id: string;
  readonly name: string | null;
  readonly path: string;
  readonly method: string;
  readonly authType: string;
  readonly isAuthorization: boolean;
  readonly authorizationApiId: string | null;
  readonly upstreamId: string | null;
}

/** Where something is bound; null stands for the whole service. */
export interface ModelPlace {
  readonly environment: Environment;
  readonly apiId: string | null;
}

export interface ModelService {
  readonly id: string;
  readonly domain: string;
  readonly instanceId: string | null;
  netTypes: readonly string[];
  readonly apis: Map<string, ModelApi>;
  /** By version name; a version holds the APIs as they were. */
  readonly versions: Map<string, ReadonlyMap<string, ModelApi>>;
  readonly running: Map<Environment, string>;
  history: number;
  readonly rates: Map<Environment, number>;
  /** By `api/environment`. */
  readonly apiRates: Map<string, number>;
  readonly plans: readonly (ModelPlace & { readonly planId: string })[];
  readonly apps: readonly (ModelPlace & { readonly appId: string })[];
  readonly plugins: readonly (ModelPlace & { readonly pluginId: string })[];
  readonly ipStrategies: Set<string>;
  readonly ipBindings: readonly (ModelPlace & { readonly strategyId: string })[];
  /** Path mappings by domain name; null is the default mapping. */
  readonly domains: Map<string, readonly { readonly path: string; readonly environment: Environment }[] | null>;
}

/** What of a service changes as a whole list. */
export type Mutable<T> = { -readonly [Member in keyof T]: T[Member] };

export interface ModelKey {
  readonly isManual: boolean;
  readonly isEnabled: boolean;
}

export interface ModelDoc {
  readonly serviceId: string;
  readonly environment: Environment;
  readonly apiIds: readonly string[];
  readonly builds: number;
}

/** What one account has in one region, as the rules say. */
export class Tenant {
  readonly title: string;
  readonly region: string;
  readonly client: Client;
  readonly services = new Map<string, Mutable<ModelService>>();
  readonly keys = new Map<string, ModelKey>();
  /** Keys by plan. */
  readonly plans = new Map<string, Set<string>>();
  readonly apps = new Set<string>();
  /** Kinds by plugin. */
  readonly plugins = new Map<string, string>();
  readonly upstreams = new Set<string>();
  /** Highest rates of services by instance. */
  readonly instances = new Map<string, number>();
  readonly docs = new Map<string, ModelDoc>();

  constructor(account: string, region: string, client: Client) {
    this.title = `${account} in ${region}`;
    this.region = region;
    this.client = client;
  }

  /** The APIs an environment runs. */
  runningApis(service: ModelService, environment: Environment): ReadonlyMap<string, ModelApi> {
    return service.versions.get(service.running.get(environment) ?? "") ?? new Map();
  }
}
