import type { ApiKey } from "../../../model/api-key.ts";
import { newKeyId, newKeySecret } from "../../../model/identifiers.ts";
import { isKeyId, isKeySecret } from "../../../model/key-form.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { CreateApiKeyRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { toTags } from "../tags.ts";
import { toWireApiKey } from "./wire.ts";

export const createApiKey: Handler<"CreateApiKey"> = async (call, input) => {
  const pair = input.AccessKeyType === "manual" ? chosenPair(input) : generatedPair(call);
  await checkQuota(call);
  if (await call.tx.apiKeys.isTaken(pair.id)) {
    // Other accounts and regions count: the gateway tells callers apart by the id alone.
    throw new ApiError("FailedOperation.AccessKeyExist", `The API key id \`${quote(pair.id)}\` is already taken.`);
  }
  const key: ApiKey = {
    ...call.scope,
    ...pair,
    name: input.SecretName,
    type: input.AccessKeyType,
    isEnabled: true,
    tags: toTags(input.Tags),
    createdAt: call.now,
    modifiedAt: call.now,
  };
  await call.tx.apiKeys.insert(key);
  return { Result: toWireApiKey(key) };
};

/** An id or secret sent along with type `auto` is not used. */
function generatedPair(call: Call): Pick<ApiKey, "id" | "secret"> {
  return { id: newKeyId(call.random), secret: newKeySecret(call.random) };
}

function chosenPair(input: CreateApiKeyRequest): Pick<ApiKey, "id" | "secret"> {
  const { AccessKeyId: id, AccessKeySecret: secret } = input;
  if (id === undefined || !isKeyId(id)) {
    const message = "A manual API key needs an `AccessKeyId` of 5 to 50 letters, digits, underscores or hyphens.";
    throw new ApiError("InvalidParameter.FormatError", message);
  }
  if (secret === undefined || !isKeySecret(secret)) {
    const message = "A manual API key needs an `AccessKeySecret` of 10 to 50 letters, digits, underscores or hyphens.";
    throw new ApiError("InvalidParameter.FormatError", message);
  }
  return { id, secret };
}

async function checkQuota(call: Call): Promise<void> {
  const limit = call.settings.quotas.apiKeys;
  if ((await call.tx.apiKeys.count(call.scope)) < limit) return;
  const message = `This region already has ${limit} API keys, which is the most it may have.`;
  throw new ApiError("LimitExceeded.ApiKeyCountLimitExceeded", message);
}
