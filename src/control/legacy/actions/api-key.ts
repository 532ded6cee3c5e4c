import { newResourceId } from "../../../model/identifiers.ts";
import { type Fields, list, same } from "../fields.ts";
import type { LegacyAction } from "../legacy-action.ts";

const renames = { secretId: "AccessKeyId", secretKey: "AccessKeySecret", type: "AccessKeyType" };
const secretPair: Fields = { secretId: "AccessKeyId", secretKey: "AccessKeySecret" };
const type: Fields = { type: "AccessKeyType" };

/** What API 3.0 calls API keys is called secrets here. */
export const legacyApiKeyActions: Readonly<Record<string, LegacyAction>> = {
  CreateApiKey: {
    action: "CreateApiKey",
    renames,
    values: { AccessKeyType: (text) => (text === "manunal" ? "manual" : text) },
    complete: ({ random }, members) => ({ SecretName: newResourceId("secret_", random), ...members }),
    reply: { ...same("secretName"), ...secretPair, ...type, ...same("createdTime") },
  },
  DeleteApiKey: { action: "DeleteApiKey", renames },
  EnableApiKey: { action: "EnableApiKey", renames },
  DisableApiKey: { action: "DisableApiKey", renames },
  UpdateApiKey: {
    action: "UpdateApiKey",
    renames,
    reply: { ...secretPair, ...type, ...same("modifiedTime") },
  },
  DescribeApiKey: {
    action: "DescribeApiKey",
    renames,
    reply: { ...same("secretName"), ...secretPair, ...same("status"), ...type, ...same("createdTime", "modifiedTime") },
  },
  DescribeApiKeysStatus: {
    action: "DescribeApiKeysStatus",
    filters: { secretIds: "AccessKeyId", searchName: "SecretName" },
    list: {
      rows: "apiKeyStatusSet",
      matches: { searchId: "secretId" },
      searched: ["secretName", "secretId"],
      isOrdered: true,
    },
    reply: {
      ...same("totalCount"),
      apiKeyStatusSet: list("ApiKeySet", {
        secretId: "AccessKeyId",
        ...same("secretName", "status"),
        ...type,
        ...same("createdTime", "modifiedTime"),
      }),
    },
  },
};
