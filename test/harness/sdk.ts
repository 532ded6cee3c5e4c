import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apigateway } from "tencentcloud-sdk-nodejs/tencentcloud/services/apigateway/index.js";
import type { Address } from "../../src/config/setting.ts";
import { createAccount } from "../../src/control/accounts.ts";
import { rootAccountFile } from "../../src/control/root-account.ts";
import type { ManagementKey } from "../../src/model/account.ts";
import { openDataFolder } from "../../src/store/data-folder.ts";

/** The official SDK's client of the management API. */
export type Client = InstanceType<typeof apigateway.v20180808.Client>;

export type Credentials = Pick<ManagementKey, "secretId" | "secretKey">;

export function sdkClient(management: Address, credential: Credentials, region = "ap-guangzhou"): Client {
  return new apigateway.v20180808.Client({
    credential: { secretId: credential.secretId, secretKey: credential.secretKey },
    region,
    profile: { httpProfile: { endpoint: `127.0.0.1:${management.port}`, protocol: "http://" } },
  });
}

/** The root account as the data folder keeps it for its owner. */
export function rootAccount(data: string): ManagementKey {
  const { AppId, SecretId, SecretKey } = JSON.parse(readFileSync(join(data, rootAccountFile), "utf8"));
  return { appId: AppId, secretId: SecretId, secretKey: SecretKey };
}

/** Adds an account beside the running program, as `turnpike account add` does. */
export async function addAccount(data: string, name = "other"): Promise<ManagementKey> {
  const store = await openDataFolder({ folder: data, masterKey: null });
  try {
    return await createAccount(store, { name, appId: null, now: Date.now() });
  } finally {
    await store.close();
  }
}
