import { parsePlugin } from "../../../model/plugin/parse-plugin.ts";
import { upstreamsOf } from "../../../model/plugin/parts-of.ts";
import type { Plugin } from "../../../model/plugin.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadUpstream } from "./load.ts";

/** Refused while an API sends its calls there, by its draft or in a version that runs, or a plugin may. */
export const deleteUpstream: Handler<"DeleteUpstream"> = async (call, input) => {
  const { id } = await loadUpstream(call, input.UpstreamId);
  const { items } = await call.tx.upstreams.listUses(id, {}, { offset: 0, limit: 1 });
  const [use] = items;
  if (use !== undefined) {
    const message = `The API ${use.apiId} of the service ${use.serviceId} uses the upstream.`;
    throw new ApiError("UnsupportedOperation.UnsupportedDeleteUpstream", message);
  }
  const plugin = await findPluginNaming(call, id);
  if (plugin !== undefined) {
    const message = `The plugin \`${plugin.id}\` names the upstream.`;
    throw new ApiError("UnsupportedOperation.UnsupportedDeleteUpstream", message);
  }
  await call.tx.upstreams.delete(call.scope, id);
  return { UpstreamId: id };
};

/** A plugin with a route or a fallback to the upstream, attached or not. JSON may spell any letter as an escape. */
async function findPluginNaming(call: Call, upstreamId: string): Promise<Plugin | undefined> {
  const candidates = await call.tx.plugins.holding(call.scope, [upstreamId, "\\u"]);
  return candidates.find(({ type, data }) => upstreamsOf(type, parsePlugin(type, data)).includes(upstreamId));
}
