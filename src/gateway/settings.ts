import type { FunctionRoute } from "../model/cloud-function.ts";
import type { AmbiguousPathPolicy } from "./router/canonical-path.ts";
import type { WebSocketLimits } from "./websocket/web-sockets.ts";

interface GatewayTimeouts {
  /** To receive a caller's head. */
  readonly requestHeadMs: number;
  /** To receive a caller's body, beyond the time its size takes at one kilobyte a second. */
  readonly requestBodyMs: number;
  /** How long an idle caller's connection is kept. */
  readonly keepAliveMs: number;
  /** How long what is queued of an answer waits for a caller that does not read. */
  readonly stalledCallerMs: number;
  /** To open a connection to a backend. */
  readonly connectMs: number;
  /** How long an idle backend connection is kept; shorter than what backends usually keep theirs. */
  readonly backendKeepAliveMs: number;
  /** How long one call to the quota ledger may take. */
  readonly quotaLeaseMs: number;
}

/** How much is taken on at a time; each thread gets its share. */
interface GatewayCaps {
  readonly connections: number;
  /** 0: no cap. Neither loopback nor trusted proxies are subject to it. */
  readonly connectionsPerAddress: number;
  /** HTTP/2 streams of all connections together. */
  readonly streams: number;
  /** Calls under way at one backend. */
  readonly callsPerBackend: number;
  /** Calls that wait for others to end, of one backend. */
  readonly waitingPerBackend: number;
  /** Upgraded connections to all backends together. */
  readonly tunnels: number;
}

export interface GatewaySettings {
  /** Whether `/_/{serviceId}/{environment}/…` is served on hosts no service owns. */
  readonly isPathStyleAllowed: boolean;
  /** Whether a path that names no environment is served by `release`. */
  readonly isBareReleasePathAllowed: boolean;
  readonly ambiguousPaths: AmbiguousPathPolicy;
  /** Who shares the per-second counter of a usage plan: all of its keys, or nobody. */
  readonly planRateScope: "shared" | "per-key";
  /** Status when a path exists, but not with that method. */
  readonly methodMismatchStatus: 404 | 405;
  /** Which cross-origin calls to an API without CORS are refused. */
  readonly crossOriginRefusal: "preflights" | "all" | "none";
  /** How far `X-Date` may be off. */
  readonly clockSkewSeconds: number;
  /** Whether the date header must be among the signed ones, which stops replays under a fresh date. */
  readonly isSignedDateRequired: boolean;
  readonly maxBodyBytes: number;
  readonly maxHeadBytes: number;
  readonly caps: GatewayCaps;
  /** Memory of the answers that ProxyCache plugins keep, of all together. */
  readonly maxCacheBytes: number;
  /** CIDR blocks of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustedProxies: readonly string[];
  /** The exclusive instance whose services this node serves; null: those on none. */
  readonly instanceId: string | null;
  /** CIDR blocks no backend may be in. */
  readonly blockedBackendAddresses: readonly string[];
  readonly timeouts: GatewayTimeouts;
  readonly webSocketLimits: WebSocketLimits;
  /** Where functions that APIs and plugins name are called. */
  readonly functions: readonly FunctionRoute[];
}

export const defaultGatewaySettings: GatewaySettings = {
  isPathStyleAllowed: true,
  isBareReleasePathAllowed: false,
  ambiguousPaths: "refuse",
  planRateScope: "shared",
  methodMismatchStatus: 404,
  crossOriginRefusal: "preflights",
  clockSkewSeconds: 900,
  isSignedDateRequired: false,
  maxBodyBytes: 16 * 1024 * 1024,
  maxHeadBytes: 16 * 1024,
  caps: {
    connections: 20_000,
    connectionsPerAddress: 1_000,
    streams: 20_000,
    callsPerBackend: 4_096,
    waitingPerBackend: 1_024,
    tunnels: 5_000,
  },
  maxCacheBytes: 64 * 1024 * 1024,
  trustedProxies: [],
  instanceId: null,
  // Link-local, where clouds serve instance metadata, with the metadata addresses that lie outside of it.
  blockedBackendAddresses: ["169.254.0.0/16", "fe80::/10", "fd00:ec2::254/128", "100.100.100.200/32", "0.0.0.0/32"],
  timeouts: {
    requestHeadMs: 10_000,
    requestBodyMs: 15_000,
    keepAliveMs: 75_000,
    stalledCallerMs: 60_000,
    connectMs: 5_000,
    backendKeepAliveMs: 4_000,
    quotaLeaseMs: 5_000,
  },
  webSocketLimits: { idleMs: 600_000, totalMs: 86_400_000 },
  functions: [],
};
