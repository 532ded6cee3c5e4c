import { type Action, reads, writes } from "../../action.ts";
import { createApiKey } from "./create-api-key.ts";
import { deleteApiKey } from "./delete-api-key.ts";
import { describeApiKey, describeApiKeysStatus } from "./describe.ts";
import { disableApiKey, enableApiKey } from "./enable-disable.ts";
import { updateApiKey } from "./update-api-key.ts";

type ApiKeyAction =
  | "CreateApiKey"
  | "DeleteApiKey"
  | "DescribeApiKey"
  | "DescribeApiKeysStatus"
  | "DisableApiKey"
  | "EnableApiKey"
  | "UpdateApiKey";

export const apiKeyActions: { readonly [A in ApiKeyAction]: Action<A> } = {
  CreateApiKey: writes(createApiKey),
  DeleteApiKey: writes(deleteApiKey),
  DescribeApiKey: reads(describeApiKey),
  DescribeApiKeysStatus: reads(describeApiKeysStatus),
  DisableApiKey: writes(disableApiKey),
  EnableApiKey: writes(enableApiKey),
  UpdateApiKey: writes(updateApiKey),
};
