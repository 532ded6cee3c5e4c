import { availableParallelism } from "node:os";
import { defaultQuotas } from "../control/settings.ts";
import { defaultGatewaySettings } from "../gateway/settings.ts";
import type { FunctionRoute } from "../model/cloud-function.ts";
import {
  type Address,
  address,
  addressBlocks,
  baseUrl,
  flag,
  functionRoutes,
  list,
  oneOf,
  type Setting,
  text,
  wholeNumber,
} from "./setting.ts";

/** The unit of TURNPIKE_MAX_BODY_MB. */
export const bytesPerMb = 1024 * 1024;

const maxThreads = 256;

const setting = <T>(definition: Setting<T>): Setting<T> => definition;

const quota = (env: string, value: number, what: string): Setting<number> =>
  setting({ env, default: value, parse: wholeNumber(1), help: `Highest number of ${what}.` });

/** Everything that can be set, in the order the reference page lists it. Flags win over variables, variables over defaults. */
export const settings = {
  data: setting({
    env: "TURNPIKE_DATA",
    flag: "--data <dir>",
    default: "./data",
    parse: text,
    help: "Folder that holds the database, the master key, the root account and the access log.",
  }),
  management: setting<Address>({
    env: "TURNPIKE_MANAGEMENT",
    flag: "--management <host:port>",
    default: { host: "127.0.0.1", port: 7080 },
    shownDefault: "127.0.0.1:7080",
    parse: address,
    help: "Where the management API listens. Keep it on loopback unless the network in front of it is trusted.",
  }),
  publicUrl: setting<string | null>({
    env: "TURNPIKE_PUBLIC_URL",
    default: null,
    shownDefault: "the address of the management API",
    parse: baseUrl,
    help: "URL under which readers of API documents reach the management listener, such as `https://docs.example.com`.",
  }),
  gateway: setting<Address>({
    env: "TURNPIKE_GATEWAY",
    flag: "--gateway <host:port>",
    default: { host: "0.0.0.0", port: 8080 },
    shownDefault: "0.0.0.0:8080",
    parse: address,
    help: "Where callers reach the gateway.",
  }),
  gatewayTls: setting<Address | null>({
    env: "TURNPIKE_GATEWAY_TLS",
    flag: "--gateway-tls <host:port>",
    default: null,
    shownDefault: "off",
    parse: address,
    help: "Where callers reach the gateway over HTTPS, with HTTP/2 for those that speak it.",
  }),
  tlsCertificate: setting<string | null>({
    env: "TURNPIKE_TLS_CERTIFICATE",
    flag: "--tls-certificate <file>",
    default: null,
    shownDefault: "self-signed, made at the first start with HTTPS",
    parse: text,
    help: "PEM file of the certificate for HTTPS, with those that vouch for it. Custom domains have their own.",
  }),
  tlsKey: setting<string | null>({
    env: "TURNPIKE_TLS_KEY",
    flag: "--tls-key <file>",
    default: null,
    shownDefault: "that of the self-signed certificate",
    parse: text,
    help: "PEM file of the private key of `TURNPIKE_TLS_CERTIFICATE`.",
  }),
  threads: setting({
    env: "TURNPIKE_THREADS",
    flag: "--threads <n>",
    default: Math.min(availableParallelism(), maxThreads),
    shownDefault: "one per core",
    parse: wholeNumber(1, maxThreads),
    help: "Threads that serve callers on the same port; with 1 the main thread does it. All limits are exact across them.",
  }),
  role: setting<"all" | "control" | "gateway">({
    env: "TURNPIKE_ROLE",
    flag: "--role <role>",
    default: "all",
    parse: oneOf("all", "control", "gateway"),
    help: "Which parts run here: all, control or gateway. This version knows only all.",
  }),
  rootAppId: setting<number | null>({
    env: "TURNPIKE_ROOT_APP_ID",
    default: null,
    shownDefault: "made up at the first start",
    parse: wholeNumber(1, 9_999_999_999),
    help: "Account number (AppId) of the root account; part of every default domain.",
  }),
  rootSecretId: setting<string | null>({
    env: "TURNPIKE_ROOT_SECRET_ID",
    default: null,
    shownDefault: "made up at the first start",
    parse: text,
    help: "SecretId of the root account for the management API.",
  }),
  rootSecretKey: setting<string | null>({
    env: "TURNPIKE_ROOT_SECRET_KEY",
    default: null,
    shownDefault: "made up at the first start",
    parse: text,
    help: "SecretKey of the root account for the management API.",
    isSecret: true,
  }),
  secretId: setting<string | null>({
    env: "TURNPIKE_SECRET_ID",
    default: null,
    shownDefault: "the root account's",
    parse: text,
    help: "SecretId that `turnpike call` and `turnpike curl` act with; the server does not read it.",
  }),
  secretKey: setting<string | null>({
    env: "TURNPIKE_SECRET_KEY",
    default: null,
    shownDefault: "the root account's",
    parse: text,
    help: "SecretKey that belongs to `TURNPIKE_SECRET_ID`.",
    isSecret: true,
  }),
  masterKey: setting<string | null>({
    env: "TURNPIKE_MASTER_KEY",
    default: null,
    shownDefault: "`master.key` in the data folder, made at the first start",
    parse: text,
    help: "32 bytes, in hex or base64, that encrypt the secrets in the database.",
    isSecret: true,
  }),
  domain: setting({
    env: "TURNPIKE_DOMAIN",
    default: "apigw.localhost",
    parse: (value) => text(value).toLowerCase(),
    help: "What the default domains of services end with: `{serviceId}-{appId}.{region short}.{domain}`.",
  }),
  actionRate: setting({
    env: "TURNPIKE_ACTION_RATE",
    default: 20,
    parse: wholeNumber(0),
    help: "Management calls per second per action, account and region; 0 is no limit.",
  }),
  signedHosts: setting<readonly string[]>({
    env: "TURNPIKE_SIGNED_HOSTS",
    default: [],
    shownDefault: "none",
    parse: list,
    help: "Host names, separated by commas, that clients may have signed instead of the one they sent to.",
  }),
  maxServices: quota("TURNPIKE_MAX_SERVICES", defaultQuotas.services, "services in an account and region"),
  maxApisPerService: quota("TURNPIKE_MAX_APIS_PER_SERVICE", defaultQuotas.apisPerService, "APIs in a service"),
  maxUsagePlans: quota("TURNPIKE_MAX_USAGE_PLANS", defaultQuotas.usagePlans, "usage plans in an account and region"),
  maxApiKeys: quota("TURNPIKE_MAX_API_KEYS", defaultQuotas.apiKeys, "API keys in an account and region"),
  maxKeysPerUsagePlan: quota(
    "TURNPIKE_MAX_KEYS_PER_USAGE_PLAN",
    defaultQuotas.keysPerUsagePlan,
    "keys bound to a usage plan",
  ),
  maxUsagePlansPerKey: quota(
    "TURNPIKE_MAX_USAGE_PLANS_PER_KEY",
    defaultQuotas.usagePlansPerKey,
    "usage plans a key is bound to",
  ),
  maxApisPerUsagePlan: quota(
    "TURNPIKE_MAX_APIS_PER_USAGE_PLAN",
    defaultQuotas.apisPerUsagePlan,
    "APIs a usage plan is bound to",
  ),
  maxApisPerImport: quota("TURNPIKE_MAX_APIS_PER_IMPORT", 10, "operations of a document ImportOpenApi takes"),
  maxImportKilobytes: setting({
    env: "TURNPIKE_MAX_IMPORT_KB",
    default: defaultQuotas.importKilobytes,
    parse: wholeNumber(1, 10_240),
    help: "Size of a document ImportOpenApi takes, in KB of 1,024 bytes.",
  }),
  maxApiApps: quota("TURNPIKE_MAX_API_APPS", 1_000, "API apps in an account and region"),
  maxApiAppsPerApi: quota("TURNPIKE_MAX_API_APPS_PER_API", 1_000, "API apps bound to an API"),
  maxCustomDomainsPerService: quota("TURNPIKE_MAX_CUSTOM_DOMAINS_PER_SERVICE", 5, "custom domains of a service"),
  maxPathMappingsPerDomain: setting({
    env: "TURNPIKE_MAX_PATH_MAPPINGS_PER_DOMAIN",
    default: defaultQuotas.pathMappingsPerDomain,
    parse: wholeNumber(1, 100),
    help: "Highest number of path mappings of a custom domain.",
  }),
  maxNodesPerUpstream: setting({
    env: "TURNPIKE_MAX_NODES_PER_UPSTREAM",
    default: defaultQuotas.nodesPerUpstream,
    parse: wholeNumber(1, 1_000),
    help: "Highest number of nodes of an upstream.",
  }),
  maxApiDocs: quota("TURNPIKE_MAX_API_DOCS", 200, "API documents in an account and region"),
  maxServicesPerPlugin: quota("TURNPIKE_MAX_SERVICES_PER_PLUGIN", 50, "services a plugin is attached in"),
  maxIpStrategiesPerService: quota("TURNPIKE_MAX_IP_STRATEGIES_PER_SERVICE", 50, "IP strategies of a service"),
  maxUsagePlanRate: setting({
    env: "TURNPIKE_MAX_USAGE_PLAN_RATE",
    default: defaultQuotas.usagePlanRate,
    parse: wholeNumber(1, 100_000),
    help: "Highest rate a usage plan may set, in calls per second; plans without one have no limit.",
  }),
  maxStrategyRate: setting({
    env: "TURNPIKE_MAX_STRATEGY_RATE",
    default: defaultQuotas.strategyRate,
    parse: wholeNumber(1, 100_000),
    help: "Highest rate a service or API throttle may set, in calls per second, and the rate of services that set none.",
  }),
  checkCname: setting({
    env: "TURNPIKE_CHECK_CNAME",
    default: false,
    parse: flag,
    help: "Whether a custom domain can be bound only once its CNAME record leads to the service's default domain.",
  }),
  instance: setting<string | null>({
    env: "TURNPIKE_INSTANCE",
    default: null,
    shownDefault: "none",
    parse: text,
    help: "Id of the exclusive instance this node belongs to: it serves the services placed there and no others.",
  }),
  pathStyle: setting({
    env: "TURNPIKE_PATH_STYLE",
    default: true,
    parse: flag,
    help: "Whether `/_/{serviceId}/{environment}/…` reaches a service whatever the Host header says.",
  }),
  bareReleasePaths: setting({
    env: "TURNPIKE_BARE_RELEASE_PATHS",
    default: false,
    parse: flag,
    help: "Whether a path that does not start with an environment is served by `release`.",
  }),
  ambiguousPaths: setting<"refuse" | "normalise">({
    env: "TURNPIKE_AMBIGUOUS_PATHS",
    default: "refuse",
    parse: oneOf("refuse", "normalise"),
    help: "What happens to paths with dot segments or repeated slashes: `refuse` (400) or `normalise`.",
  }),
  planRateScope: setting<"plan" | "key">({
    env: "TURNPIKE_PLAN_RATE_SCOPE",
    default: "plan",
    parse: oneOf("plan", "key"),
    help: "Who shares a usage plan's rate: all keys of the `plan`, or each `key` has its own.",
  }),
  methodMismatch: setting<"404" | "405">({
    env: "TURNPIKE_METHOD_MISMATCH",
    default: "404",
    parse: oneOf("404", "405"),
    help: "Status when an API has the path, but not the method: `404` or `405`, which names the methods there are.",
  }),
  crossOrigin: setting<"preflights" | "all" | "none">({
    env: "TURNPIKE_CROSS_ORIGIN",
    default: "preflights",
    parse: oneOf("preflights", "all", "none"),
    help: "Which cross-origin calls to an API without CORS are refused: `preflights`, `all` or `none`.",
  }),
  clockSkewSeconds: setting({
    env: "TURNPIKE_CLOCK_SKEW_SECONDS",
    default: defaultGatewaySettings.clockSkewSeconds,
    parse: wholeNumber(1, 86_400),
    help: "How far the `X-Date` of a signed gateway call may be off.",
  }),
  requireSignedDate: setting({
    env: "TURNPIKE_REQUIRE_SIGNED_DATE",
    default: false,
    parse: flag,
    help: "Whether callers must sign the date header too, so that a captured signature cannot be sent under a newer date.",
  }),
  maxBodyMb: setting({
    env: "TURNPIKE_MAX_BODY_MB",
    default: defaultGatewaySettings.maxBodyBytes / bytesPerMb,
    parse: wholeNumber(1, 10_000),
    help: "Largest body of a gateway call, in megabytes of 1,048,576 bytes; larger ones are answered with 413.",
  }),
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
  trustedProxies: setting<readonly string[]>({
    env: "TURNPIKE_TRUSTED_PROXIES",
    default: [],
    shownDefault: "none",
    parse: addressBlocks,
    help: "Addresses of proxies in front, as CIDR blocks separated by commas, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.",
  }),
  blockedBackends: setting<readonly string[]>({
    env: "TURNPIKE_BLOCKED_BACKENDS",
    default: defaultGatewaySettings.blockedBackendAddresses,
    parse: addressBlocks,
    help: "Addresses no backend may have, as CIDR blocks separated by commas, in place of the default; or `none`.",
  }),
  connectTimeoutSeconds: setting({
    env: "TURNPIKE_CONNECT_TIMEOUT_SECONDS",
    default: defaultGatewaySettings.timeouts.connectMs / 1_000,
    parse: wholeNumber(1, 300),
    help: "How long opening a connection to a backend may take.",
  }),
  websocketIdleSeconds: setting({
    env: "TURNPIKE_WEBSOCKET_IDLE_SECONDS",
    default: defaultGatewaySettings.webSocketLimits.idleMs / 1_000,
    parse: wholeNumber(1, 86_400),
    help: "How long a WebSocket may stay open without a byte in either direction.",
  }),
  websocketMaxSeconds: setting({
    env: "TURNPIKE_WEBSOCKET_MAX_SECONDS",
    default: defaultGatewaySettings.webSocketLimits.totalMs / 1_000,
    parse: wholeNumber(1, 31_536_000),
    help: "How long a WebSocket may stay open at all.",
  }),
  functions: setting<readonly FunctionRoute[]>({
    env: "TURNPIKE_FUNCTIONS",
    default: [],
    shownDefault: "none",
    parse: functionRoutes,
    help: "HTTP endpoints of functions, as `namespace/name/qualifier=URL` separated by commas. `*` fits any part, the first that fits counts, and the URL may hold `{namespace}`, `{name}` and `{qualifier}`.",
  }),
  accessLog: setting({
    env: "TURNPIKE_ACCESS_LOG",
    default: "file",
    parse: oneOf("file", "stdout", "off"),
    help: "Where the access log goes: `file` (`access.log` in the data folder), `stdout` or `off`.",
  }),
  accessLogMaxMb: setting({
    env: "TURNPIKE_ACCESS_LOG_MAX_MB",
    default: 100,
    parse: wholeNumber(1, 100_000),
    help: "Megabytes after which the access log file is rotated.",
  }),
  accessLogFiles: setting({
    env: "TURNPIKE_ACCESS_LOG_FILES",
    default: 10,
    parse: wholeNumber(1, 10_000),
    help: "Access log files kept, the current one included.",
  }),
  drainSeconds: setting({
    env: "TURNPIKE_DRAIN_SECONDS",
    default: 30,
    parse: wholeNumber(0, 3_600),
    help: "Longest time calls in flight are given to finish when the program is told to stop.",
  }),
  logLevel: setting({
    env: "TURNPIKE_LOG_LEVEL",
    default: "info",
    parse: oneOf("debug", "info", "warn", "error", "silent"),
    help: "What is logged on standard error: debug, info, warn, error or silent.",
  }),
} as const;

export type SettingName = keyof typeof settings;

/** What is in force, every setting with its value. */
export type Config = { readonly [N in SettingName]: (typeof settings)[N] extends Setting<infer T> ? T : never };
