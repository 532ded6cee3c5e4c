import { tag } from "tencentcloud-sdk-nodejs/tencentcloud/services/tag/index.js";
import type { ManagementKey } from "../../../src/model/account.ts";
import type { Management } from "../management.ts";

/** The official SDK's client of the tag product. */
export type TagClient = InstanceType<typeof tag.v20180813.Client>;

/** Signs as `account`, the first one unless given. */
export function tagClient(
  { port, firstAccount }: Pick<Management, "port" | "firstAccount">,
  account: ManagementKey = firstAccount,
): TagClient {
  return new tag.v20180813.Client({
    credential: { secretId: account.secretId, secretKey: account.secretKey },
    region: "ap-guangzhou",
    profile: { httpProfile: { endpoint: `127.0.0.1:${port}`, protocol: "http://" } },
  });
}
