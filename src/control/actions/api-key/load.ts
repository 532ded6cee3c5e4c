import type { ApiKey } from "../../../model/api-key.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";

export async function loadApiKey(call: Call, id: string): Promise<ApiKey> {
  const key = await call.tx.apiKeys.find(call.scope, id);
  if (key === undefined) throw noSuchKey(id);
  return key;
}

/** The keys in the order of `ids`; fails on the first that is unknown. */
export async function loadApiKeys(call: Call, ids: readonly string[]): Promise<readonly ApiKey[]> {
  const found = await call.tx.apiKeys.findMany(call.scope, ids);
  const byId = new Map(found.map((key) => [key.id, key]));
  return ids.map((id) => {
    const key = byId.get(id);
    if (key === undefined) throw noSuchKey(id);
    return key;
  });
}

function noSuchKey(id: string): ApiError {
  return new ApiError("ResourceNotFound.InvalidAccessKeyId", `The API key \`${quote(id)}\` does not exist.`);
}
