import type { Client } from "./management.ts";
import { present } from "./outcome.ts";

// Makes what tests need through the API itself, and gives the ids.

export type CreateApiParams = Parameters<Client["CreateApi"]>[0];
export type ModifyApiParams = Parameters<Client["ModifyApi"]>[0];

/** A request for an API that answers by itself; `change` replaces members. */
export function mockApi(ServiceId: string, change: Partial<CreateApiParams> = {}): CreateApiParams {
  return {
    ServiceId,
    ServiceType: "MOCK",
    ServiceMockReturnMessage: "hello",
    ServiceTimeout: 15,
    Protocol: "HTTP",
    RequestConfig: { Path: "/mock", Method: "GET" },
    ...change,
  };
}

/** A request for an API with an HTTP backend; `change` replaces members. */
export function httpApi(ServiceId: string, change: Partial<CreateApiParams> = {}): CreateApiParams {
  return {
    ServiceId,
    ServiceType: "HTTP",
    ServiceConfig: { Url: "http://backend.test:8080", Path: "/", Method: "GET" },
    ServiceTimeout: 15,
    Protocol: "HTTP",
    RequestConfig: { Path: "/http", Method: "GET" },
    ...change,
  };
}

export async function createService(client: Client, ServiceName = "service"): Promise<string> {
  return present((await client.CreateService({ ServiceName, Protocol: "http" })).ServiceId);
}

export async function createApi(client: Client, request: CreateApiParams): Promise<string> {
  return present((await client.CreateApi(request)).Result?.ApiId);
}

export async function readApi(client: Client, ServiceId: string, ApiId: string) {
  return present((await client.DescribeApi({ ServiceId, ApiId })).Result);
}

/** Releases the service and gives the version's name. */
export async function release(client: Client, ServiceId: string, EnvironmentName = "release"): Promise<string> {
  const { Result } = await client.ReleaseService({ ServiceId, EnvironmentName, ReleaseDesc: `to ${EnvironmentName}` });
  return present(Result?.ReleaseVersion);
}

export async function createPlan(client: Client, UsagePlanName = "plan"): Promise<string> {
  return present((await client.CreateUsagePlan({ UsagePlanName })).Result?.UsagePlanId);
}
