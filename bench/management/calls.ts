// What many management clients do all day: mostly reads, and the writes of deployments and of handing out keys.
import { type ApiResponse, callManagement } from "../../src/cli/management-client.ts";
import { region, rootKey } from "../gateways/turnpike-management.ts";

/** One client with things of its own, so that every call can succeed whatever the others do. */
export class ManagementUser {
  readonly #port: number;
  readonly #account: typeof rootKey;
  #serviceId = "";
  #apiId = "";
  #planId = "";
  #keyId = "";

  constructor(port: number, account = rootKey) {
    this.#port = port;
    this.#account = account;
  }

  /** Resolves with the code of the error, or `ok`. */
  async send(action: string, parameters: object): Promise<string> {
    return (await this.#call(action, parameters)).Error?.Code ?? "ok";
  }

  async prepare(): Promise<void> {
    this.#serviceId = text(await this.#call("CreateService", { ServiceName: "bench", Protocol: "http" }), "ServiceId");
    this.#apiId = text(await this.#call("CreateApi", this.#apiRequest()), "ApiId");
    await this.#demand("ReleaseService", this.#environment({ ReleaseDesc: "bench" }));
    this.#planId = text(await this.#call("CreateUsagePlan", { UsagePlanName: "bench" }), "UsagePlanId");
    this.#keyId = text(await this.#call("CreateApiKey", { SecretName: "bench" }), "AccessKeyId");
    await this.#demand("BindSecretIds", this.#membership());
    await this.#demand("BindEnvironment", this.#binding());
  }

  /** What is not done now would make later calls fail. */
  async #demand(action: string, parameters: object): Promise<void> {
    const code = await this.send(action, parameters);
    if (code !== "ok") throw new Error(`${action}: ${code}`);
  }

  #apiRequest(): object {
    return {
      ...{ ServiceId: this.#serviceId, ServiceType: "MOCK", ServiceMockReturnMessage: "hello", ServiceTimeout: 15 },
      ...{ Protocol: "HTTP", AuthType: "SECRET", RequestConfig: { Path: "/a", Method: "GET" } },
    };
  }

  #environment(more: object): object {
    return { ServiceId: this.#serviceId, EnvironmentName: "release", ...more };
  }

  #membership(): object {
    return { UsagePlanId: this.#planId, AccessKeyIds: [this.#keyId] };
  }

  #binding(): object {
    const place = { ServiceId: this.#serviceId, BindType: "SERVICE", Environment: "release" };
    return { ...place, UsagePlanIds: [this.#planId] };
  }

  async #call(action: string, parameters: object): Promise<ApiResponse> {
    const target = { host: "127.0.0.1", port: this.#port };
    return callManagement(target, this.#account, action, region, { json: parameters });
  }

  /** Things to do with their weights; each leaves everything so that it can be done again. */
  errands(): readonly Errand[] {
    const [ServiceId, ApiId] = [this.#serviceId, this.#apiId];
    const read = (weight: number, action: string, parameters: object): Errand => ({
      weight,
      calls: [[action, parameters]],
    });
    return [
      read(10, "DescribeServicesStatus", { Limit: 20 }),
      read(10, "DescribeService", { ServiceId }),
      read(10, "DescribeApi", { ServiceId, ApiId }),
      read(10, "DescribeApisStatus", { ServiceId }),
      read(10, "DescribeApiKeysStatus", { Limit: 20 }),
      read(10, "DescribeUsagePlan", { UsagePlanId: this.#planId }),
      read(10, "DescribeUsagePlansStatus", { Limit: 20 }),
      read(5, "DescribeServiceUsagePlan", { ServiceId }),
      read(5, "DescribeServiceEnvironmentList", { ServiceId }),
      {
        weight: 4,
        calls: [
          ["UnBindSecretIds", this.#membership()],
          ["BindSecretIds", this.#membership()],
        ],
      },
      {
        weight: 2,
        calls: [
          ["UnBindEnvironment", this.#binding()],
          ["BindEnvironment", this.#binding()],
        ],
      },
      {
        weight: 2,
        calls: [
          ["DisableApiKey", { AccessKeyId: this.#keyId }],
          ["EnableApiKey", { AccessKeyId: this.#keyId }],
        ],
      },
      { weight: 4, calls: [["ModifyUsagePlan", { UsagePlanId: this.#planId, MaxRequestNumPreSec: 100 }]] },
      { weight: 4, calls: [["ModifyApi", { ...this.#apiRequest(), ApiId }]] },
      { weight: 4, calls: [["ReleaseService", this.#environment({ ReleaseDesc: "again" })]] },
    ];
  }
}

export interface Errand {
  readonly weight: number;
  readonly calls: readonly (readonly [action: string, parameters: object])[];
}

export const isWrite = (action: string): boolean => !action.startsWith("Describe");

function text(response: ApiResponse, member: string): string {
  const result = response["Result"];
  const members = new Map(Object.entries(typeof result === "object" && result !== null ? result : response));
  const value = members.get(member);
  if (typeof value === "string") return value;
  throw new Error(`${response.Error?.Code ?? "no error"}: the answer has no ${member}`);
}
