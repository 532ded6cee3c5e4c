import type { PluginType } from "../../../src/model/plugin.ts";
import type { ApiState, ServiceState, SnapshotDelta } from "../../../src/snapshot/delta.ts";
import { service, serving } from "../state.ts";

/** A plugin at the test API in `release`. */
export function plugin(type: PluginType, data: unknown, id = "plugin-abcd1234"): ServiceState["plugins"][number] {
  const places = [{ environment: "release", apiId: "api-abcd1234" }] as const;
  return { id, type, data: JSON.stringify(data), places };
}

/** The whole state: one service with the APIs, and the plugins at the test API. */
export function servingWith(
  apis: readonly ApiState[],
  plugins: ServiceState["plugins"],
  parts: Partial<SnapshotDelta> = {},
): SnapshotDelta {
  return serving(apis, { services: [service({ plugins })], ...parts });
}
