import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, type Endpoint, startEndpoint } from "../endpoint/endpoint.ts";
import { callLegacy, refusedLegacy, succeed } from "./legacy-call.ts";

// Both generations work on the same data: what one writes the other reads.

/** `Result` of a call of API 3.0 that succeeds, or its whole answer. */
async function current(endpoint: Endpoint, action: string, parameters: object): Promise<Record<string, unknown>> {
  endpoint.time += 1;
  const answer = await endpoint.tc3(action, parameters);
  assert.equal(codeOf(answer), "ok", answer.text);
  const { Result, ...flat } = answer.response;
  return typeof Result === "object" && Result !== null ? (Result as Record<string, unknown>) : flat;
}

test("a plan made by 3.0, with keys and environments, reads as the example of 2.0 has it", async (t) => {
  const endpoint = await startEndpoint(t);
  const { UsagePlanId } = await current(endpoint, "CreateUsagePlan", { UsagePlanName: "p", UsagePlanDesc: "d" });
  await current(endpoint, "ModifyUsagePlan", { UsagePlanId, MaxRequestNumPreSec: 500 });
  const { AccessKeyId } = await current(endpoint, "CreateApiKey", { SecretName: "k" });
  await current(endpoint, "BindSecretIds", { UsagePlanId, AccessKeyIds: [AccessKeyId] });
  const { ServiceId } = await current(endpoint, "CreateService", { ServiceName: "s", Protocol: "http" });
  const place = { ServiceId, Environment: "release", BindType: "SERVICE" };
  await current(endpoint, "BindEnvironment", { UsagePlanIds: [UsagePlanId], ...place });

  const { createdTime, modifiedTime, ...told } = await succeed(endpoint, "DescribeUsagePlan", {
    usagePlanId: String(UsagePlanId),
  });
  assert.deepEqual(told, {
    usagePlanId: UsagePlanId,
    usagePlanName: "p",
    usagePlanDesc: "d",
    maxRequestNumPreSec: 500,
    bindSecretIdTotalCount: 1,
    bindSecretIds: [AccessKeyId],
    bindEnvironmentTotalCount: 1,
    bindEnvironments: [{ seviceId: ServiceId, environmentName: "release" }],
  });
  const inOrder = await callLegacy(endpoint, "DescribeUsagePlan", { usagePlanId: String(UsagePlanId) });
  assert.deepEqual(Object.keys(inOrder), [
    ...["code", "message", "codeDesc"],
    ...["usagePlanId", "usagePlanName", "usagePlanDesc", "maxRequestNumPreSec", "createdTime", "modifiedTime"],
    ...["bindSecretIdTotalCount", "bindSecretIds", "bindEnvironmentTotalCount", "bindEnvironments"],
  ]);
  assert.equal(createdTime, "2023-11-14T22:13:21Z");
  assert.equal(modifiedTime, "2023-11-14T22:13:22Z");
});

test("what 2.0 makes, 3.0 reads, and the other way round", async (t) => {
  const endpoint = await startEndpoint(t);
  const key = await succeed(endpoint, "CreateApiKey", { secretName: "partner" });
  const read = await current(endpoint, "DescribeApiKey", { AccessKeyId: key["secretId"] });
  assert.deepEqual([read["SecretName"], read["AccessKeySecret"]], ["partner", key["secretKey"]]);

  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http&https", serviceName: "shop" });
  const service = await current(endpoint, "DescribeService", { ServiceId: serviceId });
  assert.deepEqual([service["Protocol"], service["NetTypes"]], ["http&https", ["OUTER"]]);

  await current(endpoint, "DisableApiKey", { AccessKeyId: key["secretId"] });
  assert.equal((await succeed(endpoint, "DescribeApiKey", { secretId: String(key["secretId"]) }))["status"], 0);
});

test("an API made by 2.0 is what the same API made by 3.0 would be", async (t) => {
  const endpoint = await startEndpoint(t);
  const { serviceId } = await succeed(endpoint, "CreateService", { protocol: "http" });
  const legacy = await succeed(endpoint, "CreateApi", {
    serviceId: String(serviceId),
    description: "an example's spelling",
    "requestConfig.path": "/orders",
    "requestConfig.method": "GET",
    "requestConfig.protocol": "http",
    "requestParameters.0.name": "id",
    "requestParameters.0.in": "QUERY",
    "requestParameters.0.type": "string",
    "requestParameters.0.required": "REQUIRED",
    serviceType: "Http",
    serviceTimeout: "20",
    "serviceConfig.url": "http://backend.test",
    "serviceConfig.path": "/",
    "serviceConfig.method": "GET",
    "serviceParameters.0.name": "number",
    "serviceParameters.0.position": "QUERY",
    "serviceParameters.0.relevantRequestParameterName": "id",
    "serviceParameters.0.relevantRequestParameterIn": "QUERY",
    "serviceParameters.0.desc": "mapped",
    enableCORS: "TRUE",
    responseType: "TEST",
  });
  const { ApiId } = await current(endpoint, "CreateApi", {
    ServiceId: serviceId,
    ApiDesc: "an example's spelling",
    AuthType: "SECRET",
    Protocol: "HTTP",
    RequestConfig: { Path: "/orders2", Method: "GET" },
    RequestParameters: [{ Name: "id", Position: "QUERY", Type: "string", Required: true }],
    ServiceType: "HTTP",
    ServiceTimeout: 20,
    ServiceConfig: { Url: "http://backend.test", Path: "/", Method: "GET" },
    ServiceParameters: [
      {
        Name: "number",
        Position: "QUERY",
        RelevantRequestParameterName: "id",
        RelevantRequestParameterPosition: "QUERY",
        RelevantRequestParameterDesc: "mapped",
      },
    ],
    EnableCORS: true,
    ResponseType: "TEXT",
  });
  const read = async (id: unknown) => {
    const api = await current(endpoint, "DescribeApi", { ServiceId: serviceId, ApiId: id });
    return { ...api, ApiId: null, RequestConfig: null, CreatedTime: null, ModifiedTime: null };
  };
  assert.deepEqual({ ...(await read(legacy["apiId"])) }, await read(ApiId));
});

