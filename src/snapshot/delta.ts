import type { ApiDefinition } from "../model/api.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { PluginType } from "../model/plugin.ts";
import type { ServiceProtocol } from "../model/service.ts";
import type { ActiveCheck, HealthThresholds } from "../model/upstream.ts";

/**
 * A step from one state of what the gateway serves to the next. Plain data, so that it can cross threads. Applying a
 * delta replaces what it names and leaves everything else alone.
 */
export interface SnapshotDelta {
  /** The change-log position this delta leads to. */
  readonly seq: number;
  /** True for the first delta: it holds the whole state. */
  readonly isComplete: boolean;
  readonly services: readonly ServiceState[];
  readonly removedServices: readonly string[];
  readonly environments: readonly EnvironmentState[];
  readonly keys: readonly KeyState[];
  readonly removedKeys: readonly string[];
  readonly plans: readonly PlanState[];
  readonly removedPlans: readonly string[];
  readonly apps: readonly AppState[];
  readonly removedApps: readonly string[];
  readonly appBindings: readonly AppBindingState[];
  readonly upstreams: readonly UpstreamState[];
  readonly removedUpstreams: readonly string[];
}

/** What is live about a service: in force without a release. Rates are calls per second, -1 for none. */
export interface ServiceState {
  readonly id: string;
  readonly appId: number;
  readonly region: string;
  readonly protocol: ServiceProtocol;
  /** The exclusive instance whose nodes serve it; null: all nodes that belong to none. */
  readonly instanceId: string | null;
  /** Host names the service answers to, lower case, without port. */
  readonly hosts: readonly string[];
  readonly customDomains: readonly CustomDomainState[];
  readonly rates: readonly { readonly environment: EnvironmentName; readonly rate: number }[];
  readonly apiRates: readonly {
    readonly apiId: string;
    readonly environment: EnvironmentName;
    readonly rate: number;
  }[];
  readonly bindings: readonly {
    readonly planId: string;
    readonly environment: EnvironmentName;
    readonly apiId: string | null;
  }[];
  readonly plugins: readonly PluginState[];
  readonly ipStrategies: readonly IpStrategyState[];
}

/** A host name of the operator's own. */
export interface CustomDomainState {
  /** Lower case, without port. */
  readonly name: string;
  readonly protocol: ServiceProtocol;
  readonly isForcedHttps: boolean;
  /** What callers are shown over TLS; null: the gateway's own. */
  readonly certificateId: string | null;
  /** Paths and the environments they lead to, or null where the first segment names the environment. The prefix of `/` is empty. */
  readonly mappings: readonly { readonly prefix: string; readonly environment: EnvironmentName }[] | null;
}

/** A plugin where the service has it. `data` is as it was stored. */
interface PluginState {
  readonly id: string;
  readonly type: PluginType;
  readonly data: string;
  readonly places: readonly { readonly environment: EnvironmentName; readonly apiId: string }[];
}

/** A list of addresses where the service has it: WHITE lets only them through. */
interface IpStrategyState {
  readonly id: string;
  readonly type: "WHITE" | "BLACK";
  readonly data: string;
  readonly places: readonly { readonly environment: EnvironmentName; readonly apiId: string }[];
}

/** The version an environment runs, or `versionName` null when it is offline. */
export interface EnvironmentState {
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly versionName: string | null;
  readonly apis: readonly ApiState[];
}

export interface ApiState {
  readonly id: string;
  readonly createdAt: number;
  readonly definition: ApiDefinition;
}

export interface KeyState {
  readonly id: string;
  readonly appId: number;
  readonly secret: string;
  readonly isEnabled: boolean;
  readonly planIds: readonly string[];
}

export interface AppState {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

/** All apps that may call an API in an environment; none when the list is empty. */
export interface AppBindingState {
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiId: string;
  readonly appIds: readonly string[];
}

/** An upstream as it is balanced; `healthCheck` null: no node is ever taken out of rotation. */
export interface UpstreamState {
  readonly id: string;
  readonly scheme: "http" | "https";
  /** Whether its nodes are called over HTTP/2. */
  readonly isGrpc: boolean;
  readonly retries: number;
  /** Null: the host and port of the node. */
  readonly hostHeader: string | null;
  /** `address` is `host:port`, as it is in a URL. */
  readonly nodes: readonly { readonly address: string; readonly weight: number }[];
  readonly healthCheck: HealthCheckState | null;
}

export interface HealthCheckState {
  readonly thresholds: HealthThresholds;
  /** Whether the calls of APIs count. */
  readonly isPassive: boolean;
  /** Null: nodes are not asked. */
  readonly active: ActiveCheck | null;
}

/** Limits of a usage plan, -1 for none. */
export interface PlanState {
  readonly id: string;
  readonly ratePerSecond: number;
  readonly quota: number;
}

/** Where a gateway gets its snapshot from: the whole state first, then every step, in order. */
export interface SnapshotSource {
  /** Calls `apply` with the complete state before resolving and with each later delta; returns how to stop. */
  subscribe(apply: (delta: SnapshotDelta) => void): Promise<() => void>;
}
