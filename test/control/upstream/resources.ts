import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { type CreateApiParams, httpApi } from "../resources.ts";

export type CreateUpstreamParams = Parameters<Client["CreateUpstream"]>[0];

/** A request for an upstream with one node; `change` replaces members. */
export function upstream(change: Partial<CreateUpstreamParams> = {}): CreateUpstreamParams {
  return {
    Scheme: "HTTP",
    Algorithm: "ROUND-ROBIN",
    UniqVpcId: "vpc-abcd1234",
    UpstreamName: "shop",
    Nodes: [{ Host: "10.0.0.1", Port: 8080, Weight: 10 }],
    ...change,
  };
}

export const healthChecker = {
  EnableActiveCheck: false,
  EnablePassiveCheck: true,
  HealthyHttpStatus: "200,204",
  UnhealthyHttpStatus: "500, 502",
  TcpFailureThreshold: 1,
  TimeoutThreshold: 2,
  HttpFailureThreshold: 3,
  UnhealthyTimeout: 20,
};

export async function createUpstream(client: Client, change: Partial<CreateUpstreamParams> = {}): Promise<string> {
  return present((await client.CreateUpstream(upstream(change))).UpstreamId);
}

/** A request for an API whose calls go to the upstream. */
export function apiOn(ServiceId: string, UpstreamId: string, change: Partial<CreateApiParams> = {}): CreateApiParams {
  const ServiceConfig = {
    Product: "upstream",
    UniqVpcId: "vpc-abcd1234",
    UpstreamId,
    Url: "",
    Path: "/",
    Method: "ANY",
  };
  return httpApi(ServiceId, { ServiceConfig, ...change });
}
