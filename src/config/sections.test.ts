import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultGatewaySettings } from "../gateway/settings.ts";
import { readConfig } from "./config.ts";
import { gatewaySettings } from "./sections.ts";

test("where nothing is set the gateway has its own defaults", () => {
  assert.deepEqual(gatewaySettings(readConfig({}, {})), defaultGatewaySettings);
});

test("every setting of the gateway reaches it", () => {
  const variables = {
    TURNPIKE_PATH_STYLE: "no",
    TURNPIKE_BARE_RELEASE_PATHS: "yes",
    TURNPIKE_AMBIGUOUS_PATHS: "normalise",
    TURNPIKE_PLAN_RATE_SCOPE: "key",
    TURNPIKE_METHOD_MISMATCH: "405",
    TURNPIKE_CROSS_ORIGIN: "all",
    TURNPIKE_CLOCK_SKEW_SECONDS: "60",
    TURNPIKE_REQUIRE_SIGNED_DATE: "on",
    TURNPIKE_MAX_BODY_MB: "1",
    TURNPIKE_TRUSTED_PROXIES: "10.0.0.0/8, ::1",
    TURNPIKE_BLOCKED_BACKENDS: "none",
    TURNPIKE_CONNECT_TIMEOUT_SECONDS: "2",
    TURNPIKE_WEBSOCKET_IDLE_SECONDS: "3",
    TURNPIKE_WEBSOCKET_MAX_SECONDS: "4",
    TURNPIKE_FUNCTIONS: "a/b/c=http://fn.test/",
  };
  assert.deepEqual(gatewaySettings(readConfig({}, variables)), {
    ...defaultGatewaySettings,
    isPathStyleAllowed: false,
    isBareReleasePathAllowed: true,
    ambiguousPaths: "normalise",
    planRateScope: "per-key",
    methodMismatchStatus: 405,
    crossOriginRefusal: "all",
    clockSkewSeconds: 60,
    isSignedDateRequired: true,
    maxBodyBytes: 1_048_576,
    trustedProxies: ["10.0.0.0/8", "::1"],
    blockedBackendAddresses: [],
    timeouts: { ...defaultGatewaySettings.timeouts, connectMs: 2_000 },
    webSocketLimits: { idleMs: 3_000, totalMs: 4_000 },
    functions: [{ pattern: ["a", "b", "c"], url: "http://fn.test/" }],
  });
});
