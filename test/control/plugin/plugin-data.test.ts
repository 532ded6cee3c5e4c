import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlugin, type PluginTypeName, pluginTypeNames, soundData } from "./resources.ts";

const missing = "MissingParameter.PluginConfig";
const missingBackend = "MissingParameter.BackendSpecificParam";
const wrong = "InvalidParameterValue.InvalidPluginConfig";
const repeated = "InvalidParameterValue.DuplicatePluginConfig";
const tooMany = "InvalidParameterValue.ParameterValueLimitExceeded";
const badCondition = "InvalidParameterValue.InvalidCondition";
const badFunction = "InvalidParameterValue.InvalidScfConfig";
const unsupported = "UnsupportedOperation.InvalidAction";

const route = soundData.Routing[0];
const routes = (change: object) => [{ ...route, ...change }];
const http = (config: object, rest: object = {}) =>
  routes({
    backend_type: "HTTP",
    backend_config: { ServiceConfig: { Url: "http://b.test", Method: "GET", ...config }, ...rest },
  });
const [strategy] = soundData.TrafficControlByParameter.strategies;
const strategies = (...changes: object[]) => ({
  strategies: changes.map((change, index) => ({ ...strategy, name: `s${index}`, strategy_weight: index, ...change })),
});
const addresses = Array.from({ length: 31 }, (_, index) => ({ ip_key: `10.0.0.${index}`, rate_limit: 1 }));

