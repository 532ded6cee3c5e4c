import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadPlugin } from "./load.ts";

/** Refused while the plugin is attached: an address list that vanishes silently would open the APIs behind it. */
export const deletePlugin: Handler<"DeletePlugin"> = async (call, input) => {
  const plugin = await loadPlugin(call, input.PluginId);
  const { total } = await call.tx.pluginAttachments.list({ pluginId: plugin.id }, { offset: 0, limit: 0 });
  if (total > 0) {
    const message = `The plugin is attached to ${total} APIs; detach it from them first.`;
    throw new ApiError("UnsupportedOperation.InvalidAction", message);
  }
  await call.tx.plugins.delete(call.scope, plugin.id);
  return { Result: true };
};
