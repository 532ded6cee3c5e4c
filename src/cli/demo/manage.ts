import { type Address, formatAddress } from "../../config/setting.ts";
import { CliError } from "../errors.ts";
import { type ApiResponse, type Credentials, callManagement } from "../management-client.ts";

/** Makes a management call and resolves with its `Response`; rejects when the API answers an error. */
export type Manage = (action: string, parameters: object) => Promise<ApiResponse>;

export const demoRegion = "ap-guangzhou";

/**
 * Calls through the official SDK where it is installed (it is in a checkout), so that the demo shows what users'
 * scripts will do; the published package does not bring the SDK and uses Turnpike's own client.
 */
export async function connect(target: Address, credentials: Credentials): Promise<{ manage: Manage; via: string }> {
  try {
    const { apigateway } = await import("tencentcloud-sdk-nodejs/tencentcloud/services/apigateway/index.js");
    const client = new apigateway.v20180808.Client({
      credential: credentials,
      region: demoRegion,
      profile: { httpProfile: { endpoint: formatAddress(target), protocol: "http://" } },
    });
    const manage: Manage = (action, parameters) =>
      client.request(action, parameters).catch((error: Error & { code?: string }) => {
        throw new CliError(`${action}: ${error.message} (${error.code})`);
      });
    return { manage, via: "the official SDK, tencentcloud-sdk-nodejs" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
  }
  const manage: Manage = async (action, parameters) => {
    const response = await callManagement(target, credentials, action, demoRegion, { json: parameters });
    if (response.Error) throw new CliError(`${action}: ${response.Error.Message} (${response.Error.Code})`);
    return response;
  };
  return { manage, via: "Turnpike's own client" };
}
