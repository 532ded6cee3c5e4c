import type { ExclusiveInstance } from "../../../model/exclusive-instance.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

/** Throws `FailedOperation.InstanceNotExist`. */
export async function loadInstance(call: Call, id: string): Promise<ExclusiveInstance> {
  const instance = await call.tx.exclusiveInstances.find(call.scope, id);
  if (instance !== undefined) return instance;
  throw new ApiError("FailedOperation.InstanceNotExist", `The exclusive instance \`${quote(id)}\` does not exist.`);
}
