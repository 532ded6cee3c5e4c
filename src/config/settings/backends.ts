import { defaultGatewaySettings } from "../../gateway/settings.ts";
import type { FunctionRoute } from "../../model/cloud-function.ts";
import { addressBlocks, functionRoutes, setting, wholeNumber } from "../setting.ts";

/** How backends are reached. */
export const backendSettings = {
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
} as const;
