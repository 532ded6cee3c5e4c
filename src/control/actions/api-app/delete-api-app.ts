import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApp } from "./load.ts";

export const deleteApiApp: Handler<"DeleteApiApp"> = async (call, input) => {
  const app = await loadApp(call, input.ApiAppId);
  if (await call.tx.appBindings.isAppBound(app.id)) {
    const message = `The API app \`${app.id}\` is bound to APIs; unbind it before deleting it.`;
    throw new ApiError("UnsupportedOperation.ResourceAssociated", message);
  }
  await call.tx.apiApps.delete(call.scope, app.id);
  return { Result: true };
};
