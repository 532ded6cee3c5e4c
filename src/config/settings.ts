import { availableParallelism } from "node:os";
import { type Address, address, flag, list, oneOf, type Setting, text, wholeNumber } from "./setting.ts";

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
    help: "Where callers reach the gateway over HTTPS. Not implemented yet: setting it stops the start.",
  }),
  threads: setting({
    env: "TURNPIKE_THREADS",
    flag: "--threads <n>",
    default: availableParallelism(),
    shownDefault: "one per core",
    parse: wholeNumber(1, 256),
    help: "Threads that serve callers on the same port; limits are exact across them. Management has a thread of its own.",
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
  maxServices: quota("TURNPIKE_MAX_SERVICES", 50, "services in an account and region"),
  maxApisPerService: quota("TURNPIKE_MAX_APIS_PER_SERVICE", 200, "APIs in a service"),
  maxUsagePlans: quota("TURNPIKE_MAX_USAGE_PLANS", 200, "usage plans in an account and region"),
  maxApiKeys: quota("TURNPIKE_MAX_API_KEYS", 400, "API keys in an account and region"),
  maxKeysPerUsagePlan: quota("TURNPIKE_MAX_KEYS_PER_USAGE_PLAN", 50, "keys bound to a usage plan"),
  maxUsagePlansPerKey: quota("TURNPIKE_MAX_USAGE_PLANS_PER_KEY", 10, "usage plans a key is bound to"),
  maxApisPerUsagePlan: quota("TURNPIKE_MAX_APIS_PER_USAGE_PLAN", 10_000, "APIs a usage plan is bound to"),
  maxStrategyRate: setting({
    env: "TURNPIKE_MAX_STRATEGY_RATE",
    default: 5_000,
    parse: wholeNumber(1, 100_000),
    help: "Highest rate a service or API throttle may set, in calls per second, and the rate of services that set none.",
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
