import assert from "node:assert/strict";
import { test } from "node:test";
import type { Client } from "../../harness/sdk.ts";
import { startTurnpike } from "../../harness/turnpike.ts";
import { present, refused } from "../outcome.ts";
import type { CreateApiParams } from "../resources.ts";
import { tagClient } from "../tag/tag-client.ts";

// The calls of the Terraform provider (tencentcloud_api_gateway_*), in its order and with the members it sends. What it reads
// without looking must be there.

const environments = ["test", "prepub", "release"];

async function createService(client: Client): Promise<string> {
  const created = await client.CreateService({
    ServiceName: "niceservice",
    Protocol: "http&https",
    ServiceDesc: "your nice service",
    IpVersion: "IPv4",
    NetTypes: ["INNER", "OUTER"],
  });
  const ServiceId = present(created.ServiceId);
  for (const [environment, Strategy] of [
    ["prepub", 100],
    ["release", 500],
    ["test", 200],
  ] as const) {
    await client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy, EnvironmentNames: [environment] });
  }
  return ServiceId;
}

async function readService(client: Client, ServiceId: string) {
  const page = { Limit: 100, Offset: 0 };
  const service = await client.DescribeService({ ServiceId });
  const ofService = await client.DescribeServiceUsagePlan({ ServiceId, ...page });
  const ofApis = await client.DescribeApiUsagePlan({ ServiceId, ...page });
  const { Result } = await client.DescribeServiceEnvironmentStrategy({ ServiceId, ...page });
  return {
    service,
    plans: [
      ...present(ofService.Result?.ServiceUsagePlanList).map((row) => [present(row.UsagePlanId), "SERVICE", row.ApiId]),
      ...present(ofApis.Result?.ApiUsagePlanList).map((row) => [present(row.UsagePlanId), "API", present(row.ApiId)]),
    ],
    limits: new Map(present(Result?.EnvironmentList).map((row) => [row.EnvironmentName, row.Strategy])),
  };
}

/** The provider's documented example, as its create and its update send it. `response_type` is left out there: it sends "". */
function apiRequest(ServiceId: string) {
  return {
    ServiceId,
    ApiName: "hello",
    ApiDesc: "my hello api",
    ApiType: "NORMAL",
    AuthType: "SECRET",
    Protocol: "HTTP",
    EnableCORS: true,
    RequestConfig: { Path: "/user/info", Method: "POST" },
    RequestParameters: [
      { Name: "email", Position: "QUERY", Type: "string", Required: true, Desc: "desc", DefaultValue: "test@qq.com" },
    ],
    ServiceType: "HTTP",
    ServiceTimeout: 10,
    ServiceConfig: { Url: "http://www.tencent.com", Path: "/user", Method: "POST" },
    IsDebugAfterCharge: false,
    IsDeleteResponseErrorCodes: false,
    IsBase64Encoded: false,
    ResponseType: "",
    ResponseSuccessExample: "<note>success</note>",
    ResponseFailExample: "<note>fail</note>",
    ResponseErrorCodes: [{ Code: 10, Msg: "system error", Desc: "desc", ConvertedCode: -10, NeedConvert: true }],
  } satisfies CreateApiParams;
}

async function readApi(client: Client, ServiceId: string, ApiId: string) {
  const api = present((await client.DescribeApi({ ServiceId, ApiId })).Result);
  const page = { Limit: 100, Offset: 0 };
  const { Result } = await client.DescribeApiEnvironmentStrategy({ ServiceId, ApiId, ...page });
  const rows = present(present(Result?.ApiEnvironmentStrategySet)[0]?.EnvironmentStrategySet);
  return { api, limits: new Map(rows.map((row) => [row.EnvironmentName, present(row.Quota)])) };
}

