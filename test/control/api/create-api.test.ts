import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, httpApi, mockApi, readApi } from "../resources.ts";

test("a new API is answered with its id, path and method", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const { Result } = await client.CreateApi(mockApi(ServiceId, { RequestConfig: { Path: "/a", Method: "POST" } }));
  assert.match(present(Result?.ApiId), /^api-[a-z0-9]{8}$/);
  assert.equal(Result?.Path, "/a");
  assert.equal(Result?.Method, "POST");
  const api = await readApi(client, ServiceId, present(Result?.ApiId));
  assert.equal(Result?.CreatedTime, api.CreatedTime);
});

test("a path can be exact, a prefix, a template or a regular expression", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const input = (Name: string) => ({ Name, Position: "PATH", Type: "string", Required: true });
  const paths: [string, string[]][] = [
    ["/", []],
    ["=/exact", []],
    ["^~/first", []],
    ["/users/{id}/posts/{post}", ["id", "post"]],
    ["/v[12]/items", []],
    ["/café", []],
  ];
  for (const [Path, names] of paths) {
    const request = mockApi(ServiceId, { RequestConfig: { Path, Method: "GET" }, RequestParameters: names.map(input) });
    const api = await readApi(client, ServiceId, await createApi(client, request));
    assert.equal(api.RequestConfig?.Path, Path);
  }
});

test("a path the gateway could not serve, or a method unknown to it, is refused", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const create = (Path: string, Method = "GET") =>
    client.CreateApi(mockApi(ServiceId, { RequestConfig: { Path, Method } }));
  const code = "InvalidParameterValue.InvalidApiRequestConfig";
  const bad = [
    "",
    "users",
    "http://backend.test/",
    "/a#f",
    "/../a",
    "/a\r\nb",
    "/{}",
    "/{a",
    "^~/a.*",
    "=/{a}",
    "/(",
    "/(?=a)",
    "/(b)\\1",
    "/((a{1,99}){1,99}){1,99}",
    `/${"x".repeat(3000)}`,
  ];
  for (const path of bad) await refused(create(path), code);
  await refused(create("/a", "FETCH"), code);
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 0);
});

test("path and method are taken once in a service, and ANY is a method of its own", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const at = (service: string, Path: string, Method: string) =>
    client.CreateApi(mockApi(service, { RequestConfig: { Path, Method } }));
  await at(ServiceId, "/a", "GET");
  await at(ServiceId, "/a", "POST");
  await at(ServiceId, "/a", "ANY");
  await at(ServiceId, "/A", "GET");
  await at(other, "/a", "GET");
  await refused(at(ServiceId, "/a", "GET"), "InvalidParameterValue.InvalidApiRequestConfig", /path and method/);
  await refused(at(ServiceId, "/a", "ANY"), "InvalidParameterValue.InvalidApiRequestConfig");
});

test("paths that match the same requests are the same place, whatever their variables are called", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const at = (Path: string, Name: string, Method = "GET") => {
    const RequestParameters = [{ Name, Position: "path", Type: "string" }];
    return client.CreateApi(mockApi(ServiceId, { RequestConfig: { Path, Method }, RequestParameters }));
  };
  await at("/users/{id}", "id");
  await at("/users/{id}/posts", "id");
  await at("/users/{name}", "name", "PUT");
  await refused(at("/users/{name}", "name"), "InvalidParameterValue.InvalidApiRequestConfig", /path and method/);
});

test("a name is taken once in a service, and may be left out", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const named = (service: string, Path: string, ApiName?: string) =>
    client.CreateApi(mockApi(service, { RequestConfig: { Path, Method: "GET" }, ...(ApiName ? { ApiName } : {}) }));
  await named(ServiceId, "/1", "auto-http");
  await named(ServiceId, "/2");
  await named(ServiceId, "/3");
  await named(other, "/1", "auto-http");
  await refused(named(ServiceId, "/4", "auto-http"), "InvalidParameter.FormatError", /`ApiName`/);
  await refused(named(ServiceId, "/4", "x".repeat(61)), "InvalidParameter.FormatError", /ApiName/);
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 3);
});

test("a service holds a limited number of APIs", async (t) => {
  const client = (await startManagement(t, { quotas: { apisPerService: 1 } })).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const second = mockApi(ServiceId, { RequestConfig: { Path: "/2", Method: "GET" } });
  await refused(client.CreateApi(second), "LimitExceeded.ApiCountLimitExceeded", /1/);
  await client.DeleteApi({ ServiceId, ApiId });
  await createApi(client, second);
});

