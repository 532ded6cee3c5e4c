import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApiKeys } from "../api-key/load.ts";
import { loadPlan } from "./load.ts";

/** Takes keys out of a plan, disabled ones too: all of them or none. */
export const unBindSecretIds: Handler<"UnBindSecretIds"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  const ids = [...new Set(input.AccessKeyIds)];
  await loadApiKeys(call, ids);
  const present = new Set(await call.tx.memberships.present(plan.id, ids));
  const absent = ids.find((id) => !present.has(id));
  if (absent !== undefined) {
    const message = `The API key \`${absent}\` is not in usage plan \`${plan.id}\`.`;
    throw new ApiError("ResourceNotFound.InvalidAccessKeyId", message);
  }
  await call.tx.memberships.remove(plan.id, ids);
  return { Result: true };
};
