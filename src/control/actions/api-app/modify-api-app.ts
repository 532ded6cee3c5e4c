import type { Handler } from "../../action.ts";
import { loadApp } from "./load.ts";

/** Omitted members keep their value; a call that changes nothing succeeds. */
export const modifyApiApp: Handler<"ModifyApiApp"> = async (call, input) => {
  const app = await loadApp(call, input.ApiAppId);
  const name = input.ApiAppName ?? app.name;
  const description = input.ApiAppDesc ?? app.description;
  await call.tx.apiApps.update({ ...app, name, description, modifiedAt: call.now });
  return { Result: true };
};
