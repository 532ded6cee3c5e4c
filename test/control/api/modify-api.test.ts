import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, httpApi, type ModifyApiParams, mockApi, readApi } from "../resources.ts";

const full = {
  ApiName: "full",
  ApiDesc: "everything set",
  AuthType: "SECRET",
  EnableCORS: true,
  ServiceTimeout: 30,
  RequestParameters: [{ Name: "q", Position: "query", Type: "string", DefaultValue: "", Required: true, Desc: "" }],
  ConstantParameters: [{ Name: "X-A", Position: "header", DefaultValue: "1", Desc: "" }],
  ResponseType: "JSON",
  ResponseSuccessExample: "yes",
  ResponseFailExample: "no",
  ResponseErrorCodes: [{ Code: 500, Msg: "system error", Desc: "", ConvertedCode: -10, NeedConvert: true }],
};

function mockChange(ServiceId: string, ApiId: string, change: Partial<ModifyApiParams> = {}): ModifyApiParams {
  const RequestConfig = { Path: "/new", Method: "POST" };
  return { ServiceId, ApiId, ServiceType: "MOCK", ServiceMockReturnMessage: "new", RequestConfig, ...change };
}

test("a change replaces the whole definition, and only what the reference exempts is kept", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, httpApi(ServiceId, full));
  const before = await readApi(client, ServiceId, ApiId);
  const reply = await client.ModifyApi(mockChange(ServiceId, ApiId));
  assert.deepEqual(Object.keys(reply), ["RequestId"]);

  const after = await readApi(client, ServiceId, ApiId);
  assert.ok(present(after.ModifiedTime) > present(before.ModifiedTime));
  assert.deepEqual(after.ResponseErrorCodes, full.ResponseErrorCodes);
  assert.deepEqual(after, {
    ...before,
    ModifiedTime: after.ModifiedTime,
    ApiName: null,
    ApiDesc: null,
    AuthType: "NONE",
    EnableCORS: false,
    ServiceTimeout: 15,
    RequestConfig: { Path: "/new", Method: "POST" },
    RequestParameters: [],
    ConstantParameters: [],
    ResponseType: null,
    ResponseSuccessExample: null,
    ResponseFailExample: null,
    ServiceType: "MOCK",
    ServiceConfig: null,
    ServiceMockReturnMessage: "new",
  });
});

test("error codes stay until they are replaced or deleted", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, httpApi(ServiceId, full));
  const codes = async () => (await readApi(client, ServiceId, ApiId)).ResponseErrorCodes;
  const replacement = [{ Code: 404, Msg: "gone", Desc: "", ConvertedCode: 410, NeedConvert: true }];
  await client.ModifyApi(mockChange(ServiceId, ApiId, { ResponseErrorCodes: replacement }));
  assert.deepEqual(await codes(), replacement);
  await client.ModifyApi(mockChange(ServiceId, ApiId));
  assert.deepEqual(await codes(), replacement);
  await client.ModifyApi(mockChange(ServiceId, ApiId, { IsDeleteResponseErrorCodes: true }));
  assert.deepEqual(await codes(), []);
  const unnumbered = mockChange(ServiceId, ApiId, { ResponseErrorCodes: [{ Msg: "which?" }] });
  await refused(client.ModifyApi(unnumbered), "InvalidParameter.FormatError", /Code/);
});

test("a change to what the API already is succeeds", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const request = httpApi(ServiceId, full);
  const ApiId = await createApi(client, request);
  const { ModifiedTime: _, ...before } = await readApi(client, ServiceId, ApiId);
  await client.ModifyApi({ ...request, ApiId } as ModifyApiParams);
  const { ModifiedTime, ...after } = await readApi(client, ServiceId, ApiId);
  assert.deepEqual(after, before);
});

test("name and place may not collide with another API of the service", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await createApi(client, mockApi(ServiceId, { ApiName: "taken", RequestConfig: { Path: "/taken", Method: "GET" } }));
  const ApiId = await createApi(client, mockApi(ServiceId, { ApiName: "own" }));
  const before = await readApi(client, ServiceId, ApiId);
  const sameName = mockChange(ServiceId, ApiId, { ApiName: "taken" });
  await refused(client.ModifyApi(sameName), "InvalidParameter.FormatError", /`ApiName`/);
  const samePlace = mockChange(ServiceId, ApiId, { RequestConfig: { Path: "/taken", Method: "GET" } });
  await refused(client.ModifyApi(samePlace), "InvalidParameterValue", /path and method/);
  const badPath = mockChange(ServiceId, ApiId, { RequestConfig: { Path: "nowhere", Method: "GET" } });
  await refused(client.ModifyApi(badPath), "InvalidParameterValue", /RequestConfig.Path/);
  assert.deepEqual(await readApi(client, ServiceId, ApiId), before);
});

