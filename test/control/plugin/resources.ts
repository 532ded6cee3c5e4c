import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, createService, mockApi, release } from "../resources.ts";

// Sound plugin data of each type, and plugins made through the API itself.

const routeToMock = {
  strategy_name: "to-mock",
  condition: "query.age < 30 and header.X-Region = 'gz'",
  backend_type: "MOCK",
  backend_config: { ServiceType: "MOCK", ServiceMockReturnMessage: "routed" },
};

const strategy = {
  name: "per-user",
  strategy_weight: 10,
  parameters: [{ type: "query", name: "user" }],
  rate_limit: 1,
  window: 1,
  condition: "",
};

export const soundData = {
  IPControl: { type: "white_list", blocks: "127.0.0.1\n10.0.0.0/8;2001:db8::/32" },
  TrafficControl: {
    expire_type: "minute",
    expire: 1,
    api_rate_limit: 500,
    app_rate_limit: 50,
    ip_rate_limit: 20,
    spec_app_rate_limits: [{ app_id: "app-3q9l4909", rate_limit: 10 }],
    spec_ip_rate_limits: [{ ip_key: "172.16.0.1", rate_limit: 10 }],
  },
  TrafficControlByParameter: { default_window: 60, default_rate_limit: 5, strategies: [strategy] },
  Cors: {
    allow_origin: ["https://app.test:8443"],
    allow_methods: ["GET", "POST"],
    allow_headers: ["X-Api-ID"],
    expose_headers: ["*"],
    allow_credentials: true,
    max_age: 600,
  },
  Routing: [routeToMock],
  CircuitBreaker: {
    failure_condition: "latency_seconds>1 or func_not_in(status_code,{200,201,202})",
    failure_threshold: 20,
    time_window: 50,
    open_state_duration: 69,
    backend_type: "MOCK",
    backend_config: { ServiceType: "MOCK", ServiceMockReturnMessage: "closed for now" },
  },
  ProxyCache: {
    cache_key_params: [{ parameter: "param1", position: "header" }],
    cacheable_methods: ["GET", "POST"],
    cacheable_response_codes: [200, 301, 404],
    cache_control: false,
    ttl: 300,
  },
  CustomAuth: { endpoint_url: "http://auth.test/check", cache_time: 10, header_auth_parameters: ["Token"] },
  CustomReq: { endpoint_url: "http://rewrite.test", is_send_req_headers: true },
} as const;

export type PluginTypeName = keyof typeof soundData;

export const pluginTypeNames = Object.keys(soundData) as PluginTypeName[];

export async function createPlugin(
  client: Client,
  PluginType: PluginTypeName = "IPControl",
  data: object = soundData[PluginType],
): Promise<string> {
  const request = { PluginName: "my_plugin", PluginType, PluginData: JSON.stringify(data) };
  return present((await client.CreatePlugin(request)).Result?.PluginId);
}

/** A service with APIs on `paths`, released in `release`. */
export async function createReleased(client: Client, ...paths: string[]) {
  const ServiceId = await createService(client);
  const ApiIds: string[] = [];
  for (const Path of paths) {
    ApiIds.push(
      await createApi(client, mockApi(ServiceId, { ApiName: `at ${Path}`, RequestConfig: { Path, Method: "GET" } })),
    );
  }
  await release(client, ServiceId);
  return { ServiceId, ApiIds, first: present(ApiIds[0]) };
}