test("an API speaks WebSocket with a backend that does, and nothing else", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ServiceConfig = { Url: "wss://chat.test", Path: "/", Method: "GET" };
  const chat = httpApi(ServiceId, { Protocol: "WEBSOCKET", ServiceType: "WEBSOCKET", ServiceConfig });
  const made = await readApi(client, ServiceId, await createApi(client, chat));
  assert.deepEqual(
    [made.Protocol, made.ServiceType, made.ServiceConfig?.Url],
    ["WEBSOCKET", "WEBSOCKET", "wss://chat.test"],
  );
  const other = { RequestConfig: { Path: "/other", Method: "GET" } };
  await createApi(client, { ...chat, ...other, ServiceType: "HTTP" });
  const refusals: [object, string][] = [
    [{ Protocol: "HTTP" }, "InvalidParameterValue.InvalidServiceType"],
    [{ ServiceType: "MOCK", ServiceMockReturnMessage: "x" }, "InvalidParameterValue.InvalidServiceType"],
    [{ RequestConfig: { Path: "/third", Method: "ANY" } }, "InvalidParameterValue.InvalidWSMethod"],
    [{ ServiceConfig: { ...ServiceConfig, Url: "https://chat.test" } }, "InvalidParameterValue.InvalidUrl"],
    [{ ServiceConfig: { ...ServiceConfig, Url: "ws://chat.test/path" } }, "InvalidParameterValue.InvalidUrl"],
  ];
  for (const [change, code] of refusals) await refused(client.CreateApi({ ...chat, ...change }), code);
  const { ApiId = "" } = made;
  const change = {
    ServiceId,
    ApiId,
    ServiceType: "WEBSOCKET",
    ServiceConfig,
    RequestConfig: { Path: "/", Method: "GET" },
  };
  await refused(client.ModifyApi({ ...change, Protocol: "HTTP" }), "UnsupportedOperation.ModifyProtocol");
  await client.ModifyApi({ ...change, Protocol: "" });
  assert.equal((await readApi(client, ServiceId, ApiId)).Protocol, "WEBSOCKET");
});

test("a backend may speak gRPC", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, httpApi(ServiceId, { ServiceType: "GRPC" }));
  assert.equal((await readApi(client, ServiceId, ApiId)).ServiceType, "GRPC");
  const other = { ServiceType: "GRPC", RequestConfig: { Path: "/other", Method: "GET" } };
  const ServiceConfig = { Url: "grpc://backend.test", Path: "/", Method: "ANY" };
  await refused(client.CreateApi(httpApi(ServiceId, { ...other, ServiceConfig })), "InvalidParameterValue.InvalidUrl");
  const webSocket = httpApi(ServiceId, { ...other, Protocol: "WEBSOCKET" });
  await refused(client.CreateApi(webSocket), "InvalidParameterValue.InvalidServiceType");
});

test("what the contract knows and Turnpike does not serve is named", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  for (const ServiceType of ["TSF", "SCF", "EB", "TARGET", "COS"]) {
    const request = httpApi(ServiceId, { ServiceType });
    await refused(client.CreateApi(request), "UnsupportedOperation.InvalidEndpointType", new RegExp(ServiceType));
  }
  const eiam = mockApi(ServiceId, { AuthType: "EIAM" });
  await refused(client.CreateApi(eiam), "UnsupportedOperation.InvalidAction", /AuthType.*EIAM/);
  await refused(client.CreateApi(mockApi(ServiceId, { ApiType: "TSF" })), "InvalidParameterValue.InvalidApiType");
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 0);
});

test("the service and closed values are checked", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const create = (change: object) => client.CreateApi(mockApi(ServiceId, change));
  await refused(create({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService", /service-unknown0/);
  await refused(create({ ServiceType: "HTTPS" }), "InvalidParameterValue.NotInOptions", /ServiceType/);
  await refused(create({ AuthType: "BASIC" }), "InvalidParameterValue.NotInOptions", /AuthType/);
  await refused(create({ Protocol: "FTP" }), "InvalidParameterValue.NotInOptions", /Protocol/);
  await refused(create({ ServiceTimeout: 0 }), "InvalidParameterValue.RangeExceeded", /ServiceTimeout/);
  await refused(create({ ServiceTimeout: 1801 }), "InvalidParameterValue.RangeExceeded", /ServiceTimeout/);
  await refused(create({ ApiBusinessType: "OTHER" }), "InvalidParameterValue.InvalidApiBusinessType");
  await refused(create({ ApiBusinessType: "OAUTH" }), "InvalidParameterValue.InvalidApiBusinessType", /AuthType/);
  await refused(create({ RequestConfig: { Path: "/" } }), "MissingParameter", /RequestConfig\.Method/);
  const stranger = management.client({ region: "ap-shanghai" });
  await refused(stranger.CreateApi(mockApi(ServiceId)), "ResourceNotFound.InvalidService");
  assert.equal((await client.DescribeApisStatus({ ServiceId })).Result?.TotalCount, 0);
});
