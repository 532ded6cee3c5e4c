import type { Api } from "../../../model/api.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** The draft of an API of the service. Throws `ResourceNotFound.InvalidApi`. */
export async function loadApi(call: Call, serviceId: string, apiId: string): Promise<Api> {
  const api = await call.tx.apis.find(call.scope, serviceId, apiId);
  if (api === undefined) throw noSuchApi(serviceId, apiId);
  return api;
}

/** The drafts in the order of `apiIds`, each once; fails on the first that is unknown. */
export async function loadApis(call: Call, serviceId: string, apiIds: readonly string[]): Promise<readonly Api[]> {
  const ids = [...new Set(apiIds)];
  const found = await call.tx.apis.findMany(call.scope, serviceId, ids);
  const byId = new Map(found.map((api) => [api.id, api]));
  return ids.map((id) => {
    const api = byId.get(id);
    if (api === undefined) throw noSuchApi(serviceId, id);
    return api;
  });
}

export function noSuchApi(serviceId: string, apiId: string): ApiError {
  const message = `There is no API \`${quote(apiId)}\` in the service \`${quote(serviceId)}\`.`;
  return new ApiError("ResourceNotFound.InvalidApi", message);
}
