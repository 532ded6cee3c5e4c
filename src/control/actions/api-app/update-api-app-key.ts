import type { ApiApp } from "../../../model/api-app.ts";
import { newKeySecret } from "../../../model/identifiers.ts";
import { isKeyId, isKeySecret } from "../../../model/key-form.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { UpdateApiAppKeyRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { loadApp } from "./load.ts";

/**
 * Replaces the secret, and the key too if another one is given. What the app had before stops working at once. The new
 * secret is the one sent along, or made up and then read from the list of apps.
 */
export const updateApiAppKey: Handler<"UpdateApiAppKey"> = async (call, input) => {
  const app = await loadApp(call, input.ApiAppId);
  const key = await checkKey(call, app, input.ApiAppKey);
  const secret = chosenSecret(input) ?? newKeySecret(call.random);
  await call.tx.apiApps.update({ ...app, key, secret, modifiedAt: call.now });
  return { Result: true };
};

async function checkKey(call: Call, app: ApiApp, key: string): Promise<string> {
  if (key === app.key) return key;
  if (!isKeyId(key)) {
    const message = "The parameter `ApiAppKey` must have 5 to 50 letters, digits, underscores or hyphens.";
    throw new ApiError("InvalidParameter.FormatError", message);
  }
  if (await call.tx.apiApps.isKeyTaken(key)) {
    // Apps of other accounts count: the gateway tells callers apart by the key alone.
    throw new ApiError("InvalidParameter.FormatError", `The key \`${quote(key)}\` of an API app is already taken.`);
  }
  return key;
}

function chosenSecret({ ApiAppSecret: secret }: UpdateApiAppKeyRequest): string | undefined {
  if (secret === undefined || secret === "" || isKeySecret(secret)) return secret || undefined;
  const message = "The parameter `ApiAppSecret` must have 10 to 50 letters, digits, underscores or hyphens.";
  throw new ApiError("InvalidParameter.FormatError", message);
}
