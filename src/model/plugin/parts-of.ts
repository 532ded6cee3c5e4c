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

/** All backends that plugin data names. */
export function backendsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly PluginBackend[] {
  if (type === "Routing") return (config as PluginConfigs["Routing"]).routes;
  if (type !== "CircuitBreaker") return [];
  const { fallback } = config as PluginConfigs["CircuitBreaker"];
  return fallback === null ? [] : [fallback];
}
