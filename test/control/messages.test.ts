import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "./management.ts";
import { refused } from "./outcome.ts";
import { createService, httpApi, mockApi } from "./resources.ts";

test("what is wrong with an API is told by the name of the parameter", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const config = { Url: "http://backend.test", Path: "/", Method: "GET" };
  const source = { RelevantRequestParameterName: "a", RelevantRequestParameterPosition: "query" };
  const at = (Path: string) => ({ RequestConfig: { Path, Method: "GET" } });
  for (const [name, change] of [
    ["`RequestConfig.Path`", at("orders")],
    ["`RequestConfig.Path`", at("/{id}")],
    ["`RequestConfig.Method`", { RequestConfig: { Path: "/", Method: "FETCH" } }],
    ["`RequestParameters`", { RequestParameters: [{ Name: "a", Position: "somewhere" }] }],
    ["`ConstantParameters`", { ConstantParameters: [{ Name: "a", Position: "path" }] }],
    ["`ServiceParameters`", { ServiceParameters: [{ Name: "a", Position: "query", ...source }] }],
    ["`ServiceConfig`", { ServiceType: "GRPC", ServiceConfig: undefined }],
    ["`ServiceConfig.Url`", { ServiceConfig: { ...config, Url: "backend.test" } }],
    ["`ServiceConfig.Url`", { ServiceConfig: { ...config, Url: "http://backend.test:0" } }],
    ["`ServiceConfig.Url`", { ServiceConfig: { ...config, Url: "http://1.2.3" } }],
    ["`ServiceConfig.Path`", { ServiceConfig: { ...config, Path: "orders" } }],
    ["`ServiceConfig.Path`", { ServiceConfig: { ...config, Path: "/{id}" } }],
    ["`ServiceConfig.Method`", { ServiceConfig: { ...config, Method: "FETCH" } }],
    ["`ServiceConfig.UpstreamId`", { ServiceConfig: { ...config, Product: "upstream" } }],
    ["`ServiceMockReturnMessage`", { ServiceType: "MOCK" }],
  ] as const) {
    const message = await messageOf(client.request("CreateApi", { ...httpApi(ServiceId), ...change }));
    assert.ok(message.includes(name), `${message} has ${name}`);
  }
  await client.CreateApi(mockApi(ServiceId, { ApiName: "taken" }));
  const namesake = client.CreateApi(httpApi(ServiceId, { ApiName: "taken" }));
  await refused(namesake, "InvalidParameter.FormatError", /`ApiName`/);
});

test("what is wrong with plugin data is told with its place", async (t) => {
  const client = (await startManagement(t)).client();
  const mock = { backend_type: "MOCK", backend_config: { ServiceMockReturnMessage: "hello" } };
  const route = { strategy_name: "a", condition: "path='/a'", ...mock };
  const http = { ServiceConfig: { Url: "backend.test", Path: "/", Method: "GET" } };
  for (const [place, PluginType, data] of [
    ["`1.condition`", "Routing", [route, { ...route, strategy_name: "b", condition: "path=" }]],
    ["`0.backend_config`: `ServiceConfig.Url`", "Routing", [{ ...route, backend_type: "HTTP", backend_config: http }]],
    ["`func_name`", "CustomAuth", {}],
  ] as const) {
    const PluginData = JSON.stringify(data);
    const message = await messageOf(client.CreatePlugin({ PluginName: "p1", PluginType, PluginData }));
    assert.ok(message.includes(place), `${message} has ${place}`);
  }
});

test("a custom domain for the wrong default domain is told the right one", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId = "", OuterSubDomain = "" } = await client.CreateService({ ServiceName: "s", Protocol: "http" });
  const NetSubDomain = "service-1w9ekbwo-1259027407.gz.apigw.tencentcs.com";
  const domain = { ServiceId, SubDomain: "api.example.com", Protocol: "http", NetType: "OUTER", NetSubDomain };
  const message = await messageOf(client.BindSubDomain({ ...domain, IsDefaultMapping: true }));
  assert.ok(message.includes(`\`${OuterSubDomain}\``), message);
});

test("limits are told in plain words", async (t) => {
  const client = (await startManagement(t)).client();
  const node = { Host: "10.0.0.1", Port: 80, Weight: 101 };
  const upstream = { Scheme: "HTTP", Algorithm: "ROUND_ROBIN", UniqVpcId: "vpc-1", Nodes: [node] };
  await refused(client.CreateUpstream(upstream), "InvalidParameterValue.RangeExceeded", /must be 0 to 100\.$/);
  await refused(client.CreateUsagePlan({ UsagePlanName: "" }), "InvalidParameter.FormatError", /must not be empty\.$/);
  const document = { ServiceId: "service-1", Content: "{}", ContentVersion: "3.0" };
  await refused(client.ImportOpenApi(document), "InvalidParameter.FormatError", /must be openAPI\.$/);
});

async function messageOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as Error).message;
  }
  assert.fail("the call is refused");
}
