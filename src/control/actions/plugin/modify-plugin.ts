import type { Handler } from "../../action.ts";
import { checkPluginData, checkPluginUpstreams, modifyPluginCodes } from "./check-plugin-data.ts";
import { loadPlugin } from "./load.ts";

/** Omitted members keep their value, and the type never changes. In force at once wherever the plugin is attached. */
export const modifyPlugin: Handler<"ModifyPlugin"> = async (call, input) => {
  const plugin = await loadPlugin(call, input.PluginId);
  if (input.PluginData !== undefined) {
    checkPluginData(plugin.type, input.PluginData, call.settings.functions, modifyPluginCodes);
    await checkPluginUpstreams(call, plugin.type, input.PluginData, modifyPluginCodes);
  }
  await call.tx.plugins.update({
    ...plugin,
    name: input.PluginName ?? plugin.name,
    description: input.Description ?? plugin.description,
    data: input.PluginData ?? plugin.data,
    modifiedAt: call.now,
  });
  return { Result: true };
};
