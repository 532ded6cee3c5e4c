import type { ApiApp } from "../../../model/api-app.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The app of the call's account and region. Throws `ResourceNotFound.InvalidApiApp`. */
export async function loadApp(call: Call, id: string): Promise<ApiApp> {
  const app = await call.tx.apiApps.find(call.scope, id);
  if (app === undefined) throw noSuchApp(id);
  return app;
}

/** The app of whatever account and region: the owner of an API may let somebody else's app call it. */
export async function loadAnyApp(call: Call, id: string): Promise<ApiApp> {
  const app = await call.tx.apiApps.findAnywhere(id);
  if (app === undefined) throw noSuchApp(id);
  return app;
}

function noSuchApp(id: string): ApiError {
  return new ApiError("ResourceNotFound.InvalidApiApp", `The API app \`${quote(id)}\` does not exist.`);
}
