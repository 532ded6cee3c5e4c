import type { ControlSettings } from "../control/settings.ts";
import { defaultGatewaySettings, type GatewaySettings } from "../gateway/settings.ts";
import { bytesPerMb, formatAddress } from "./setting.ts";
import type { Config } from "./settings.ts";

/** What of the config the management API works by. */
export function controlSettings(config: Config): ControlSettings {
  return {
    domain: config.domain,
    publicUrl: config.publicUrl ?? `http://${formatAddress(config.management)}`,
    actionRate: config.actionRate,
    functions: config.functions,
    signedHosts: config.signedHosts,
    quotas: {
      services: config.maxServices,
      apisPerService: config.maxApisPerService,
      apisPerImport: config.maxApisPerImport,
      importKilobytes: config.maxImportKilobytes,
      usagePlans: config.maxUsagePlans,
      apiKeys: config.maxApiKeys,
      keysPerUsagePlan: config.maxKeysPerUsagePlan,
      usagePlansPerKey: config.maxUsagePlansPerKey,
      apisPerUsagePlan: config.maxApisPerUsagePlan,
      apiApps: config.maxApiApps,
      apiAppsPerApi: config.maxApiAppsPerApi,
      customDomainsPerService: config.maxCustomDomainsPerService,
      pathMappingsPerDomain: config.maxPathMappingsPerDomain,
      nodesPerUpstream: config.maxNodesPerUpstream,
      apiDocs: config.maxApiDocs,
      servicesPerPlugin: config.maxServicesPerPlugin,
      ipStrategiesPerService: config.maxIpStrategiesPerService,
      usagePlanRate: config.maxUsagePlanRate,
      strategyRate: config.maxStrategyRate,
    },
  };
}

/** What of the config the gateway works by. */
export function gatewaySettings(config: Config): GatewaySettings {
  return {
    ...defaultGatewaySettings,
    isPathStyleAllowed: config.pathStyle,
    isBareReleasePathAllowed: config.bareReleasePaths,
    ambiguousPaths: config.ambiguousPaths,
    instanceId: config.instance,
    planRateScope: config.planRateScope === "key" ? "per-key" : "shared",
    methodMismatchStatus: config.methodMismatch === "405" ? 405 : 404,
    crossOriginRefusal: config.crossOrigin,
    clockSkewSeconds: config.clockSkewSeconds,
    isSignedDateRequired: config.requireSignedDate,
    maxBodyBytes: config.maxBodyMb * bytesPerMb,
    maxCacheBytes: config.maxCacheMb * bytesPerMb,
    trustedProxies: config.trustedProxies,
    blockedBackendAddresses: config.blockedBackends,
    caps: {
      connections: config.maxConnections,
      connectionsPerAddress: config.maxConnectionsPerAddress,
      streams: config.maxStreams,
      callsPerBackend: config.maxCallsPerBackend,
      waitingPerBackend: config.maxWaitingPerBackend,
      tunnels: config.maxTunnels,
    },
    timeouts: { ...defaultGatewaySettings.timeouts, connectMs: config.connectTimeoutSeconds * 1_000 },
    webSocketLimits: { idleMs: config.websocketIdleSeconds * 1_000, totalMs: config.websocketMaxSeconds * 1_000 },
    functions: config.functions,
  };
}
