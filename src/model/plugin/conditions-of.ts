import type { PluginType } from "../plugin.ts";
import type { Condition } from "./condition/condition.ts";
import type { PluginConfigs } from "./parse-plugin.ts";

/** All conditions on requests that plugin data holds. */
export function conditionsOf<T extends PluginType>(type: T, config: PluginConfigs[T]): readonly Condition[] {
  if (type === "Routing") return (config as PluginConfigs["Routing"]).routes.map(({ condition }) => condition);
  if (type !== "TrafficControlByParameter") return [];
  const { strategies } = config as PluginConfigs["TrafficControlByParameter"];
  return strategies.flatMap(({ condition }) => condition ?? []);
}
