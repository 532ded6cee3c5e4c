import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { loadApi } from "./load.ts";

/** Removes the draft. A version that holds the API goes on serving it until the next release. */
export const deleteApi: Handler<"DeleteApi"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const api = await loadApi(call, service.id, input.ApiId);
  if ((await call.tx.bindings.count({ serviceId: service.id, level: "API", apiIds: [api.id] })) > 0) {
    // The published code is spelt without its last letter.
    throw new ApiError("FailedOperation.ApiBindEnvironmen", "Usage plans are bound to the API; unbind them first.");
  }
  await call.tx.apis.delete(call.scope, service.id, api.id);
  return { Result: true };
};
