import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "./load.ts";

/**
 * Refused while anything depends on the service, unless it is on an exclusive instance and `SkipVerification` asks for all
 * of it to go. Tags go with it: no action of this API could take them off beforehand, only the tag product.
 */
export const deleteService: Handler<"DeleteService"> = async (call, input) => {
  const { id, instanceId } = await loadService(call, input.ServiceId);
  if (instanceId === null || input.SkipVerification !== 1) await checkUnused(call, id);
  await call.tx.services.delete(call.scope, id);
  return { Result: true };
};

async function checkUnused(call: Call, id: string): Promise<void> {
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
  if ((await call.tx.customDomains.count(id)) > 0) {
    const message = "Custom domains are bound to the service; unbind them first.";
    throw new ApiError("UnsupportedOperation.UnsupportedDeleteService", message);
  }
}