test("terraform: a service is created, read, changed and deleted", async (t) => {
  const client = (await startTurnpike(t)).client();
  const ServiceId = await createService(client);

  const { service, plans, limits } = await readService(client, ServiceId);
  assert.deepEqual(
    [service.ServiceName, service.Protocol, service.ServiceDesc, service.IpVersion],
    ["niceservice", "http&https", "your nice service", "IPv4"],
  );
  assert.deepEqual(new Set(service.NetTypes), new Set(["INNER", "OUTER"]));
  assert.ok(service.InternalSubDomain && service.OuterSubDomain);
  assert.deepEqual(plans, []);
  assert.deepEqual([limits.get("prepub"), limits.get("release"), limits.get("test")], [100, 500, 200]);

  const change = { ServiceName: "service", Protocol: "http", ServiceDesc: "" };
  await client.ModifyService({ ServiceId, ...change, NetTypes: ["OUTER", "INNER"] });
  const changed = await client.DescribeService({ ServiceId });
  assert.deepEqual([changed.ServiceName, changed.Protocol, changed.ServiceDesc], ["service", "http", ""]);

  for (const EnvironmentName of environments) {
    assert.equal((await client.UnReleaseService({ ServiceId, EnvironmentName })).Result, true);
  }
  assert.equal((await client.DeleteService({ ServiceId })).Result, true);
  await refused(client.DescribeService({ ServiceId }), "ResourceNotFound.InvalidService");
});

test("terraform: an API whose response type is left out is created, read, changed and deleted", async (t) => {
  const client = (await startTurnpike(t)).client();
  const ServiceId = await createService(client);
  const ApiId = present((await client.CreateApi(apiRequest(ServiceId))).Result?.ApiId);
  const limit = (Strategy: number, EnvironmentName: string) =>
    client.ModifyApiEnvironmentStrategy({ ServiceId, Strategy, EnvironmentName, ApiIds: [ApiId] });
  await limit(500, "release");

  const { api, limits } = await readApi(client, ServiceId, ApiId);
  assert.deepEqual(api.RequestConfig, { Path: "/user/info", Method: "POST" });
  assert.deepEqual(
    api.RequestParameters?.map(({ Position, DefaultValue }) => [Position, DefaultValue]),
    [["QUERY", "test@qq.com"]],
  );
  assert.deepEqual(api.ResponseErrorCodes, [
    { Code: 10, Msg: "system error", Desc: "desc", ConvertedCode: -10, NeedConvert: true },
  ]);
  assert.deepEqual([limits.get("test"), limits.get("prepub"), limits.get("release")], [-1, -1, 500]);

  await client.ModifyApi({ ...apiRequest(ServiceId), ApiId, ApiDesc: "changed" });
  assert.equal((await readApi(client, ServiceId, ApiId)).api.ApiDesc, "changed");

  for (const environment of environments) await limit(-1, environment);
  assert.equal((await client.DeleteApi({ ServiceId, ApiId })).Result, true);
  await refused(client.DescribeApi({ ServiceId, ApiId }), "ResourceNotFound.InvalidApi");
});

test("terraform: plan, key, attachments and a release are made and destroyed in its order", async (t) => {
  const client = (await startTurnpike(t)).client();
  const page = { Limit: 100, Offset: 0 };
  const limits = { MaxRequestNum: 100, MaxRequestNumPreSec: 10 };
  const plan = await client.CreateUsagePlan({ UsagePlanName: "my_plan", UsagePlanDesc: "nice plan", ...limits });
  const UsagePlanId = present(plan.Result?.UsagePlanId);
  const key = await client.CreateApiKey({ SecretName: "my_api_key", AccessKeyType: "auto" });
  const AccessKeyId = present(key.Result?.AccessKeyId);
  await client.BindSecretIds({ UsagePlanId, AccessKeyIds: [AccessKeyId] });
  const ServiceId = await createService(client);
  const ApiId = present((await client.CreateApi(apiRequest(ServiceId))).Result?.ApiId);
  const place = { ServiceId, UsagePlanIds: [UsagePlanId], Environment: "release", BindType: "API", ApiIds: [ApiId] };
  assert.equal((await client.BindEnvironment(place)).Result, true);
  const released = { ServiceId, EnvironmentName: "release", ReleaseDesc: "test service release" };
  const version = present((await client.ReleaseService(released)).Result?.ReleaseVersion);

  const service = await readService(client, ServiceId);
  assert.ok(present(service.service.ApiTotalCount) >= 1);
  assert.deepEqual(service.service.AvailableEnvironments, ["release"]);
  assert.deepEqual(service.plans, [[UsagePlanId, "API", ApiId]]);
  const history = await client.DescribeServiceEnvironmentReleaseHistory({
    ServiceId,
    EnvironmentName: "release",
    ...page,
  });
  assert.deepEqual(
    history.Result?.VersionList?.map((entry) => [entry.VersionName, entry.VersionDesc]),
    [[version, "test service release"]],
  );
  const info = present((await client.DescribeUsagePlan({ UsagePlanId })).Result);
  assert.deepEqual([info.MaxRequestNum, info.MaxRequestNumPreSec, info.BindSecretIds], [100, 10, [AccessKeyId]]);
  for (const BindType of ["SERVICE", "API"]) {
    const { Result } = await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType, ...page });
    assert.equal(present(Result?.EnvironmentList).length, BindType === "API" ? 1 : 0);
  }
  const found = await client.DescribeApiKeysStatus({
    Filters: [{ Name: "AccessKeyId", Values: [AccessKeyId] }],
    ...page,
  });
  assert.deepEqual(
    found.Result?.ApiKeySet?.map((item) => [item.AccessKeyId, present(item.Status)]),
    [[AccessKeyId, 1]],
  );

  await client.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  await client.UnBindEnvironment(place);
  await client.UnBindSecretIds({ UsagePlanId, AccessKeyIds: [AccessKeyId] });
  await client.DisableApiKey({ AccessKeyId });
  await client.DeleteApiKey({ AccessKeyId });
  await client.DeleteUsagePlan({ UsagePlanId });
  await client.DeleteApi({ ServiceId, ApiId });
  for (const EnvironmentName of environments) await client.UnReleaseService({ ServiceId, EnvironmentName });
  await client.DeleteService({ ServiceId });
  await refused(client.DescribeUsagePlan({ UsagePlanId }), "ResourceNotFound.InvalidUsagePlan");
});

