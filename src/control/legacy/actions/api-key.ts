import { newResourceId } from "../../../model/identifiers.ts";
import { type Fields, list, same } from "../fields.ts";
import type { LegacyAction } from "../legacy-action.ts";

const byId = { secretId: "AccessKeyId" };
const withSecret = { ...byId, secretKey: "AccessKeySecret" };
const secretPair: Fields = { secretId: "AccessKeyId", secretKey: "AccessKeySecret" };
const type: Fields = { type: "AccessKeyType" };

/** What API 3.0 calls API keys is called secrets here. */
export const legacyApiKeyActions: Readonly<Record<string, LegacyAction>> = {
  CreateApiKey: {
    action: "CreateApiKey",
    renames: { ...withSecret, type: "AccessKeyType" },
    values: { AccessKeyType: (text) => (text === "manunal" ? "manual" : text) },
    complete: ({ random }, members) => ({ SecretName: newResourceId("secret_", random), ...members }),
    reply: { ...same("secretName"), ...secretPair, ...type, ...same("createdTime") },
  },
  DeleteApiKey: { action: "DeleteApiKey", renames: byId },
  EnableApiKey: { action: "EnableApiKey", renames: byId },
  DisableApiKey: { action: "DisableApiKey", renames: byId },
  UpdateApiKey: {
    action: "UpdateApiKey",
    renames: withSecret,
    reply: { ...secretPair, ...type, ...same("modifiedTime") },
  },
  DescribeApiKey: {
    action: "DescribeApiKey",
    renames: byId,
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
