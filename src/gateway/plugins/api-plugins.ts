import type { Stage } from "../exchange.ts";
import type { CorsPolicy } from "./cors/cors-policy.ts";
import type { AddressRule } from "./ip-control/ip-control.ts";
import type { CallLimit } from "./traffic-control/call-limit.ts";

/** What the plugins of one API in one environment do, by where in a request's life they do it. */
export interface ApiPlugins {
  readonly addressRules: readonly AddressRule[];
  /** Stands in for the API's own CORS switch. */
  readonly cors: CorsPolicy | null;
  readonly customAuth: Stage | null;
  readonly limit: CallLimit | null;
  readonly customRequest: Stage | null;
  readonly cache: Stage | null;
  readonly routing: Stage | null;
  readonly breaker: Stage | null;
  /** A plugin that cannot be served: calls are refused rather than let through without it. */
  readonly fault: Stage | null;
}

export const noPlugins: ApiPlugins = {
  addressRules: [],
  cors: null,
  customAuth: null,
  limit: null,
  customRequest: null,
  cache: null,
  routing: null,
  breaker: null,
  fault: null,
};

type StageName = "fault" | "customAuth" | "customRequest" | "cache" | "routing" | "breaker";

/** The pipeline's place for one kind of plugin. */
export function pluginStage(name: StageName): Stage {
  return (exchange) => exchange.plugins?.[name]?.(exchange);
}