test("ModifyApi of 2.0 changes what it is sent and keeps the rest", async (t) => {
  const endpoint = await startEndpoint(t);
  const { ServiceId } = await current(endpoint, "CreateService", { ServiceName: "s", Protocol: "http" });
  const { ApiId } = await current(endpoint, "CreateApi", {
    ServiceId,
    ApiName: "orders",
    AuthType: "SECRET",
    Protocol: "HTTP",
    RequestConfig: { Path: "/orders", Method: "GET" },
    RequestParameters: [{ Name: "id", Position: "QUERY", Type: "string", Required: true, DefaultValue: "1" }],
    ServiceType: "HTTP",
    ServiceTimeout: 20,
    ServiceConfig: { Url: "http://backend.test", Path: "/", Method: "GET" },
    ConstantParameters: [{ Name: "source", Position: "QUERY", DefaultValue: "gateway" }],
    ResponseErrorCodes: [{ Code: 7, Msg: "seven", Desc: "d", ConvertedCode: 70, NeedConvert: true }],
    ResponseType: "JSON",
  });
  const read = () => current(endpoint, "DescribeApi", { ServiceId, ApiId });
  const ids = { serviceId: String(ServiceId), apiId: String(ApiId) };
  const before = await read();

  await succeed(endpoint, "ModifyApi", ids);
  assert.deepEqual({ ...(await read()), ModifiedTime: null }, { ...before, ModifiedTime: null });

  await succeed(endpoint, "ModifyApi", { ...ids, "serviceConfig.path": "/v2", serviceTimeout: "30" });
  const config = { ...(before["ServiceConfig"] as object), Path: "/v2" };
  const changed = { ...before, ServiceConfig: config, ServiceTimeout: 30, ModifiedTime: null };
  assert.deepEqual({ ...(await read()), ModifiedTime: null }, changed);

  await succeed(endpoint, "ModifyApi", { ...ids, isDeleteResponseErrorCodes: "TRUE", authRequired: "FALSE" });
  const { ResponseErrorCodes, AuthType } = await read();
  assert.deepEqual([ResponseErrorCodes, AuthType], [[], "NONE"]);

  await refusedLegacy(callLegacy(endpoint, "ModifyApi", { apiId: "x" }), 4000, "MissingParameter", /`serviceId`/);
  const { serviceId } = ids;
  await refusedLegacy(callLegacy(endpoint, "ModifyApi", { serviceId }), 4000, "MissingParameter", /`apiId`/);
  const nowhere = callLegacy(endpoint, "ModifyApi", { serviceId, apiId: "api-x" });
  await refusedLegacy(nowhere, 5000, "ResourceNotFound.InvalidApi");
});

test("an API with a kind of authentication 2.0 does not know is not opened by writing back what was read", async (t) => {
  const endpoint = await startEndpoint(t);
  const { ServiceId } = await current(endpoint, "CreateService", { ServiceName: "s", Protocol: "http" });
  const { ApiId } = await current(endpoint, "CreateApi", {
    ServiceId,
    AuthType: "APP",
    Protocol: "HTTP",
    RequestConfig: { Path: "/orders", Method: "GET" },
    ServiceType: "MOCK",
    ServiceTimeout: 15,
    ServiceMockReturnMessage: "hello",
  });
  const ids = { serviceId: String(ServiceId), apiId: String(ApiId) };
  const { authRequired } = await succeed(endpoint, "DescribeApi", ids);
  assert.equal(authRequired, "FALSE");
  await succeed(endpoint, "ModifyApi", { ...ids, authRequired: String(authRequired) });
  assert.equal((await current(endpoint, "DescribeApi", { ServiceId, ApiId }))["AuthType"], "APP");
});

test("accounts and regions are the same two walls for both", async (t) => {
  const endpoint = await startEndpoint(t);
  const other = { secretId: "AKIDother", secretKey: "other secret" };
  await endpoint.store.write(async (tx) => {
    await tx.accounts.insert({ appId: 1_250_000_001, name: "other", createdAt: 0 });
    await tx.accounts.insertKey({ ...other, appId: 1_250_000_001 });
  });
  const { UsagePlanId } = await current(endpoint, "CreateUsagePlan", { UsagePlanName: "p" });
  const parameters = { usagePlanId: String(UsagePlanId) };
  const notFound = [5000, "ResourceNotFound.InvalidUsagePlan"] as const;
  await refusedLegacy(callLegacy(endpoint, "DescribeUsagePlan", parameters, { pair: other }), ...notFound);
  const common = { Region: "sh" };
  await refusedLegacy(callLegacy(endpoint, "DescribeUsagePlan", parameters, { common }), ...notFound);
});

test("a write is answered once its change is in force", async (t) => {
  const applied: string[] = [];
  const endpoint = await startEndpoint(t, { changesApplied: async () => void applied.push("applied") });
  await succeed(endpoint, "CreateApiKey");
  assert.equal(applied.length, 1);
  await succeed(endpoint, "DescribeApiKeysStatus");
  assert.equal(applied.length, 1);
});