test("terraform: tags of services, upstreams and apps are read after each write, changed, and taken off before deletion", async (t) => {
  const turnpike = await startTurnpike(t);
  const client = turnpike.client();
  const { management, rootAccount } = turnpike.app;
  const tags = tagClient({ port: management.port, firstAccount: rootAccount.key });
  const ServiceId = await createService(client);
  const upstream = { Scheme: "HTTP", Algorithm: "ROUND-ROBIN", UniqVpcId: "vpc-1" };
  const { UpstreamId } = await client.CreateUpstream({ ...upstream, Nodes: [{ Host: "h.test", Port: 80, Weight: 1 }] });
  const app = await client.CreateApiApp({ ApiAppName: "app" });
  const resources = [
    ["apigw", "service", ServiceId],
    ["apigateway", "upstreamId", present(UpstreamId)],
    ["apigateway", "apiAppId", present(app.Result?.ApiAppId)],
  ] as const;
  const ResourceRegion = "ap-guangzhou";
  for (const [ServiceType, ResourcePrefix, id] of resources) {
    const Resource = `qcs::${ServiceType}:${ResourceRegion}:uin/:${ResourcePrefix}/${id}`;
    const read = async () => {
      const query = { ServiceType, ResourcePrefix, ResourceIds: [id], ResourceRegion, Offset: 0, Limit: 20 };
      const reply = await tags.DescribeResourceTagsByResourceIds(query);
      return new Map(present(reply.Tags).map(({ TagKey, TagValue }) => [TagKey, TagValue]));
    };
    assert.deepEqual(await read(), new Map());
    await tags.ModifyResourceTags({ Resource, ReplaceTags: [{ TagKey: "team", TagValue: "shop" }], DeleteTags: [] });
    await tags.ModifyResourceTags({
      Resource,
      ReplaceTags: [{ TagKey: "stage", TagValue: "live" }],
      DeleteTags: [{ TagKey: "team" }],
    });
    assert.deepEqual(await read(), new Map([["stage", "live"]]));
    await tags.ModifyResourceTags({ Resource, DeleteTags: [{ TagKey: "stage" }] });
    assert.deepEqual(await read(), new Map());
  }
});

test("terraform: only release_limit and test_limit of an API change, for which it sends 0", async (t) => {
  const client = (await startTurnpike(t)).client();
  const ServiceId = await createService(client);
  const ApiId = present((await client.CreateApi(apiRequest(ServiceId))).Result?.ApiId);
  const limit = (Strategy: number, EnvironmentName: string) =>
    client.ModifyApiEnvironmentStrategy({ ServiceId, Strategy, EnvironmentName, ApiIds: [ApiId] });
  for (const environment of environments) await limit(500, environment);
  // The provider hands on its variable for pre_limit, which is 0 unless that changed as well.
  await limit(0, "release");
  await limit(0, "test");
  const { limits } = await readApi(client, ServiceId, ApiId);
  assert.deepEqual([...limits.values()], [500, 500, 500]);
});
