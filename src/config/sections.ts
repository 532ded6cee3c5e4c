import type { ControlSettings } from "../control/settings.ts";
import { defaultGatewaySettings, type GatewaySettings } from "../gateway/settings.ts";
import { bytesPerMb, type Config } from "./settings.ts";

/** What of the config the management API works by. */
export function controlSettings(config: Config): ControlSettings {
  return {
    domain: config.domain,
    actionRate: config.actionRate,
    signedHosts: config.signedHosts,
    quotas: {
      services: config.maxServices,
      apisPerService: config.maxApisPerService,
      usagePlans: config.maxUsagePlans,
      apiKeys: config.maxApiKeys,
      keysPerUsagePlan: config.maxKeysPerUsagePlan,
      usagePlansPerKey: config.maxUsagePlansPerKey,
      apisPerUsagePlan: config.maxApisPerUsagePlan,
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
    planRateScope: config.planRateScope === "key" ? "per-key" : "shared",
    methodMismatchStatus: config.methodMismatch === "405" ? 405 : 404,
    crossOriginRefusal: config.crossOrigin,
    clockSkewSeconds: config.clockSkewSeconds,
    isSignedDateRequired: config.requireSignedDate,
    maxBodyBytes: config.maxBodyMb * bytesPerMb,
    trustedProxies: config.trustedProxies,
    blockedBackendAddresses: config.blockedBackends,
    timeouts: { ...defaultGatewaySettings.timeouts, connectMs: config.connectTimeoutSeconds * 1_000 },
  };
}
