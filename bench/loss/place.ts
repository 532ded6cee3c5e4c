import type { BenchKey } from "../cases.ts";
import type { Management } from "../gateways/turnpike-management.ts";
import { signRequest } from "../load/requests.ts";

/** What calls go through. */
export interface Published {
  readonly serviceId: string;
  readonly planId: string;
  readonly host: string;
}

const theKey: BenchKey = { id: "AKIDlossKey", secret: "secret-of-loss-key" };

/** A service with an API that wants a signature and calls a backend, and a key that may call it. */
export async function publish(management: Management, backendPort: number, key = theKey): Promise<Published> {
  const service = await management.call("CreateService", { ServiceName: "loss", Protocol: "http&https" });
  const serviceId = service.text("ServiceId");
  await management.call("CreateApi", {
    ...{ ServiceId: serviceId, ServiceType: "HTTP", ServiceTimeout: 15, Protocol: "HTTP", AuthType: "SECRET" },
    ...{ ApiName: "small", RequestConfig: { Path: "/small", Method: "GET" } },
    ServiceConfig: { Url: `http://127.0.0.1:${backendPort}`, Path: "/small", Method: "GET" },
  });
  await management.call("ReleaseService", { ServiceId: serviceId, EnvironmentName: "release", ReleaseDesc: "loss" });
  const planId = (await management.call("CreateUsagePlan", { UsagePlanName: "loss" })).text("UsagePlanId");
  const pair = { AccessKeyType: "manual", AccessKeyId: key.id, AccessKeySecret: key.secret };
  await management.call("CreateApiKey", { SecretName: "loss", ...pair });
  await management.call("BindSecretIds", { UsagePlanId: planId, AccessKeyIds: [key.id] });
  const binding = { UsagePlanIds: [planId], ServiceId: serviceId, Environment: "release", BindType: "SERVICE" };
  await management.call("BindEnvironment", binding);
  return { serviceId, planId, host: service.text("OuterSubDomain") };
}

/** A call of it that is good for the next minutes. */
export function signedCall({ host }: Published, key = theKey): Buffer {
  return signRequest({ method: "GET", host, path: "/release/small", key, dateMs: Date.now(), bodyBytes: 0 });
}
