import type { Api } from "../../../model/api.ts";
import type { EnvironmentName } from "../../../model/environment.ts";
import { type Plugin, pluginKind } from "../../../model/plugin.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApis } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { loadPlugin } from "./load.ts";

/** Puts a plugin in force at APIs that run in the environment: at all of them or none. One that is there already stays. */
export const attachPlugin: Handler<"AttachPlugin"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const plugin = await loadPlugin(call, input.PluginId);
  const apis = await loadApis(call, service.id, input.ApiIds);
  const environment = input.EnvironmentName;
  await checkReleased(call, service.id, environment, apis);
  const added = await findUnattached(call, plugin, service.id, environment, apis);
  await checkQuota(call, plugin, service.id);
  const place = { pluginId: plugin.id, serviceId: service.id, environment, attachedAt: call.now };
  await call.tx.pluginAttachments.add(added.map((api) => ({ ...place, apiId: api.id })));
  return { Result: true };
};

async function checkReleased(
  call: Call,
  serviceId: string,
  environment: EnvironmentName,
  apis: readonly Api[],
): Promise<void> {
  const ids = apis.map((api) => api.id);
  const environments = await call.tx.releases.environmentsOf(serviceId, ids);
  const absent = ids.find((id) => environments.get(id)?.includes(environment) !== true);
  if (absent === undefined) return;
  const message = `The API \`${absent}\` is not released in the environment ${environment}.`;
  throw new ApiError("InvalidParameterValue.InvalidEnvStatus", message);
}

/** The APIs that do not have the plugin yet. Fails when one of them has another of the same kind. */
async function findUnattached(
  call: Call,
  plugin: Plugin,
  serviceId: string,
  environment: EnvironmentName,
  apis: readonly Api[],
): Promise<readonly Api[]> {
  const apiIds = apis.map((api) => api.id);
  const present = await call.tx.pluginAttachments.find({ serviceId, environment, apiIds });
  const ofKind = present.filter(({ type }) => pluginKind(type) === pluginKind(plugin.type));
  const other = ofKind.find(({ pluginId }) => pluginId !== plugin.id);
  if (other !== undefined) {
    const message =
      `The API \`${other.apiId}\` has the plugin \`${other.pluginId}\` of the type ${other.type} in the environment ` +
      `${environment}; detach it first.`;
    throw new ApiError("InvalidParameter.DuplicatePluginConfig", message);
  }
  const attached = new Set(ofKind.map(({ apiId }) => apiId));
  return apis.filter((api) => !attached.has(api.id));
}

async function checkQuota(call: Call, plugin: Plugin, serviceId: string): Promise<void> {
  const limit = call.settings.quotas.servicesPerPlugin;
  const serviceIds = await call.tx.pluginAttachments.servicesOf(plugin.id);
  if (serviceIds.includes(serviceId) || serviceIds.length < limit) return;
  const message = `The plugin is attached in ${limit} services, which is the most it may be.`;
  throw new ApiError("LimitExceeded.ServiceCountForPluginLimitExceeded", message);
}
