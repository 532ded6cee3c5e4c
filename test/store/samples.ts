import type { Scope } from "../../src/model/account.ts";
import type { Api, ApiDefinition } from "../../src/model/api.ts";
import type { ApiApp } from "../../src/model/api-app.ts";
import type { ApiKey } from "../../src/model/api-key.ts";
import type { IpStrategy } from "../../src/model/ip-strategy.ts";
import type { Plugin } from "../../src/model/plugin.ts";
import type { Service } from "../../src/model/service.ts";
import type { Upstream } from "../../src/model/upstream.ts";
import type { Binding, UsagePlan } from "../../src/model/usage-plan.ts";

export const scope: Scope = { appId: 1250000000, region: "ap-guangzhou" };
export const firstPage = { offset: 0, limit: 20 };

export function aService(id: string, rest: Partial<Service> = {}): Service {
  return {
    ...scope,
    id,
    name: id,
    description: null,
    protocol: "http&https",
    netTypes: ["OUTER"],
    ipVersion: "IPv4",
    vpcId: null,
    instanceId: null,
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
    ...rest,
  };
}

export function aDefinition(rest: Partial<ApiDefinition> = {}): ApiDefinition {
  return {
    name: "orders",
    description: null,
    apiType: "NORMAL",
    path: "/orders/{id}",
    method: "GET",
    protocol: "HTTP",
    authType: "SECRET",
    isCorsEnabled: false,
    requestParameters: [
      { name: "id", position: "PATH", type: "string", defaultValue: null, isRequired: true, description: null },
    ],
    backend: { type: "HTTP", url: "http://127.0.0.1:9000", path: "/o", method: "GET", product: null, vpcId: null },
    backendTimeoutSeconds: 15,
    backendParameters: [],
    constantParameters: [],
    responseType: "JSON",
    responseSuccessExample: null,
    responseFailExample: null,
    responseErrorCodes: [],
    ...rest,
  };
}

export function anApi(serviceId: string, id: string, rest: Partial<Api> = {}): Api {
  return {
    ...scope,
    id,
    serviceId,
    definition: aDefinition(),
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
    ...rest,
  };
}

export function aPlan(id: string, rest: Partial<UsagePlan> = {}): UsagePlan {
  return {
    ...scope,
    id,
    name: id,
    description: null,
    ratePerSecond: -1,
    quota: -1,
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
    ...rest,
  };
}

export function aKey(id: string, rest: Partial<ApiKey> = {}): ApiKey {
  return {
    ...scope,
    id,
    name: id,
    secret: `secret of ${id}`,
    type: "auto",
    isEnabled: true,
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
    ...rest,
  };
}

export function aBinding(planId: string, serviceId: string, rest: Partial<Binding> = {}): Binding {
  return { planId, serviceId, environment: "release", apiId: null, createdAt: 1000, ...rest };
}

export function anApp(id: string, rest: Partial<ApiApp> = {}): ApiApp {
  return {
    ...scope,
    id,
    name: id,
    description: "",
    key: `APID of ${id}`,
    secret: `secret of ${id}`,
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
    ...rest,
  };
}

export function anUpstream(id: string, retries = 3): Upstream {
  return {
    ...scope,
    id,
    name: id,
    definition: {
      description: "",
      scheme: "HTTP",
      algorithm: "ROUND-ROBIN",
      vpcId: "vpc-1",
      retries,
      hostHeader: null,
      nodes: [],
      healthCheck: null,
    },
    tags: [],
    createdAt: 1000,
    modifiedAt: 1000,
  };
}

export function aPlugin(id: string, rest: Partial<Plugin> = {}): Plugin {
  const data = '{"type":"black_list","blocks":"192.0.2.1"}';
  const times = { createdAt: 1000, modifiedAt: 1000 };
  return { ...scope, id, name: id, type: "IPControl", data, description: null, ...times, ...rest };
}

export function anIpStrategy(serviceId: string, id: string, rest: Partial<IpStrategy> = {}): IpStrategy {
  const times = { createdAt: 1000, modifiedAt: 1000 };
  return { ...scope, id, serviceId, name: id, type: "BLACK", data: "192.0.2.1", ...times, ...rest };
}
