import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, type ModifyApiParams, readApi, release } from "../resources.ts";
import { apiOn, createUpstream, healthChecker, upstream } from "./resources.ts";

async function read(client: Client, UpstreamId: string) {
  const Filters = [{ Name: "UpstreamId", Values: [UpstreamId] }];
  const { Result } = await client.DescribeUpstreams({ Offset: 0, Limit: 10, Filters });
  return present(Result?.UpstreamSet?.[0]);
}

async function usedBy(client: Client, UpstreamId: string, Filters: { Name: string; Values: string[] }[] = []) {
  const { Result } = await client.DescribeUpstreamBindApis({ UpstreamId, Offset: 0, Limit: 10, Filters });
  assert.equal(Result?.TotalCount, Result?.BindApiSet?.length);
  return present(Result?.BindApiSet).map(({ ApiId }) => ApiId);
}

test("an upstream is read back as it was written", async (t) => {
  const client = (await startManagement(t)).client();
  const Tags = [{ Key: "team", Value: "shop" }];
  const Nodes = [
    { Host: "shop.internal", Port: 80, Weight: 0, Tags: ["old"] },
    { Host: "::1", Port: 8443, Weight: 100, VmInstanceId: "ins-1" },
  ];
  const request = upstream({
    Scheme: "HTTPS",
    UpstreamHost: "shop.example.com",
    Nodes,
    Tags,
    HealthChecker: healthChecker,
  });
  const UpstreamId = await createUpstream(client, request);
  assert.match(UpstreamId, /^upstream-[a-z0-9]{8}$/);
  const found = await read(client, UpstreamId);
  assert.equal(found.Scheme, "HTTPS");
  assert.equal(found.Algorithm, "ROUND-ROBIN");
  assert.equal(found.Retries, 3);
  assert.equal(found.UpstreamHost, "shop.example.com");
  assert.equal(found.UpstreamType, "IP_PORT");
  assert.deepEqual(found.Tags, Tags);
  assert.deepEqual(
    found.Nodes?.map(({ Host, Port, Weight, Tags: labels, VmInstanceId, Healthy }) => [
      Host,
      Port,
      Weight,
      labels,
      VmInstanceId,
      Healthy,
    ]),
    [
      ["shop.internal", 80, 0, ["old"], "", "NO_DATA"],
      ["::1", 8443, 100, [], "ins-1", "NO_DATA"],
    ],
  );
  const { ActiveRequestHeader, ...checker } = present(found.HealthChecker);
  assert.deepEqual(ActiveRequestHeader, []);
  const active = { ActiveCheckHttpPath: "/", ActiveCheckTimeout: 5, ActiveCheckInterval: 5 };
  assert.deepEqual(checker, { ...healthChecker, ...active });
  assert.equal(
    (await read(client, await createUpstream(client, { Algorithm: "ROUND_ROBIN" }))).Algorithm,
    "ROUND_ROBIN",
  );
});

test("active checks are read back, and one that could never bring a node back is refused", async (t) => {
  const client = (await startManagement(t)).client();
  const active = {
    ActiveCheckHttpPath: "/health",
    ActiveCheckTimeout: 2,
    ActiveCheckInterval: 7,
    // The SDK knows no members of these.
    ActiveRequestHeader: [{ Name: "X-Probe", Value: "1" }] as unknown as null[],
  };
  const HealthChecker = {
    ...healthChecker,
    EnablePassiveCheck: false,
    EnableActiveCheck: true,
    UnhealthyTimeout: 0,
    ...active,
  };
  const found = await read(client, await createUpstream(client, { HealthChecker }));
  assert.deepEqual(found.HealthChecker, HealthChecker);
  assert.equal(found.Nodes?.[0]?.Healthy, "NO_DATA");
  const faults: [object, string][] = [
    [{ HealthyHttpStatus: "" }, "InvalidParameter.FormatError"],
    [{ ActiveCheckHttpPath: "health" }, "InvalidParameter.FormatError"],
    [{ ActiveRequestHeader: [{ Name: "Content-Length", Value: "1" }] }, "InvalidParameter.FormatError"],
    [{ ActiveCheckInterval: -1 }, "InvalidParameterValue.RangeExceeded"],
  ];
  for (const [change, code] of faults) {
    const request = upstream({ HealthChecker: { ...HealthChecker, ...change } });
    await refused(client.CreateUpstream(request), code);
  }
});

test("an active check may be left empty by clients that cannot leave its members out, and is read back so", async (t) => {
  const client = (await startManagement(t)).client();
  const unset = { ActiveCheckHttpPath: "", ActiveCheckTimeout: 0, ActiveCheckInterval: 0 };
  const HealthChecker = { ...healthChecker, EnableActiveCheck: true, ...unset };
  const UpstreamId = await createUpstream(client, { HealthChecker });
  const { ActiveRequestHeader: _, ...found } = present((await read(client, UpstreamId)).HealthChecker);
  assert.deepEqual(found, HealthChecker);
});

