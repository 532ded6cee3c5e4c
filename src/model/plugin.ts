import type { Scope } from "./account.ts";
import type { EnvironmentName } from "./environment.ts";
import type { Tag } from "./service.ts";

export const pluginTypes = [
  "IPControl",
  "TrafficControl",
  "TrafficControlByParameter",
  "Cors",
  "Routing",
  "CircuitBreaker",
  "ProxyCache",
  "CustomAuth",
  "CustomReq",
] as const;

export type PluginType = (typeof pluginTypes)[number];

/** A behaviour that can be attached to APIs. In force at once, without a release. */
export interface Plugin extends Scope {
  readonly id: string;
  readonly name: string;
  readonly type: PluginType;
  /** JSON text exactly as its author wrote it: clients compare what they read back. */
  readonly data: string;
  readonly description: string | null;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A plugin at an API in one environment. */
export interface PluginAttachment {
  readonly pluginId: string;
  readonly serviceId: string;
  readonly environment: EnvironmentName;
  readonly apiId: string;
  readonly attachedAt: number;
}

/** An API takes one plugin of a kind in each environment; both kinds of traffic control count as one. */
export function pluginKind(type: PluginType): PluginType {
  return type === "TrafficControlByParameter" ? "TrafficControl" : type;
}
