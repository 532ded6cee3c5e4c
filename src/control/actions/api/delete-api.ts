import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { loadApi } from "./load.ts";
import { businessApisOf } from "./oauth.ts";

/** Removes the draft. A version that holds the API goes on serving it until the next release. */
export const deleteApi: Handler<"DeleteApi"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  if ((await call.tx.bindings.count({ serviceId: service.id, level: "API", apiIds: [api.id] })) > 0) {
    // The published code is spelt without its last letter.
    throw new ApiError("FailedOperation.ApiBindEnvironmen", "Usage plans are bound to the API; unbind them first.");
  }
  const [business] = await businessApisOf(call, api);
  if (business !== undefined) {
    const message = `The business API ${business} takes tokens of this authorization API; delete that one first.`;
    throw new ApiError("UnsupportedOperation.UnsupportedDeleteApi", message);
  }
  if ((await call.tx.appBindings.appsOf(service.id, api.id)).length > 0) {
    const message = "API apps are bound to the API; unbind them first.";
    throw new ApiError("UnsupportedOperation.ResourceAssociated", message);
  }
  await call.tx.apis.delete(call.scope, service.id, api.id);
  return { Result: true };
};