/** What is replaced in sound data (a list replaces it whole), and the code that answers. */
const faults: readonly [PluginTypeName, object, string][] = [
  ["IPControl", { type: undefined }, missing],
  ["IPControl", { type: "grey_list" }, wrong],
  ["IPControl", { blocks: "" }, wrong],
  ["IPControl", { blocks: "1.2.3.4;1.2.3" }, wrong],
  ["IPControl", { blocks: "1.2.3.4/33" }, wrong],
  ["IPControl", { blocks: "1.2.3.4\n1.2.3.4" }, repeated],
  ["TrafficControl", { expire_type: "month" }, wrong],
  ["TrafficControl", { expire: 0 }, wrong],
  ["TrafficControl", { expire: "1" }, wrong],
  ["TrafficControl", { api_rate_limit: undefined }, missing],
  ["TrafficControl", { api_rate_limit: -1 }, wrong],
  ["TrafficControl", { ip_rate_limit: 1.5 }, wrong],
  ["TrafficControl", { spec_ip_rate_limits: [{ ip_key: "nowhere", rate_limit: 1 }] }, wrong],
  ["TrafficControl", { spec_ip_rate_limits: [addresses[0], addresses[0]] }, repeated],
  ["TrafficControl", { spec_ip_rate_limits: addresses }, tooMany],
  ["TrafficControl", { spec_app_rate_limits: [{ app_id: "app-1" }] }, missing],
  ["TrafficControlByParameter", { default_window: undefined }, missing],
  ["TrafficControlByParameter", { default_rate_limit: undefined }, missing],
  ["TrafficControlByParameter", { strategies: undefined }, missing],
  ["TrafficControlByParameter", { strategies: [] }, wrong],
  ["TrafficControlByParameter", strategies(...Array.from({ length: 11 }, () => ({}))), tooMany],
  ["TrafficControlByParameter", strategies({ name: "x".repeat(51) }), wrong],
  ["TrafficControlByParameter", strategies({}, { name: "s0" }), repeated],
  ["TrafficControlByParameter", strategies({}, { strategy_weight: 0 }), repeated],
  ["TrafficControlByParameter", strategies({ strategy_weight: 101 }), wrong],
  ["TrafficControlByParameter", strategies({ parameters: [] }), wrong],
  ["TrafficControlByParameter", strategies({ parameters: [{ type: "cookie", name: "a" }] }), wrong],
  ["TrafficControlByParameter", strategies({ condition: "query.a =" }), badCondition],
  ["Cors", { allow_origin: undefined }, missing],
  ["Cors", { allow_origin: ["app.test"] }, wrong],
  ["Cors", { allow_origin: ["https://app.test/path"] }, wrong],
  ["Cors", { allow_methods: ["PATCH"] }, wrong],
  ["Cors", { allow_headers: ["no name"] }, wrong],
  ["Cors", { max_age: 0 }, wrong],
  ["Routing", [], missing],
  ["Routing", Array.from({ length: 11 }, (_, index) => ({ ...route, strategy_name: `r${index}` })), tooMany],
  ["Routing", [route, route], repeated],
  ["Routing", routes({ strategy_name: "no spaces" }), wrong],
  ["Routing", routes({ strategy_weight: 101 }), wrong],
  ["Routing", routes({ condition: undefined }), missing],
  ["Routing", routes({ condition: "" }), badCondition],
  ["Routing", routes({ condition: "cookie.a = 1" }), badCondition],
  ["Routing", routes({ condition: 'regex(path, "(a)\\1")' }), badCondition],
  ["Routing", routes({ condition: 'regex(path, "a{1000}{1000}")' }), badCondition],
  ["Routing", routes({ condition: `${"(".repeat(40)}path = '/'${")".repeat(40)}` }), badCondition],
  ["Routing", routes({ condition: "path = '/' or ".repeat(400) }), badCondition],
  ["Routing", routes({ backend_config: undefined }), missingBackend],
  ["Routing", routes({ backend_config: {} }), missingBackend],
  ["Routing", routes({ backend_config: { ServiceMockReturnMessage: "" } }), missingBackend],
  ["Routing", routes({ backend_type: "FTP" }), "InvalidParameterValue.InvalidServiceType"],
  ["Routing", routes({ backend_type: "TSF" }), unsupported],
  ["Routing", routes({ backend_type: "SCF" }), missingBackend],
  ["Routing", routes({ backend_type: "SCF", backend_config: { ServiceScfFunctionName: "f" } }), unsupported],
  ["Routing", routes({ backend_type: "SCF", backend_config: { ServiceScfFunctionName: "a b" } }), badFunction],
  ["Routing", routes({ backend_type: "VPC" }), missingBackend],
  [
    "Routing",
    routes({ backend_type: "UPSTREAM", backend_config: { ServiceConfig: { Method: "GET" } } }),
    missingBackend,
  ],
  ["Routing", http({ Product: "upstream", UpstreamId: "upstream-unknown0" }), "InvalidParameterValue.InvalidUpstream"],
  ["Routing", http({ Url: undefined }), missingBackend],
  ["Routing", http({ Url: "b.test" }), "InvalidParameterValue.InvalidUrl"],
  ["Routing", http({ Url: "http://1.2.3" }), "InvalidParameterValue.InvalidIPAddress"],
  ["Routing", http({ Url: "http://b.test:0" }), "InvalidParameterValue.InvalidPort"],
  ["Routing", http({ Path: "x" }), "InvalidParameterValue.InvalidBackendPath"],
  ["Routing", http({ Path: "/a/{b" }), "InvalidParameterValue.InvalidBackendPath"],
  ["Routing", http({ Method: "FETCH" }), "InvalidParameterValue.InvalidServiceConfig"],
  ["Routing", http({}, { ReserveReqHost: "yes" }), wrong],
  ["CircuitBreaker", { failure_condition: undefined }, missing],
  ["CircuitBreaker", { failure_condition: "always" }, badCondition],
  ["CircuitBreaker", { failure_condition: "timeout or timeout" }, badCondition],
  ["CircuitBreaker", { failure_condition: "func_in(status_code,{})" }, badCondition],
  ["CircuitBreaker", { failure_threshold: 0 }, wrong],
  ["CircuitBreaker", { time_window: 9 }, wrong],
  ["CircuitBreaker", { open_state_duration: 301 }, wrong],
  ["CircuitBreaker", { backend_config: undefined }, missingBackend],
  ["ProxyCache", { ttl: 3601 }, wrong],
  ["ProxyCache", { ttl: undefined }, missing],
  ["ProxyCache", { cacheable_methods: ["PATCH"] }, wrong],
  ["ProxyCache", { cacheable_response_codes: [] }, wrong],
  ["ProxyCache", { cache_key_params: [{ parameter: "a", position: "body" }] }, wrong],
  ["CustomAuth", { endpoint_url: undefined }, missing],
  ["CustomAuth", { endpoint_url: "auth.test" }, "InvalidParameterValue.InvalidUrl"],
  ["CustomAuth", { endpoint_url: undefined, func_name: "f", func_namespace: "ns" }, unsupported],
  ["CustomAuth", { endpoint_timeout: 61 }, wrong],
  ["CustomAuth", { cache_time: 3601 }, wrong],
  ["CustomAuth", { header_auth_parameters: [] }, missing],
  ["CustomReq", { endpoint_url: undefined, func_name: "f" }, unsupported],
  ["CustomReq", { endpoint_url: undefined, func_name: "../f" }, badFunction],
  ["CustomReq", { is_send_req_body: 1 }, wrong],
];

