import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "./load.ts";

/**
 * Refused while anything depends on the service. `SkipVerification` only concerns services on exclusive instances, and tags
 * do not count: no action here could remove them beforehand.
 */
export const deleteService: Handler<"DeleteService"> = async (call, input) => {
  const { id } = await loadService(call, input.ServiceId);
  // The order is published: of several reasons the first is reported.
  if ((await call.tx.releases.running(id)).length > 0) {
    const message = "The service is released in an environment; take it offline first.";
    throw new ApiError("UnsupportedOperation.ExistingOnlineEnvironment", message);
  }
  if ((await call.tx.apis.count(id)) > 0) {
    throw new ApiError("UnsupportedOperation.ApiListNotEmpty", "The service still has APIs; delete them first.");
  }
  if ((await call.tx.bindings.count({ serviceId: id })) > 0) {
    throw new ApiError(
      "UnsupportedOperation.UsagePlanInUse",
      "Usage plans are bound to the service; unbind them first.",
    );
  }
  await call.tx.services.delete(call.scope, id);
  return { Result: true };
};
