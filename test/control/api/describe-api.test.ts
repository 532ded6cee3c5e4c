import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { refused } from "../outcome.ts";
import { createApi, createService, mockApi, readApi, release } from "../resources.ts";

test("a bare API has every published member, null where there is nothing to tell", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const { CreatedTime, ModifiedTime, ...api } = await readApi(client, ServiceId, ApiId);
  assert.equal(CreatedTime, ModifiedTime);
  assert.deepEqual(api, {
    ServiceId,
    ServiceName: "service",
    ServiceDesc: null,
    ApiId,
    ApiName: null,
    ApiDesc: null,
    ApiType: "NORMAL",
    Protocol: "HTTP",
    AuthType: "NONE",
    ApiBusinessType: "NORMAL",
    AuthRelationApiId: null,
    OauthConfig: null,
    EnableCORS: false,
    RequestConfig: { Path: "/mock", Method: "GET" },
    RequestParameters: [],
    ServiceType: "MOCK",
    ServiceTimeout: 15,
    ServiceConfig: null,
    ServiceParameters: [],
    ConstantParameters: [],
    ServiceMockReturnMessage: "hello",
    ResponseType: null,
    ResponseSuccessExample: null,
    ResponseFailExample: null,
    ResponseErrorCodes: [],
    Tags: [],
    Environments: [],
    IsDebugAfterCharge: false,
    IsBase64Encoded: false,
    IsBase64Trigger: false,
    Base64EncodedTriggerRules: null,
    InternalDomain: null,
    MicroServices: null,
    MicroServicesInfo: null,
    ServiceTsfLoadBalanceConf: null,
    ServiceTsfHealthCheckConf: null,
    ServiceScfFunctionName: null,
    ServiceScfFunctionNamespace: null,
    ServiceScfFunctionQualifier: null,
    ServiceScfIsIntegratedResponse: null,
    ServiceScfEventIsAsyncCall: null,
    ServiceWebsocketRegisterFunctionName: null,
    ServiceWebsocketRegisterFunctionNamespace: null,
    ServiceWebsocketRegisterFunctionQualifier: null,
    ServiceWebsocketCleanupFunctionName: null,
    ServiceWebsocketCleanupFunctionNamespace: null,
    ServiceWebsocketCleanupFunctionQualifier: null,
    ServiceWebsocketTransportFunctionName: null,
    ServiceWebsocketTransportFunctionNamespace: null,
    ServiceWebsocketTransportFunctionQualifier: null,
  });
});

test("environments are those whose running version contains the API, and values are the draft's", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  await release(client, ServiceId, "test");
  await release(client, ServiceId, "prepub");
  const late = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/late", Method: "GET" } }));
  await release(client, ServiceId, "release");
  await client.UnReleaseService({ ServiceId, EnvironmentName: "prepub" });
  const change = { ServiceType: "MOCK", RequestConfig: { Path: "/changed", Method: "GET" } };
  await client.ModifyApi({ ...change, ServiceId, ApiId, ServiceMockReturnMessage: "changed" });

  const api = await readApi(client, ServiceId, ApiId);
  assert.deepEqual(api.Environments, ["test", "release"]);
  assert.equal(api.ServiceMockReturnMessage, "changed");
  assert.deepEqual((await readApi(client, ServiceId, late)).Environments, ["release"]);
});

test("the view for app owners reads the API in its own region", async (t) => {
  const management = await startManagement(t);
  const home = management.client({ region: "ap-shanghai" });
  const ServiceId = await createService(home);
  const ApiId = await createApi(home, mockApi(ServiceId));
  const client = management.client({ region: "ap-guangzhou" });
  const { Result } = await client.DescribeApiForApiApp({ ServiceId, ApiId, ApiRegion: "ap-shanghai" });
  assert.deepEqual(Result, await readApi(home, ServiceId, ApiId));
  // As the lists of bindings name the region.
  assert.deepEqual((await client.DescribeApiForApiApp({ ServiceId, ApiId, ApiRegion: "shanghai" })).Result, Result);
  const view = (change: object) =>
    client.DescribeApiForApiApp({ ServiceId, ApiId, ApiRegion: "ap-shanghai", ...change });
  await refused(view({ ApiRegion: "ap-guangzhou" }), "ResourceNotFound.InvalidService");
  await refused(view({ ApiRegion: "ap-nowhere" }), "InvalidParameter.FormatError", /ApiRegion/);
  await refused(view({ ApiId: "api-unknown0" }), "ResourceNotFound.InvalidApi");
});

test("unknown ids are told apart", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const unknownApi = client.DescribeApi({ ServiceId, ApiId: "api-unknown0" });
  await refused(unknownApi, "ResourceNotFound.InvalidApi", /api-unknown0/);
  const unknownService = client.DescribeApi({ ServiceId: "service-unknown0", ApiId: "api-unknown0" });
  await refused(unknownService, "ResourceNotFound.InvalidService", /service-unknown0/);
});
