import { idPrefixes, newResourceId } from "../../../model/identifiers.ts";
import type { Plugin } from "../../../model/plugin.ts";
import type { Handler } from "../../action.ts";
import { toTags } from "../tags.ts";
import { checkPluginData, checkPluginUpstreams, createPluginCodes } from "./check-plugin-data.ts";
import { toWirePlugin } from "./wire.ts";

/** Names need not be unique. The data is kept as it was written: clients compare what they read back. */
export const createPlugin: Handler<"CreatePlugin"> = async (call, input) => {
  checkPluginData(input.PluginType, input.PluginData, call.settings.functions, createPluginCodes);
  await checkPluginUpstreams(call, input.PluginType, input.PluginData, createPluginCodes);
  const plugin: Plugin = {
    ...call.scope,
    id: newResourceId(idPrefixes.plugin, call.random),
    name: input.PluginName,
    type: input.PluginType,
    data: input.PluginData,
    description: input.Description ?? null,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.plugins.insert(plugin);
  return { Result: toWirePlugin(plugin) };
};
