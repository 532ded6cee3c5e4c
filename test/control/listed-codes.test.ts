import assert from "node:assert/strict";
import { test } from "node:test";
import { authorizationApi, businessApi } from "./api/oauth-requests.ts";
import { createApp, createAppApi } from "./api-app/resources.ts";
import { assertListedCodes, noteCodes } from "./listed-codes.ts";
import { type Client, startManagement } from "./management.ts";
import { present } from "./outcome.ts";
import { createApi, createPlan, createService, httpApi, mockApi, release } from "./resources.ts";

const functions = [{ pattern: ["default", "known", "*"], url: "http://127.0.0.1:9000/" }] as const;

test("every code listed for an action of services, APIs, environments or strategies occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t, { quotas: { services: 2, apisPerService: 6 }, functions })).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId, { AuthType: "SECRET" }));
  const plan = { UsagePlanIds: [await createPlan(client)], BindType: "API", Environment: "test", ServiceId };
  await client.BindEnvironment({ ...plan, ApiIds: [ApiId] });
  const login = await createApi(client, authorizationApi(ServiceId));
  await createApi(client, businessApi(ServiceId, login));
  const forApps = await createAppApi(client, ServiceId);
  const { id: ApiAppId } = await createApp(client);
  await client.BindApiApp({ ApiAppId, ServiceId, ApiId: forApps, Environment: "test" });
  const unknownService = { ServiceId: "service-unknown0" };
  const unknownApi = { ApiId: "api-unknown0" };
  const badEnvironment = { EnvironmentName: "production" };
  const badPage = { Limit: 101 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };

  const service = { ServiceName: "s", Protocol: "http" };
  await faulty(
    "CreateService",
    service,
    { ServiceName: "no spaces" },
    { Protocol: "ftp" },
    { InstanceId: "instance-1" },
    { Tags: Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: "" })) },
    { ServiceName: undefined },
  );
  await createService(client);
  await faulty("CreateService", service, {});
  const exchanged = { NetTypes: ["INNER"] };
  const reduced = { NetTypes: [] };
  await faulty(
    "ModifyService",
    { ServiceId },
    unknownService,
    { ServiceName: "no spaces" },
    { Protocol: "ftp" },
    exchanged,
    reduced,
  );
  await faulty("DescribeService", {}, unknownService);
  await faulty("DescribeServiceForApiApp", { ServiceId, ApiRegion: "ap-guangzhou" }, unknownService, {
    ApiRegion: "x",
  });
  const noEnvironment = { Filters: [{ Name: "Environment", Values: ["production"] }] };
  await faulty("DescribeServicesStatus", {}, badFilter, noEnvironment, { Limit: "x" }, { Nope: 1 });

  const backend = { Url: "http://backend.test", Path: "/", Method: "GET" };
  const config = (change: object) => ({ ServiceType: "HTTP", ServiceConfig: { ...backend, ...change } });
  const faultsOfBoth = [
    { ServiceConfig: { Product: "upstream", UpstreamId: "upstream-unknown0", Path: "/", Method: "GET" } },
    unknownService,
    config({ Url: "x" }),
    config({ Url: "http://1.2.3" }),
    config({ Url: "http://x:0" }),
    config({ Path: "x" }),
    config({ Method: "x" }),
    { RequestParameters: [{ Name: "a", Position: "nowhere" }] },
    { ServiceParameters: [{ Name: "a", Position: "query", RelevantRequestParameterName: "b" }] },
    config({ Path: "/{a}" }),
    { ServiceTimeout: 1801 },
    { ResponseType: "PDF" },
    { ApiBusinessType: "OAUTH" },
    { AuthType: "EIAM" },
    { AuthType: "OAUTH", ApiBusinessType: "OAUTH" },
    { AuthType: "OAUTH", AuthRelationApiId: ApiId },
    { ServiceType: "COS" },
    { ServiceType: "SCF" },
    { ServiceType: "WEBSOCKET" },
  ];
  const chat = { Url: "ws://backend.test", Path: "/", Method: "GET" };
  const webSocket = { Protocol: "WEBSOCKET", ServiceType: "WEBSOCKET", ServiceConfig: chat };
  const { Protocol: _, ...definition } = httpApi(ServiceId);
  await faulty(
    "CreateApi",
    httpApi(ServiceId),
    ...faultsOfBoth,
    { ApiName: "x".repeat(61) },
    { RequestConfig: { Path: "x", Method: "GET" } },
    { ApiType: "TSF" },
    { ServiceType: "MOCK" },
    { ServiceParameters: [{}] },
    { ServiceTimeout: undefined },
    { ...webSocket, RequestConfig: { Path: "/chat", Method: "POST" } },
  );
  const rules = Array.from({ length: 11 }, () => ({ Name: "Accept", Value: ["x"] }));
  await faulty(
    "ModifyApi",
    { ...definition, ApiId },
    ...faultsOfBoth,
    unknownApi,
    { AuthType: "NONE" },
    { Protocol: "WEBSOCKET" },
    { ApiName: "x".repeat(61) },
    { RequestConfig: { Path: "x", Method: "GET" } },
    { RequestConfig: { Path: "/", Method: "x" } },
    { ConstantParameters: [{ Name: "a", Position: "path" }] },
    { ResponseErrorCodes: [{ Msg: "x" }] },
    { Base64EncodedTriggerRules: rules },
  );
  const chatApi = httpApi(ServiceId, { ...webSocket, RequestConfig: { Path: "/chat", Method: "GET" } });
  const { Protocol: __, ...chatDefinition } = { ...chatApi, ApiId: await createApi(client, chatApi) };
  await faulty("ModifyApi", chatDefinition, { RequestConfig: { Path: "/chat", Method: "POST" } });
  await createApi(client, httpApi(ServiceId));
  await faulty("CreateApi", mockApi(ServiceId, { RequestConfig: { Path: "/3", Method: "GET" } }), {});
  await faulty("DeleteApi", { ServiceId, ApiId }, unknownService, unknownApi, {}, { ApiId: undefined }, { ApiId: 1 });
  await faulty("DeleteApi", { ServiceId }, { ApiId: login }, { ApiId: forApps });
  await faulty("DescribeApi", { ServiceId, ApiId }, unknownService, unknownApi);
  const apiView = { ServiceId, ApiId, ApiRegion: "ap-guangzhou" };
  await faulty("DescribeApiForApiApp", apiView, unknownService, unknownApi, { ApiRegion: "x" });
  await faulty("DescribeApisStatus", { ServiceId }, unknownService, badPage, badFilter);

  const run = { ServiceId, EnvironmentName: "test" };
  await faulty("ReleaseService", { ...run, ReleaseDesc: "x" }, unknownService, badEnvironment);
  await faulty("UnReleaseService", run, unknownService, badEnvironment);
  const VersionName = await release(client, ServiceId, "test");
  const offline = { EnvironmentName: "prepub" };
  await faulty("UpdateService", { ...run, VersionName }, unknownService, badEnvironment, { VersionName: "x" }, offline);
  await faulty("DescribeServiceEnvironmentList", { ServiceId }, unknownService, badPage);
  await faulty("DescribeServiceEnvironmentReleaseHistory", { ServiceId }, unknownService, badPage);
  await faulty("DescribeServiceReleaseVersion", { ServiceId }, unknownService, badPage);

  const rate = { ServiceId, Strategy: 1 };
  const badEnvironments = { EnvironmentNames: ["production"] };
  const rateOfService = { ...rate, EnvironmentNames: ["test"] };
  await faulty("ModifyServiceEnvironmentStrategy", rateOfService, unknownService, badEnvironments, { Strategy: 0 });
  await faulty("DescribeServiceEnvironmentStrategy", { ServiceId }, unknownService, badPage);
  const rateOfApi = { ...rate, EnvironmentName: "test", ApiIds: [ApiId] };
  const tooMany = { ApiIds: Array.from({ length: 101 }, (_, index) => `api-${index}`) };
  await faulty(
    "ModifyApiEnvironmentStrategy",
    rateOfApi,
    badEnvironment,
    tooMany,
    { ApiIds: [] },
    { Strategy: -2 },
    { ApiIds: ["api-x"] },
  );
  await faulty("DescribeApiEnvironmentStrategy", { ServiceId }, unknownService, unknownApi, badPage);

  await faulty("DeleteService", {}, unknownService, { ServiceId });
  await client.UnReleaseService(run);
  await faulty("DeleteService", { ServiceId }, {});
  await faulty("DeleteService", { ServiceId: await bindPlanToNewest(client) }, {});
  await faulty("DeleteService", { ServiceId: await bindDomainToNewest(client) }, {});

  assertListedCodes(answered);
  assert.equal(answered.size, 22);
});

