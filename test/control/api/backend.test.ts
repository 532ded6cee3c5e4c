import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createApi, createService, httpApi, type ModifyApiParams, mockApi, readApi } from "../resources.ts";

const sound = { Url: "http://backend.test:8080", Path: "/", Method: "GET" };

/** Refused alike when an API is made and when it is changed. */
async function refusedBoth(
  client: Client,
  ServiceId: string,
  ApiId: string,
  change: object,
  code: string,
  text?: RegExp,
) {
  const { Protocol, ...request } = httpApi(ServiceId, change);
  await refused(client.CreateApi({ ...request, Protocol }), code, text);
  await refused(client.ModifyApi({ ...request, ApiId } as ModifyApiParams), code, text);
}

test("an HTTP backend keeps its URL, path, method and product", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const configs = [
    { Url: "https://[2001:db8::1]:8443", Path: "", Method: "ANY" },
    { Url: "http://10.0.0.1", Path: "/v1/x.y", Method: "POST" },
    { Url: "http://10.0.0.2", Path: "/", Method: "GET", Product: "clb", UniqVpcId: "vpc-1" },
  ];
  for (const [index, ServiceConfig] of configs.entries()) {
    const request = httpApi(ServiceId, { ServiceConfig, RequestConfig: { Path: `/${index}`, Method: "ANY" } });
    const api = await readApi(client, ServiceId, await createApi(client, request));
    const absent = { Product: "", UniqVpcId: "", UpstreamId: null, CosConfig: null };
    assert.deepEqual(api.ServiceConfig, { ...absent, ...ServiceConfig });
    assert.equal(api.ServiceMockReturnMessage, null);
  }
});

test("each fault of an HTTP backend has its code", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, httpApi(ServiceId, { RequestConfig: { Path: "/own", Method: "GET" } }));
  const before = await readApi(client, ServiceId, ApiId);
  const faults: [object, string][] = [
    [{ Url: "" }, "InvalidUrl"],
    [{ Url: "backend.test" }, "InvalidUrl"],
    [{ Url: "ftp://backend.test" }, "InvalidUrl"],
    [{ Url: "http://backend.test/path" }, "InvalidUrl"],
    [{ Url: "http://backend.test/" }, "InvalidUrl"],
    [{ Url: "http://user:secret@backend.test" }, "InvalidUrl"],
    [{ Url: "http://backend.test\r\nX-Injected: 1" }, "InvalidUrl"],
    [{ Url: "http://10.0.0.256" }, "InvalidIPAddress"],
    [{ Url: "http://[::1" }, "InvalidIPAddress"],
    [{ Url: "http://back..end" }, "InvalidIPAddress"],
    [{ Url: "http://backend.test:0" }, "InvalidPort"],
    [{ Url: "http://backend.test:65536" }, "InvalidPort"],
    [{ Url: "http://backend.test:http" }, "InvalidPort"],
    [{ Path: "users" }, "InvalidBackendPath"],
    [{ Path: "/a\r\nX-Injected: 1" }, "InvalidBackendPath"],
    [{ Path: "/a?x=1" }, "InvalidBackendPath"],
    [{ Path: "/../admin" }, "InvalidBackendPath"],
    [{ Path: "/{" }, "InvalidBackendPath"],
    [{ Method: "FETCH" }, "InvalidServiceConfig"],
    [{ Method: "get" }, "InvalidServiceConfig"],
    [{ Method: "" }, "InvalidServiceConfig"],
  ];
  for (const [change, code] of faults) {
    const ServiceConfig = { ...sound, ...change };
    await refusedBoth(client, ServiceId, ApiId, { ServiceConfig }, `InvalidParameterValue.${code}`);
  }
  await refusedBoth(
    client,
    ServiceId,
    ApiId,
    { ServiceConfig: { ...sound, Product: "nat" } },
    "InvalidParameterValue.NotInOptions",
    /Product/,
  );
  assert.deepEqual(await readApi(client, ServiceId, ApiId), before);
});

test("an HTTP backend needs its configuration", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceConfig, ...request } = httpApi(await createService(client));
  await refused(client.CreateApi(request), "InvalidParameterValue.InvalidServiceConfig", /ServiceConfig/);
});

test("a MOCK backend needs its message", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const { ServiceMockReturnMessage, ...request } = mockApi(ServiceId);
  const code = "InvalidParameterValue.InvalidServiceMockReturnMessage";
  await refused(client.CreateApi(request), code);
  await refused(client.CreateApi({ ...request, ServiceMockReturnMessage: "" }), code);
  const ApiId = await createApi(client, { ...request, ServiceMockReturnMessage: '{"a":"中"}' });
  const api = await readApi(client, ServiceId, ApiId);
  assert.equal(api.ServiceMockReturnMessage, '{"a":"中"}');
  assert.equal(api.ServiceConfig, null);
  // ModifyApi lists no code of its own for this.
  const { Protocol, ...change } = request;
  await refused(client.ModifyApi({ ...change, ApiId } as ModifyApiParams), "InvalidParameterValue", /MOCK/);
});
