import type { Plugin } from "../../../model/plugin.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The plugin of that id in the call's account and region. Throws `ResourceNotFound.InvalidPlugin`. */
export async function loadPlugin(call: Call, id: string): Promise<Plugin> {
  const plugin = await call.tx.plugins.find(call.scope, id);
  if (plugin !== undefined) return plugin;
  throw new ApiError("ResourceNotFound.InvalidPlugin", `The plugin \`${quote(id)}\` does not exist.`);
}
