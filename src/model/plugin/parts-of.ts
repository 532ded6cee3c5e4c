import { isHttpBackend } from "../api.ts";
import type { FunctionName } from "../cloud-function.ts";
import type { PluginType } from "../plugin.ts";
import type { PluginBackend } from "./backend.ts";
import type { Condition } from "./condition/condition.ts";
import type { PluginConfigs } from "./parse-plugin.ts";

/** All conditions on requests that plugin data holds. */
export function conditionsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly Condition[] {
  if (type === "Routing") return (config as PluginConfigs["Routing"]).routes.map(({ condition }) => condition);
  if (type !== "TrafficControlByParameter") return [];
  const { strategies } = config as PluginConfigs["TrafficControlByParameter"];
  return strategies.flatMap(({ condition }) => condition ?? []);
}

/** All functions that plugin data names, as backends or to be asked. */
export function functionsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly FunctionName[] {
  const named = backendsOf(type, config).flatMap(({ backend }) => (backend.type === "SCF" ? backend.function : []));
  if (type !== "CustomAuth" && type !== "CustomReq") return named;
  const { endpoint } = config as PluginConfigs["CustomAuth" | "CustomReq"];
  return endpoint.kind === "function" ? [endpoint.function] : [];
}

/** The ids of all upstreams that plugin data names. */
export function upstreamsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly string[] {
  return backendsOf(type, config).flatMap(({ backend }) => (isHttpBackend(backend) && backend.upstreamId) || []);
}

/** All backends that plugin data names. */
export function backendsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly PluginBackend[] {
  if (type === "Routing") return (config as PluginConfigs["Routing"]).routes;
  if (type !== "CircuitBreaker") return [];
  const { fallback } = config as PluginConfigs["CircuitBreaker"];
  return fallback === null ? [] : [fallback];
}
