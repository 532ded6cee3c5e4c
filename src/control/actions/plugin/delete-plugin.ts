import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadPlugin } from "./load.ts";

/**
 * Refused while the plugin is attached: an address list that vanishes silently would open the APIs behind it. An API whose
 * draft is gone counts as long as an environment runs it.
 */
export const deletePlugin: Handler<"DeletePlugin"> = async (call, input) => {
  const plugin = await loadPlugin(call, input.PluginId);
  if (await call.tx.pluginAttachments.isInForce(plugin.id)) {
    const message =
      "The plugin is attached to APIs; detach it from them first, and release services whose APIs with it were deleted.";
    throw new ApiError("UnsupportedOperation.InvalidAction", message);
  }
  await call.tx.plugins.delete(call.scope, plugin.id);
  return { Result: true };
};
