import type { Handler } from "../../action.ts";
import { loadPlugin } from "./load.ts";
import { toWireAttachedApi, toWirePlugin } from "./wire.ts";

/** How many of its APIs each plugin of a list shows; the total counts them all. */
const shownApis = { offset: 0, limit: 20 };

const noAttachments = { total: 0, items: [] };

/** The page is one of the plugin's APIs. */
export const describePlugin: Handler<"DescribePlugin"> = async (call, input) => {
  const plugin = await loadPlugin(call, input.PluginId);
  const page = { offset: input.Offset, limit: input.Limit };
  const attachments = await call.tx.pluginAttachments.list({ pluginId: plugin.id }, page);
  return { Result: toWirePlugin(plugin, attachments) };
};

/** Unknown ids are no error: clients read an empty list as "deleted". */
export const describePlugins: Handler<"DescribePlugins"> = async (call, input) => {
  const filter = {
    ...(input.PluginIds === undefined ? {} : { ids: input.PluginIds }),
    ...(input.PluginName === undefined ? {} : { nameContains: input.PluginName }),
    ...(input.PluginType === undefined ? {} : { type: input.PluginType }),
  };
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.plugins.list(call.scope, filter, page);
  const attached = await call.tx.pluginAttachments.attached(items.map((plugin) => plugin.id));
  const set = [];
  for (const plugin of items) {
    const attachments = attached.has(plugin.id)
      ? await call.tx.pluginAttachments.list({ pluginId: plugin.id }, shownApis)
      : noAttachments;
    set.push(toWirePlugin(plugin, attachments));
  }
  return { Result: { TotalCount: total, PluginSet: set } };
};

export const describePluginApis: Handler<"DescribePluginApis"> = async (call, input) => {
  const plugin = await loadPlugin(call, input.PluginId);
  const page = { offset: input.Offset, limit: input.Limit };
  const { total, items } = await call.tx.pluginAttachments.list({ pluginId: plugin.id }, page);
  return { Result: { TotalCount: total, AttachedApis: items.map(toWireAttachedApi) } };
};
