import { pluginKind } from "../../../model/plugin.ts";
import type { Handler } from "../../action.ts";
import { loadApi } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { loadPlugin } from "./load.ts";
import { toWireAttachedPlugin } from "./wire.ts";

/** The plugins of an API, in all environments unless one is named. */
export const describePluginsByApi: Handler<"DescribePluginsByApi"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  const environment = input.EnvironmentName;
  const filter = { serviceId: service.id, apiIds: [api.id], ...(environment === undefined ? {} : { environment }) };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.pluginAttachments.list(filter, page);
  return { Result: { TotalCount: total, PluginSummary: items.map(toWireAttachedPlugin) } };
};

/** The APIs the plugin could be attached to, which are those that run in the environment, and those it is at. */
export const describeAllPluginApis: Handler<"DescribeAllPluginApis"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const plugin = await loadPlugin(call, input.PluginId);
  const environment = input.EnvironmentName;
  const running = (await call.tx.releases.running(service.id)).find((entry) => entry.environment === environment);
  if (running === undefined) return { Result: { TotalCount: 0, ApiSet: [] } };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.apis.listInVersion(running.versionName, page);
  const apiIds = items.map(({ id }) => id);
  const present = await call.tx.pluginAttachments.find({ serviceId: service.id, environment, apiIds });
  const attached = new Set(present.filter(({ pluginId }) => pluginId === plugin.id).map(({ apiId }) => apiId));
  const taken = new Set(
    present
      .filter(({ pluginId, type }) => pluginId !== plugin.id && pluginKind(type) === pluginKind(plugin.type))
      .map(({ apiId }) => apiId),
  );
  const set = items.map(({ id, definition }) => ({
    ApiId: id,
    ApiName: definition.name ?? "",
    ApiType: definition.apiType,
    Path: definition.path,
    Method: definition.method,
    AttachedOtherPlugin: taken.has(id),
    IsAttached: attached.has(id),
  }));
  return { Result: { TotalCount: total, ApiSet: set } };
};
