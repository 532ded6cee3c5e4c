import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApiKey } from "./load.ts";

export const deleteApiKey: Handler<"DeleteApiKey"> = async (call, input) => {
  const key = await loadApiKey(call, input.AccessKeyId);
  if (key.isEnabled) {
    const message = `The API key \`${key.id}\` is enabled; disable it before deleting it.`;
    throw new ApiError("UnsupportedOperation.InvalidStatus", message);
  }
  const [planId] = (await call.tx.memberships.plansOf([key.id])).get(key.id) ?? [];
  if (planId !== undefined) {
    const message = `The API key \`${key.id}\` is in usage plan \`${planId}\`; unbind it before deleting it.`;
    throw new ApiError("UnsupportedOperation.ResourceIsInUse", message);
  }
  await call.tx.apiKeys.delete(call.scope, key.id);
  return { Result: true };
};
