import type { FunctionRoute } from "../../model/cloud-function.ts";
import { parsePlugin } from "../../model/plugin/parse-plugin.ts";
import type { PluginType } from "../../model/plugin.ts";
import type { Clock } from "../clock.ts";
import type { EndpointClient } from "../endpoint-client.ts";
import { gatewayError } from "../errors.ts";
import type { SharedWindows } from "../limits/shared-windows.ts";
import type { ApiPlugins } from "./api-plugins.ts";
import { prepareAsk } from "./ask-endpoint.ts";
import { compileCircuitBreaker } from "./circuit-breaker/circuit-breaker.ts";
import { compileCors } from "./cors/cors-policy.ts";
import { compileCustomAuth } from "./custom-auth/custom-auth.ts";
import { compileCustomRequest } from "./custom-request/custom-request.ts";
import { compileIpControl } from "./ip-control/ip-control.ts";
import { compileParameterTrafficControl } from "./parameter-traffic-control/parameter-traffic-control.ts";
import { compileProxyCache } from "./proxy-cache/proxy-cache.ts";
import type { ResponseStore } from "./proxy-cache/response-store.ts";
import { compileRouting } from "./routing/routing.ts";
import { compileTrafficControl } from "./traffic-control/traffic-control.ts";

/** What plugins of whatever type need from the gateway. */
export interface PluginParts {
  readonly clock: Clock;
  readonly endpoints: EndpointClient;
  /** Where functions are called. */
  readonly functions: readonly FunctionRoute[];
  readonly responses: ResponseStore;
  readonly windows: SharedWindows;
}

/** By what a plugin keeps apart what it remembers. */
export interface PluginNames {
  /** Of this instance alone. */
  readonly instance: string;
  /** Of this data at this place, in every thread and for as long as the process lives. */
  readonly rule: string;
}

type Compile = (data: string, parts: PluginParts, names: PluginNames) => Partial<ApiPlugins>;

const kinds: { readonly [T in PluginType]: Compile } = {
  IPControl: (data) => compileIpControl(parsePlugin("IPControl", data)),
  TrafficControl: (data, { windows }, { rule }) =>
    compileTrafficControl(parsePlugin("TrafficControl", data), windows, rule),
  TrafficControlByParameter: (data, { windows }, { rule }) =>
    compileParameterTrafficControl(parsePlugin("TrafficControlByParameter", data), windows, rule),
  Cors: (data) => compileCors(parsePlugin("Cors", data)),
  Routing: (data, { functions }) => compileRouting(parsePlugin("Routing", data), functions),
  CircuitBreaker: (data, { clock, functions }) =>
    compileCircuitBreaker(parsePlugin("CircuitBreaker", data), clock, functions),
  ProxyCache: (data, { clock, responses }, { instance }) =>
    compileProxyCache(parsePlugin("ProxyCache", data), { name: instance, store: responses, clock }),
  CustomAuth(data, { endpoints, functions, clock }) {
    const auth = parsePlugin("CustomAuth", data);
    return compileCustomAuth(auth, prepareAsk(auth.endpoint, endpoints, functions), clock);
  },
  CustomReq(data, { endpoints, functions }) {
    const settings = parsePlugin("CustomReq", data);
    return compileCustomRequest(settings, prepareAsk(settings.endpoint, endpoints, functions));
  },
};

/** Prepares a plugin for one API. Never throws. */
export function compilePlugin(
  type: PluginType,
  data: string,
  parts: PluginParts,
  names: PluginNames,
  onProblem: (message: string) => void,
): Partial<ApiPlugins> {
  return guard(() => kinds[type](data, parts, names), onProblem);
}

/** What cannot be served refuses all calls, as nobody can tell what it was to keep out. */
export function guard(compile: () => Partial<ApiPlugins>, onProblem: (message: string) => void): Partial<ApiPlugins> {
  try {
    return compile();
  } catch (error) {
    onProblem(error instanceof Error ? error.message : String(error));
    return { fault: () => gatewayError("apiMisconfigured") };
  }
}