test("what is left out of an upstream and its health check has the published default", async (t) => {
  const client = (await startManagement(t)).client();
  const { UnhealthyTimeout: _, ...HealthChecker } = healthChecker;
  const found = await read(client, await createUpstream(client, { HealthChecker }));
  assert.deepEqual([found.Retries, found.UpstreamType, found.UpstreamDescription], [3, "IP_PORT", ""]);
  const { UnhealthyTimeout, ActiveCheckHttpPath, ActiveCheckTimeout, ActiveCheckInterval } = present(
    found.HealthChecker,
  );
  assert.deepEqual([UnhealthyTimeout, ActiveCheckHttpPath, ActiveCheckTimeout, ActiveCheckInterval], [30, "/", 5, 5]);
  const unchecked = await read(client, await createUpstream(client));
  assert.deepEqual([unchecked.HealthChecker, unchecked.Nodes?.[0]?.Healthy], [null, "OFF"]);
});

test("what a client notes at a node and at the upstream is read back and can be changed", async (t) => {
  const client = (await startManagement(t)).client();
  const labels = {
    VmInstanceId: "ins-1",
    Tags: ["old"],
    ServiceName: "orders",
    NameSpace: "shop",
    ClusterId: "cls-1",
    Source: "K8S",
    UniqueServiceName: "orders.shop",
  };
  const Nodes = [{ Host: "10.0.0.1", Port: 80, Weight: 1, ...labels }];
  const UpstreamId = await createUpstream(client, { Nodes, UpstreamDescription: "for orders" });
  const { Nodes: found, UpstreamDescription } = await read(client, UpstreamId);
  assert.deepEqual(found, [{ ...Nodes[0], Healthy: "OFF" }]);
  assert.equal(UpstreamDescription, "for orders");
  const change = { UpstreamDescription: "retired", UniqVpcId: "vpc-other", Algorithm: "ROUND_ROBIN", Scheme: "HTTPS" };
  await client.ModifyUpstream({ UpstreamId, ...change });
  const changed = await read(client, UpstreamId);
  assert.deepEqual({ ...changed, ...change }, changed);
  assert.deepEqual(changed.Nodes, found);
});

test("a change keeps what is not sent and replaces lists whole", async (t) => {
  const client = (await startManagement(t)).client();
  const UpstreamId = await createUpstream(client, { UpstreamHost: "a.example.com", HealthChecker: healthChecker });
  const Nodes = [{ Host: "10.0.0.2", Port: 80, Weight: 1 }];
  const { Result } = await client.ModifyUpstream({ UpstreamId, Nodes, Retries: 0 });
  assert.equal(Result?.Retries, 0);
  assert.equal(Result?.UpstreamName, "shop");
  assert.equal(Result?.UpstreamHost, "a.example.com");
  assert.equal(Result?.HealthChecker?.UnhealthyTimeout, 20);
  assert.deepEqual(
    Result?.Nodes?.map(({ Host }) => Host),
    ["10.0.0.2"],
  );
  await client.ModifyUpstream({ UpstreamId, UpstreamHost: "", UpstreamName: "renamed" });
  const found = await read(client, UpstreamId);
  assert.equal(found.UpstreamHost, "");
  assert.equal(found.UpstreamName, "renamed");
  assert.equal(found.Retries, 0);
});

test("an upstream that is written back as it was read stays what it is", async (t) => {
  const client = (await startManagement(t)).client();
  const { UpstreamName: _, ...unnamed } = upstream();
  const UpstreamId = present((await client.CreateUpstream(unnamed)).UpstreamId);
  const { CreatedTime, K8sServices, Tags, ...before } = await read(client, UpstreamId);
  await client.request("ModifyUpstream", before);
  assert.deepEqual(await read(client, UpstreamId), { ...before, CreatedTime, K8sServices, Tags });
});

test("upstreams are listed newest first, by id and part of the name, of one account and region", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ids: string[] = [];
  for (const UpstreamName of ["one", "two", "three"]) ids.unshift(await createUpstream(client, { UpstreamName }));
  const list = async (by: Client, Filters: object[] = [], page = { Offset: 0, Limit: 10 }) => {
    const { Result } = await by.request("DescribeUpstreams", { ...page, Filters });
    return [Result.TotalCount, ...Result.UpstreamSet.map((found: { UpstreamId: string }) => found.UpstreamId)];
  };
  assert.deepEqual(await list(client), [3, ...ids]);
  assert.deepEqual(await list(client, [], { Offset: 1, Limit: 1 }), [3, ids[1]]);
  assert.deepEqual(await list(client, [{ Name: "UpstreamName", Values: ["o"] }]), [2, ids[1], ids[2]]);
  assert.deepEqual(await list(client, [{ Name: "UpstreamId", Values: [ids[0]] }]), [1, ids[0]]);
  assert.deepEqual(await list(client, [{ Name: "UpstreamId", Values: ["upstream-unknown0"] }]), [0]);
  assert.deepEqual(await list(management.client({ region: "ap-shanghai" })), [0]);
  assert.deepEqual(await list(management.client({ account: await management.addAccount() })), [0]);
});

