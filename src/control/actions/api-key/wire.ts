import type { ApiKey } from "../../../model/api-key.ts";
import type { ApiKey as WireApiKey } from "../../contract/generated/types.ts";
import { isoTime } from "../iso-time.ts";
import { tagsMember } from "../tags.ts";

/** Replies show the secret in clear: clients read it back from every one of them. */
export function toWireApiKey(key: ApiKey): WireApiKey {
  return {
    AccessKeyId: key.id,
    AccessKeySecret: key.secret ?? "",
    AccessKeyType: key.type,
    SecretName: key.name,
    Status: toWireStatus(key.isEnabled),
    CreatedTime: isoTime(key.createdAt),
    ModifiedTime: isoTime(key.modifiedAt),
    ...tagsMember(key.tags),
  };
}

export function toWireStatus(isEnabled: boolean): number {
  return isEnabled ? 1 : 0;
}
