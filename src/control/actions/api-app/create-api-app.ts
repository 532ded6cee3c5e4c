import type { ApiApp } from "../../../model/api-app.ts";
import { idPrefixes, newAppKey, newKeySecret, newResourceId } from "../../../model/identifiers.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { toWireApp } from "./wire.ts";

export const createApiApp: Handler<"CreateApiApp"> = async (call, input) => {
  await checkQuota(call);
  const app: ApiApp = {
    ...call.scope,
    id: newResourceId(idPrefixes.apiApp, call.random),
    name: input.ApiAppName,
    description: input.ApiAppDesc ?? "",
    key: newAppKey(call.random),
    secret: newKeySecret(call.random),
    tags: [],
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.apiApps.insert(app);
  return { Result: toWireApp(app) };
};

async function checkQuota(call: Call): Promise<void> {
  const limit = call.settings.quotas.apiApps;
  if ((await call.tx.apiApps.count(call.scope)) < limit) return;
  const message = `This region already has ${limit} API apps, which is the most it may have.`;
  throw new ApiError("LimitExceeded.ApiAppCountLimitExceeded", message);
}