test("an API names its upstream in either spelling, and an unknown one is refused", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const UpstreamId = await createUpstream(client);
  const first = await readApi(client, ServiceId, await createApi(client, apiOn(ServiceId, UpstreamId)));
  assert.equal(first.ServiceType, "HTTP");
  assert.equal(first.ServiceConfig?.Product, "upstream");
  assert.equal(first.ServiceConfig?.UpstreamId, UpstreamId);
  const other = apiOn(ServiceId, UpstreamId, { RequestConfig: { Path: "/2", Method: "GET" }, ServiceType: "UPSTREAM" });
  const second = { ...other, ServiceConfig: { UpstreamId, Path: "/", Method: "GET" } };
  assert.equal((await readApi(client, ServiceId, await createApi(client, second))).ServiceConfig?.Product, "upstream");
  const RequestConfig = { Path: "/3", Method: "GET" };
  const unknown = apiOn(ServiceId, "upstream-unknown0", { RequestConfig });
  await refused(client.CreateApi(unknown), "InvalidParameterValue.InvalidUpstream", /upstream-unknown0/);
  await refused(client.CreateApi(apiOn(ServiceId, "", { RequestConfig })), "InvalidParameterValue.InvalidUpstream");
  const change = { ...unknown, ApiId: first.ApiId } as ModifyApiParams;
  await refused(client.ModifyApi(change), "InvalidParameterValue.InvalidUpstream");
  const elsewhere = management.client({ region: "ap-shanghai" });
  const there = apiOn(await createService(elsewhere), UpstreamId);
  await refused(elsewhere.CreateApi(there), "InvalidParameterValue.InvalidUpstream");
});

test("an upstream is kept as long as a draft or a running version uses it", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const UpstreamId = await createUpstream(client);
  const inUse = "UnsupportedOperation.UnsupportedDeleteUpstream";
  const ApiId = await createApi(client, apiOn(ServiceId, UpstreamId));
  const later = await createApi(client, apiOn(other, UpstreamId, { ApiName: "later" }));
  assert.deepEqual(await usedBy(client, UpstreamId), [later, ApiId]);
  assert.deepEqual(await usedBy(client, UpstreamId, [{ Name: "ServiceId", Values: [ServiceId] }]), [ApiId]);
  assert.deepEqual(await usedBy(client, UpstreamId, [{ Name: "ApiId", Values: [later] }]), [later]);
  await refused(client.DeleteUpstream({ UpstreamId }), inUse);
  await client.DeleteApi({ ServiceId: other, ApiId: later });

  await release(client, ServiceId);
  await client.DeleteApi({ ServiceId, ApiId });
  assert.deepEqual(await usedBy(client, UpstreamId), [ApiId]);
  await refused(client.DeleteUpstream({ UpstreamId }), inUse, new RegExp(ApiId));
  await client.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  assert.deepEqual(await usedBy(client, UpstreamId), []);
  assert.equal((await client.DeleteUpstream({ UpstreamId })).UpstreamId, UpstreamId);
  await refused(client.DeleteUpstream({ UpstreamId }), "ResourceNotFound");
});

test("an upstream is kept as long as a plugin names it, be it attached or not", async (t) => {
  const client = (await startManagement(t)).client();
  const UpstreamId = await createUpstream(client);
  const inUse = "UnsupportedOperation.UnsupportedDeleteUpstream";
  const ServiceConfig = { Method: "GET", Path: "/", Url: "", Product: "upstream", UpstreamId };
  const backend = { backend_type: "UPSTREAM", backend_config: { ServiceConfig } };
  const routes = [{ strategy_name: "all", condition: "path='/'", ...backend }];
  const breaker = {
    failure_condition: "latency_seconds>1",
    failure_threshold: 1,
    time_window: 10,
    open_state_duration: 15,
    ...backend,
  };
  for (const [PluginType, data] of [
    ["Routing", JSON.stringify(routes)],
    ["CircuitBreaker", JSON.stringify(breaker).replace("upstream-", "\\u0075pstream-")],
  ] as const) {
    const { Result } = await client.CreatePlugin({ PluginName: "other_way", PluginType, PluginData: data });
    const PluginId = present(Result?.PluginId);
    await refused(client.DeleteUpstream({ UpstreamId }), inUse, new RegExp(PluginId));
    await client.DeletePlugin({ PluginId });
  }
  // A name in passing is no use.
  const mock = { backend_type: "MOCK", backend_config: { ServiceMockReturnMessage: UpstreamId } };
  const PluginData = JSON.stringify([{ strategy_name: "none", condition: "path='/'", ...mock }]);
  await client.CreatePlugin({ PluginName: "other_way", PluginType: "Routing", PluginData });
  assert.equal((await client.DeleteUpstream({ UpstreamId })).UpstreamId, UpstreamId);
});
