import { defaultGatewaySettings } from "../../gateway/settings.ts";
import { bytesPerMb, flag, oneOf, setting, wholeNumber } from "../setting.ts";

/** What callers of the gateway may send, and how it is understood. */
export const callSettings = {
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
  planRateScope: setting<"plan" | "key">({
    env: "TURNPIKE_PLAN_RATE_SCOPE",
    default: "plan",
    parse: oneOf("plan", "key"),
    help: "Who shares a usage plan's rate: all keys of the `plan`, or each `key` has its own.",
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
} as const;