test("data of every type is kept and read back as it was written", async (t) => {
  const client = (await startManagement(t)).client();
  for (const PluginType of pluginTypeNames) {
    const PluginData = `  ${JSON.stringify(soundData[PluginType], null, 3)}\n`;
    const { Result } = await client.CreatePlugin({ PluginName: "verbatim", PluginType, PluginData });
    assert.equal(Result?.PluginData, PluginData);
    const read = await client.DescribePlugin({ PluginId: present(Result?.PluginId) });
    assert.equal(read.Result?.PluginData, PluginData, PluginType);
  }
});

test("data that cannot be served is refused with the code of what is wrong", async (t) => {
  const client = (await startManagement(t)).client();
  for (const [PluginType, change, code] of faults) {
    const data = Array.isArray(change) ? change : { ...soundData[PluginType], ...change };
    const PluginData = JSON.stringify(data);
    const call = client.CreatePlugin({ PluginName: "my_plugin", PluginType, PluginData });
    await refused(call, code, /PluginData/).catch((error) => {
      throw new Error(`${PluginType} ${JSON.stringify(change)}: ${error}`);
    });
  }
});

test("a function is taken where its endpoint is known", async (t) => {
  const functions = [{ pattern: ["ns", "known", "*"], url: "http://127.0.0.1:9000/" }] as const;
  const client = (await startManagement(t, { functions })).client();
  const create = (func_name: string, func_namespace: string) =>
    client.CreatePlugin({
      PluginName: "my_plugin",
      PluginType: "CustomReq",
      PluginData: JSON.stringify({ func_name, func_namespace }),
    });
  await create("known", "ns");
  await refused(create("unknown", "ns"), badFunction, /ns\/unknown/);
  await refused(create("known", "elsewhere"), badFunction);
});

test("data that is not JSON, or of the wrong kind, is refused", async (t) => {
  const client = (await startManagement(t)).client();
  const create = (PluginType: string, PluginData: string) =>
    client.CreatePlugin({ PluginName: "my_plugin", PluginType, PluginData });
  await refused(create("IPControl", "{"), "InvalidParameter.FormatError");
  await refused(create("IPControl", "[]"), wrong);
  await refused(create("IPControl", "null"), wrong);
  await refused(create("Routing", "{}"), wrong);
  await refused(create("Cors", '{"__proto__":{"allow_origin":[]}}'), missing);
});

test("a change of data is judged by the plugin's own type", async (t) => {
  const client = (await startManagement(t)).client();
  const PluginId = await createPlugin(client, "Cors");
  const other = JSON.stringify(soundData.IPControl);
  await refused(client.ModifyPlugin({ PluginId, PluginData: other }), missing);
  const PluginData = JSON.stringify({ ...soundData.Cors, max_age: 1 });
  await client.ModifyPlugin({ PluginId, PluginData });
  assert.equal((await client.DescribePlugin({ PluginId })).Result?.PluginData, PluginData);
});
