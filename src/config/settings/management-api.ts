import { defaultQuotas } from "../../control/settings.ts";
import { flag, list, type Setting, setting, wholeNumber } from "../setting.ts";

const quota = (env: string, value: number, what: string): Setting<number> =>
  setting({ env, default: value, parse: wholeNumber(1), help: `Highest number of ${what}.` });

/** How management calls are taken, and what they may make. */
export const managementApiSettings = {
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
  checkCname: setting({
    env: "TURNPIKE_CHECK_CNAME",
    default: false,
    parse: flag,
    help: "Whether a custom domain can be bound only once its CNAME record leads to the service's default domain.",
  }),
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
  maxApisPerImport: quota(
    "TURNPIKE_MAX_APIS_PER_IMPORT",
    defaultQuotas.apisPerImport,
    "operations of a document ImportOpenApi takes",
  ),
  maxImportKilobytes: setting({
    env: "TURNPIKE_MAX_IMPORT_KB",
    default: defaultQuotas.importKilobytes,
    parse: wholeNumber(1, 10_240),
    help: "Size of a document ImportOpenApi takes, in KB of 1,024 bytes.",
  }),
  maxApiApps: quota("TURNPIKE_MAX_API_APPS", defaultQuotas.apiApps, "API apps in an account and region"),
  maxApiAppsPerApi: quota("TURNPIKE_MAX_API_APPS_PER_API", defaultQuotas.apiAppsPerApi, "API apps bound to an API"),
  maxCustomDomainsPerService: quota(
    "TURNPIKE_MAX_CUSTOM_DOMAINS_PER_SERVICE",
    defaultQuotas.customDomainsPerService,
    "custom domains of a service",
  ),
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
  maxApiDocs: quota("TURNPIKE_MAX_API_DOCS", defaultQuotas.apiDocs, "API documents in an account and region"),
  maxServicesPerPlugin: quota(
    "TURNPIKE_MAX_SERVICES_PER_PLUGIN",
    defaultQuotas.servicesPerPlugin,
    "services a plugin is attached in",
  ),
  maxIpStrategiesPerService: quota(
    "TURNPIKE_MAX_IP_STRATEGIES_PER_SERVICE",
    defaultQuotas.ipStrategiesPerService,
    "IP strategies of a service",
  ),
} as const;
