import type { ApiKey } from "../../../model/api-key.ts";
import { newKeySecret } from "../../../model/identifiers.ts";
import { isKeySecret } from "../../../model/key-form.ts";
import type { Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadApiKey } from "./load.ts";
import { toWireApiKey } from "./wire.ts";

/** Replaces the secret; the old one stops working at once. */
export const updateApiKey: Handler<"UpdateApiKey"> = async (call, input) => {
  const key = await loadApiKey(call, input.AccessKeyId);
  const secret = key.type === "manual" ? chosenSecret(key, input.AccessKeySecret) : newKeySecret(call.random);
  if (!key.isEnabled) {
    const message = `The API key \`${key.id}\` is disabled; enable it before replacing its secret.`;
    throw new ApiError("UnsupportedOperation.UnsupportedUpdateApiKey", message);
  }
  const updated: ApiKey = { ...key, secret, modifiedAt: call.now };
  await call.tx.apiKeys.update(updated);
  return { Result: toWireApiKey(updated) };
};

function chosenSecret(key: ApiKey, secret: string | undefined): string {
  if (secret !== undefined && isKeySecret(secret)) return secret;
  const message =
    `The API key \`${key.id}\` is manual: replacing its secret needs an \`AccessKeySecret\` of 10 to 50 letters, ` +
    "digits, underscores or hyphens.";
  throw new ApiError("InvalidParameter.FormatError", message);
}
