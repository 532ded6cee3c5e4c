import type { ApiDefinition } from "../model/api.ts";
import type { EnvironmentName } from "../model/environment.ts";
import type { ServiceProtocol } from "../model/service.ts";

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
}

/** What is live about a service: in force without a release. Rates are calls per second, -1 for none. */
export interface ServiceState {
  readonly id: string;
  readonly appId: number;
  readonly region: string;
  readonly protocol: ServiceProtocol;
  /** Host names the service answers to, lower case, without port. */
  readonly hosts: readonly string[];
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
