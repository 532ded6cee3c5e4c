import type { Scope } from "./account.ts";
import type { Tag } from "./service.ts";

/** Where an upstream's calls go. Weight 0: out of rotation. */
export interface UpstreamNode {
  /** Host name, IPv4 or IPv6 address. */
  readonly host: string;
  readonly port: number;
  readonly weight: number;
  /** What the operator notes about the node; kept for reading back. */
  readonly labels: NodeLabels;
}

interface NodeLabels {
  readonly vmInstanceId: string | null;
  readonly tags: readonly string[];
  readonly serviceName: string | null;
  readonly namespace: string | null;
  readonly clusterId: string | null;
  readonly source: string | null;
  readonly uniqueServiceName: string | null;
}

/** When a node is taken out of rotation by how calls to it end. Counts are of failures in a row; 0: that kind is not counted. */
export interface HealthThresholds {
  /** Lists of statuses with commas between them, as written. */
  readonly healthyStatuses: string;
  readonly unhealthyStatuses: string;
  readonly connectionFailures: number;
  readonly timeouts: number;
  readonly badStatuses: number;
  /** After this time the node is tried again; where nodes are asked for their health, when they say so. */
  readonly unhealthySeconds: number;
}

/** How nodes are asked for their health, besides being judged by the calls they get. */
export interface ActiveCheck {
  readonly path: string;
  readonly timeoutSeconds: number;
  readonly intervalSeconds: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export const defaultActiveCheck: ActiveCheck = { path: "/", timeoutSeconds: 5, intervalSeconds: 5, headers: [] };

/** The check as it is carried out: clients that cannot leave a member out send an empty text or 0, which is read back as sent. */
export function activeCheckInForce({ path, timeoutSeconds, intervalSeconds, headers }: ActiveCheck): ActiveCheck {
  return {
    path: path || defaultActiveCheck.path,
    timeoutSeconds: timeoutSeconds || defaultActiveCheck.timeoutSeconds,
    intervalSeconds: intervalSeconds || defaultActiveCheck.intervalSeconds,
    headers,
  };
}

export interface HealthCheck extends HealthThresholds {
  readonly isPassiveEnabled: boolean;
  /** Absent: no. */
  readonly isActiveEnabled?: boolean;
  readonly active: ActiveCheck;
}

export interface UpstreamDefinition {
  readonly description: string;
  readonly scheme: "HTTP" | "HTTPS" | "gRPC" | "gRPCs";
  /** As written: clients compare what they read back. */
  readonly algorithm: string;
  readonly vpcId: string;
  /** How many other nodes a call may be sent to when it could not be sent to the first. */
  readonly retries: number;
  /** What nodes are sent as Host; null: their own host and port. */
  readonly hostHeader: string | null;
  readonly nodes: readonly UpstreamNode[];
  readonly healthCheck: HealthCheck | null;
}

/** A group of backend nodes that calls are spread over. Live: changes are in force without a release. Times are epoch milliseconds. */
export interface Upstream extends Scope {
  readonly id: string;
  readonly name: string;
  readonly definition: UpstreamDefinition;
  readonly tags: readonly Tag[];
  readonly createdAt: number;
  readonly modifiedAt: number;
}
