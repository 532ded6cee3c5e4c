import { defaultGatewaySettings } from "../../gateway/settings.ts";
import { bytesPerMb, setting, wholeNumber } from "../setting.ts";

/** How much the gateway takes on. */
export const capSettings = {
  maxConnections: setting({
    env: "TURNPIKE_MAX_CONNECTIONS",
    default: defaultGatewaySettings.caps.connections,
    parse: wholeNumber(1, 1_000_000),
    help: "Connections of callers that are kept open; further ones are answered with 503 and closed. The system must allow as many open files (`ulimit -n`), and those for backends.",
  }),
  maxConnectionsPerAddress: setting({
    env: "TURNPIKE_MAX_CONNECTIONS_PER_ADDRESS",
    default: defaultGatewaySettings.caps.connectionsPerAddress,
    parse: wholeNumber(0, 1_000_000),
    help: "How many of these one address (one /64 network of IPv6) may have; further ones are answered with 429 and closed. Not for loopback and trusted proxies; 0 is no cap.",
  }),
  maxStreams: setting({
    env: "TURNPIKE_MAX_STREAMS",
    default: defaultGatewaySettings.caps.streams,
    parse: wholeNumber(1, 1_000_000),
    help: "HTTP/2 streams that are open on all connections together, at most 100 on each; further ones are refused with REFUSED_STREAM.",
  }),
  maxCallsPerBackend: setting({
    env: "TURNPIKE_MAX_CALLS_PER_BACKEND",
    default: defaultGatewaySettings.caps.callsPerBackend,
    parse: wholeNumber(2, 1_000_000),
    help: "Calls under way at one backend (scheme, host and port). Half of them at most are calls whose body is still coming in.",
  }),
  maxWaitingPerBackend: setting({
    env: "TURNPIKE_MAX_WAITING_PER_BACKEND",
    default: defaultGatewaySettings.caps.waitingPerBackend,
    parse: wholeNumber(0, 1_000_000),
    help: "Calls that wait when a backend has as many as that, for as long as connecting may take; further ones, and those that waited in vain, are answered with 503.",
  }),
  maxTunnels: setting({
    env: "TURNPIKE_MAX_TUNNELS",
    default: defaultGatewaySettings.caps.tunnels,
    parse: wholeNumber(0, 1_000_000),
    help: "Upgraded connections (WebSocket); further upgrades are answered with 503.",
  }),
  maxCacheMb: setting({
    env: "TURNPIKE_MAX_CACHE_MB",
    default: defaultGatewaySettings.maxCacheBytes / bytesPerMb,
    parse: wholeNumber(0, 100_000),
    help: "Memory of the answers that ProxyCache plugins keep, in megabytes of 1,048,576 bytes; each thread keeps its share.",
  }),
} as const;
