import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApi } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { loadPlugin } from "./load.ts";

/** Works for an environment that has been taken offline, too. */
export const detachPlugin: Handler<"DetachPlugin"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const plugin = await loadPlugin(call, input.PluginId);
  const api = await loadApi(call, service.id, input.ApiId);
  const environment = input.EnvironmentName;
  const place = { pluginId: plugin.id, serviceId: service.id, environment };
  const [attachment] = await call.tx.pluginAttachments.find({ ...place, apiIds: [api.id] });
  if (attachment === undefined) {
    const message = `The plugin is not attached to the API \`${api.id}\` in the environment ${environment}.`;
    throw new ApiError("InvalidParameterValue.InvalidApiIds", message);
  }
  await call.tx.pluginAttachments.remove(attachment);
  return { Result: true };
};