test("the protocol stays HTTP", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  // HTTPS is how older clients write it.
  for (const Protocol of ["HTTP", "HTTPS", "HTTP/HTTPS"])
    await client.ModifyApi(mockChange(ServiceId, ApiId, { Protocol }));
  const websocket = mockChange(ServiceId, ApiId, { Protocol: "WEBSOCKET" });
  await refused(client.ModifyApi(websocket), "UnsupportedOperation.ModifyProtocol");
  const unknown = mockChange(ServiceId, ApiId, { Protocol: "FTP" });
  await refused(client.ModifyApi(unknown), "InvalidParameterValue.NotInOptions", /FTP/);
  assert.equal((await readApi(client, ServiceId, ApiId)).Protocol, "HTTP");
});

test("an API with plans of its own keeps its authentication until they are unbound", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId, { AuthType: "SECRET" }));
  const plan = { UsagePlanIds: [await createPlan(client)], BindType: "API", Environment: "test", ServiceId };
  await client.BindEnvironment({ ...plan, ApiIds: [ApiId] });
  await client.ModifyApi(mockChange(ServiceId, ApiId, { AuthType: "SECRET" }));
  const open = mockChange(ServiceId, ApiId, { AuthType: "NONE" });
  await refused(client.ModifyApi(open), "UnsupportedOperation.ResourceAssociated", /plans/);
  assert.equal((await readApi(client, ServiceId, ApiId)).AuthType, "SECRET");
  await client.UnBindEnvironment({ ...plan, ApiIds: [ApiId] });
  await client.ModifyApi(open);
  assert.equal((await readApi(client, ServiceId, ApiId)).AuthType, "NONE");
});

test("a tag is set beside the others, and its value replaced", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const tag = (Key: string, Value: string) =>
    client.ModifyApi(mockChange(ServiceId, ApiId, { TagSpecifications: { Key, Value } }));
  await tag("team", "shop");
  await tag("tier", "1");
  await tag("team", "blog");
  await client.ModifyApi(mockChange(ServiceId, ApiId));
  const { Tags } = await readApi(client, ServiceId, ApiId);
  assert.deepEqual(Tags, [
    { Key: "tier", Value: "1" },
    { Key: "team", Value: "blog" },
  ]);
});

test("unknown ids, closed values and kinds that are not served are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const ApiId = await createApi(client, mockApi(ServiceId));
  const before = await readApi(client, ServiceId, ApiId);
  const modify = (change: object) => client.ModifyApi(mockChange(ServiceId, ApiId, change));
  await refused(modify({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService");
  await refused(modify({ ServiceId: other }), "ResourceNotFound.InvalidApi", new RegExp(ApiId));
  await refused(modify({ ApiId: "api-unknown0" }), "ResourceNotFound.InvalidApi", /api-unknown0/);
  await refused(modify({ ServiceType: "SCF" }), "UnsupportedOperation.InvalidEndpointType", /SCF/);
  await refused(modify({ AuthType: "EIAM" }), "UnsupportedOperation.InvalidAction", /AuthType/);
  await refused(modify({ ApiType: "TSF" }), "InvalidParameterValue", /ApiType/);
  await refused(modify({ ApiBusinessType: "OAUTH" }), "InvalidParameterValue.InvalidApiBusinessType");
  await refused(modify({ RequestConfig: { Path: "/", Method: "FETCH" } }), "InvalidParameterValue.InvalidMethod");
  await refused(modify({ ServiceTimeout: 1801 }), "InvalidParameterValue.RangeExceeded");
  await refused(modify({ ApiName: "x".repeat(61) }), "InvalidParameterValue.LengthExceeded");
  await refused(modify({ ResponseType: "PDF" }), "InvalidParameterValue.NotInOptions");
  const rules = Array.from({ length: 11 }, () => ({ Name: "Accept", Value: ["image/png"] }));
  await refused(modify({ Base64EncodedTriggerRules: rules }), "InvalidParameterValue.LimitExceeded");
  assert.deepEqual(await readApi(client, ServiceId, ApiId), before);
});
