import type { ApiResponse } from "../management-client.ts";
import type { Manage } from "./manage.ts";

export interface DemoKey {
  readonly id: string;
  readonly secret: string;
}

/** What the demo made, for the calls that follow and for the reader to go on with. */
export interface DemoSetup {
  readonly serviceId: string;
  readonly domain: string;
  readonly helloApi: object & { readonly ApiId: string };
  readonly firstVersion: string;
  readonly keys: {
    readonly good: DemoKey;
    readonly disabled: DemoKey;
    readonly unbound: DemoKey;
    readonly slow: DemoKey;
    readonly small: DemoKey;
  };
}

export const demoRate = 5;
export const demoQuota = 3;

/** A service with an HTTP and a mock API, released, and four plans: open, rate-limited, with a quota, and not bound. */
export async function setUp(manage: Manage, backendUrl: string): Promise<DemoSetup> {
  const service = await manage("CreateService", {
    ServiceName: "demo",
    Protocol: "http",
    ServiceDesc: "made by turnpike demo",
  });
  const serviceId = text(service, "ServiceId");
  const hello = {
    ServiceId: serviceId,
    ApiName: "hello",
    ServiceType: "HTTP",
    ServiceTimeout: 5,
    Protocol: "HTTP",
    AuthType: "SECRET",
    RequestConfig: { Path: "/hello", Method: "GET" },
    ServiceConfig: { Url: backendUrl, Path: "/greeting", Method: "GET" },
  };
  const ApiId = text(result(await manage("CreateApi", hello)), "ApiId");
  await manage("CreateApi", {
    ServiceId: serviceId,
    ApiName: "mock",
    ServiceType: "MOCK",
    ServiceTimeout: 5,
    Protocol: "HTTP",
    AuthType: "SECRET",
    ResponseType: "JSON",
    RequestConfig: { Path: "/mock", Method: "ANY" },
    ServiceMockReturnMessage: '{"mock":"hello"}',
  });

  const open = await plan(manage, "open", {});
  const limited = await plan(manage, "limited", { MaxRequestNumPreSec: demoRate });
  const small = await plan(manage, "small", { MaxRequestNum: demoQuota });
  const elsewhere = await plan(manage, "elsewhere", {});
  const keys = {
    good: await key(manage, "good", open),
    disabled: await key(manage, "disabled", open),
    slow: await key(manage, "slow", limited),
    small: await key(manage, "small", small),
    unbound: await key(manage, "unbound", elsewhere),
  };
  await manage("BindEnvironment", {
    ServiceId: serviceId,
    BindType: "SERVICE",
    Environment: "release",
    UsagePlanIds: [open, limited, small],
  });
  const release = await manage("ReleaseService", {
    ServiceId: serviceId,
    EnvironmentName: "release",
    ReleaseDesc: "first",
  });
  return {
    serviceId,
    domain: text(service, "OuterSubDomain"),
    helloApi: { ...hello, ApiId },
    firstVersion: text(result(release), "ReleaseVersion"),
    keys,
  };
}

async function plan(manage: Manage, name: string, limits: object): Promise<string> {
  return text(result(await manage("CreateUsagePlan", { UsagePlanName: name, ...limits })), "UsagePlanId");
}

async function key(manage: Manage, name: string, planId: string): Promise<DemoKey> {
  const created = result(await manage("CreateApiKey", { SecretName: name }));
  const pair = { id: text(created, "AccessKeyId"), secret: text(created, "AccessKeySecret") };
  await manage("BindSecretIds", { UsagePlanId: planId, AccessKeyIds: [pair.id] });
  return pair;
}

function result(response: ApiResponse): Record<string, unknown> {
  return response.Result as Record<string, unknown>;
}

function text(from: Record<string, unknown>, member: string): string {
  const value = from[member];
  if (typeof value !== "string") throw new TypeError(`the answer has no ${member}`);
  return value;
}