/** The newest service, with a custom domain in place of its usage plan. */
async function bindDomainToNewest(client: Client): Promise<string> {
  const { Result } = await client.DescribeServicesStatus({ Limit: 1 });
  const { ServiceId = "", OuterSubDomain: NetSubDomain = "" } = present(Result?.ServiceSet?.[0]);
  const { Result: plans } = await client.DescribeServiceUsagePlan({ ServiceId });
  const UsagePlanIds = (plans?.ServiceUsagePlanList ?? []).map((plan) => present(plan.UsagePlanId));
  await client.UnBindEnvironment({ UsagePlanIds, BindType: "SERVICE", Environment: "test", ServiceId });
  const domain = { SubDomain: "api.example.com", Protocol: "http", NetType: "OUTER", NetSubDomain };
  await client.BindSubDomain({ ...domain, ServiceId, IsDefaultMapping: true });
  return ServiceId;
}

/** The newest service, with a usage plan bound to it and nothing else. */
async function bindPlanToNewest(client: Client): Promise<string> {
  const { Result } = await client.DescribeServicesStatus({ Limit: 1 });
  const ServiceId = present(Result?.ServiceSet?.[0]?.ServiceId);
  const UsagePlanIds = [await createPlan(client)];
  await client.BindEnvironment({ UsagePlanIds, BindType: "SERVICE", Environment: "test", ServiceId });
  return ServiceId;
}
