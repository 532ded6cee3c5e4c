import type { Api } from "../../../model/api.ts";
import type { ApiApp, AppBinding } from "../../../model/api-app.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApi, noSuchApi } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { loadAnyApp } from "./load.ts";

/** Lets an app call an API in an environment, which need not be released. In force at once. */
export const bindApiApp: Handler<"BindApiApp"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  const app = await loadAnyApp(call, input.ApiAppId);
  if (api.definition.authType !== "APP") {
    const message = `The API \`${api.id}\` does not authenticate by app; only APIs of AuthType APP take apps.`;
    throw new ApiError("UnsupportedOperation.UnsupportedBindEnvironment", message);
  }
  const place = { apiAppId: app.id, serviceId: service.id, environment: input.Environment, apiId: api.id };
  if ((await call.tx.appBindings.find(place)) !== undefined) throw alreadyBound(place);
  await checkQuota(call, api, app);
  await call.tx.appBindings.add({ ...place, createdAt: call.now });
  return { Result: true };
};

export const unbindApiApp: Handler<"UnbindApiApp"> = async (call, input) => {
  const service = await call.tx.services.find(call.scope, input.ServiceId);
  // This action lists no code for an unknown service.
  if (service === undefined) throw noSuchApi(input.ServiceId, input.ApiId);
  const api = await loadApi(call, service.id, input.ApiId);
  const app = await loadAnyApp(call, input.ApiAppId);
  const place = { apiAppId: app.id, serviceId: service.id, environment: input.Environment, apiId: api.id };
  const binding = await call.tx.appBindings.find(place);
  if (binding === undefined) {
    const message = `The API app \`${app.id}\` is not bound to \`${api.id}\` in ${input.Environment}.`;
    throw new ApiError("UnsupportedOperation.ResourceUnassociated", message);
  }
  await call.tx.appBindings.remove(binding);
  return { Result: true };
};

function alreadyBound({ apiAppId, apiId, environment }: Omit<AppBinding, "createdAt">): ApiError {
  const message = `The API app \`${apiAppId}\` is already bound to \`${apiId}\` in ${environment}.`;
  return new ApiError("UnsupportedOperation.ResourceAssociated", message);
}

/** An app counts once, in however many environments it is bound. */
async function checkQuota(call: Call, api: Api, app: ApiApp): Promise<void> {
  const limit = call.settings.quotas.apiAppsPerApi;
  const bound = await call.tx.appBindings.appsOf(api.serviceId, api.id);
  if (bound.length < limit || bound.includes(app.id)) return;
  const message = `The API \`${api.id}\` already has ${limit} API apps, which is the most it may have.`;
  throw new ApiError("LimitExceeded.ApiAppCountLimitExceeded", message);
}
