import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApiKey } from "./load.ts";

export const enableApiKey: Handler<"EnableApiKey"> = async (call, input) => {
  await setEnabled(call, input.AccessKeyId, true);
  return { Result: true };
};

/** Plans may hold the key: what is signed with it is refused from now on. */
export const disableApiKey: Handler<"DisableApiKey"> = async (call, input) => {
  await setEnabled(call, input.AccessKeyId, false);
  return { Result: true };
};

async function setEnabled(call: Call, id: string, isEnabled: boolean): Promise<void> {
  const key = await loadApiKey(call, id);
  if (key.isEnabled === isEnabled) {
    const message = `The API key \`${key.id}\` is already ${isEnabled ? "enabled" : "disabled"}.`;
    throw new ApiError("UnsupportedOperation.UnsupportedUpdateApiKey", message);
  }
  await call.tx.apiKeys.update({ ...key, isEnabled, modifiedAt: call.now });
}
