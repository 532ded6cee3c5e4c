import assert from "node:assert/strict";
import { test } from "node:test";
import { apigateway } from "tencentcloud-sdk-nodejs/tencentcloud/services/apigateway/index.js";
import { ask } from "../../harness/sample.ts";
import type { Client } from "../../harness/sdk.ts";
import { startTurnpike, type Turnpike } from "../../harness/turnpike.ts";
import { present, refused } from "../outcome.ts";

// What tencent-component-toolkit sends to deploy, deploy again and remove, in its order: signature v1 over a form. It ignores
// errors while it removes; here none may occur.

function connect({ app }: Turnpike): Client {
  return new apigateway.v20180808.Client({
    credential: app.rootAccount.key,
    region: "ap-guangzhou",
    profile: {
      signMethod: "HmacSHA1",
      httpProfile: { endpoint: `127.0.0.1:${app.management.port}`, protocol: "http://", reqMethod: "POST" },
    },
  });
}

const mock = { serviceType: "MOCK", ServiceMockReturnMessage: "hello" };
const http = { serviceType: "HTTP", ServiceConfig: { Url: "http://backend.test", Path: "/", Method: "GET" } };

interface Endpoint {
  readonly path: string;
  readonly apiName: string;
  readonly authType: "SECRET" | "NONE";
  readonly backend: typeof mock | typeof http;
}

function apiInputs(ServiceId: string, { path, apiName, authType, backend }: Endpoint) {
  const { serviceType, ...members } = backend;
  return {
    Protocol: "HTTP",
    ServiceId,
    ApiName: apiName,
    ApiType: "NORMAL",
    AuthType: authType,
    ApiBusinessType: "NORMAL",
    ServiceType: serviceType,
    RequestConfig: { Path: path, Method: "GET" },
    ServiceTimeout: 15,
    ResponseType: "HTML",
    EnableCORS: false,
    IsBase64Encoded: false,
    ...members,
  };
}

/** Creates an API or changes the one of its path and method; either way the toolkit ends with a ModifyApi. */
async function deployApi(client: Client, ServiceId: string, endpoint: Endpoint): Promise<string> {
  const listed = await client.DescribeApisStatus({
    ServiceId,
    Offset: 0,
    Limit: 100,
    Filters: [{ Name: "ApiPath", Values: [endpoint.path] }],
  });
  const existing = present(listed.Result?.ApiIdStatusSet).find(
    ({ Path, Method }) => Path === endpoint.path && Method === "GET",
  );
  const inputs = apiInputs(ServiceId, endpoint);
  const ApiId = existing?.ApiId ?? present((await client.CreateApi(inputs)).Result?.ApiId);
  present((await client.DescribeApi({ ServiceId, ApiId })).Result);
  await client.ModifyApi({ ApiId, ...inputs });
  return ApiId;
}

interface Plan {
  readonly UsagePlanId?: string;
  readonly UsagePlanName: string;
  readonly keyIds: readonly string[];
}

/** Binds a plan and its keys to the whole environment, or to one API there. */
async function bindPlan(client: Client, ServiceId: string, plan: Plan, ApiId?: string) {
  const inputs = {
    UsagePlanName: plan.UsagePlanName,
    UsagePlanDesc: "",
    MaxRequestNumPreSec: 1000,
    MaxRequestNum: -1,
  };
  let { UsagePlanId } = plan;
  if (UsagePlanId === undefined) UsagePlanId = present((await client.CreateUsagePlan(inputs)).Result?.UsagePlanId);
  else await client.ModifyUsagePlan({ UsagePlanId, ...inputs });

  let keyIds = plan.keyIds;
  if (keyIds.length === 0) {
    keyIds = [present((await client.CreateApiKey({ SecretName: "test", AccessKeyType: "auto" })).Result?.AccessKeyId)];
  } else {
    const Filters = [{ Name: "AccessKeyId", Values: [...keyIds] }];
    const { Result } = await client.DescribeApiKeysStatus({ Limit: keyIds.length, Filters });
    keyIds = present(Result?.ApiKeySet).map((key) => present(key.AccessKeyId));
  }
  const { Result } = await client.DescribeUsagePlanSecretIds({ UsagePlanId, Limit: 100, Offset: 0 });
  const bound = new Set(present(Result?.AccessKeyList).map((key) => key.AccessKeyId));
  const missing = keyIds.filter((id) => !bound.has(id));
  if (missing.length > 0) await client.BindSecretIds({ UsagePlanId, AccessKeyIds: missing });

  const ofApis = await client.DescribeApiUsagePlan({ ServiceId, Limit: 100 });
  const isBound = present(ofApis.Result?.ApiUsagePlanList).some(
    (row) => row.UsagePlanId === UsagePlanId && (ApiId === undefined || row.ApiId === ApiId),
  );
  const place = { ServiceId, Environment: "release", UsagePlanIds: [UsagePlanId] };
  if (!isBound && ApiId !== undefined) await client.BindEnvironment({ ...place, BindType: "API", ApiIds: [ApiId] });
  else if (!isBound) await client.BindEnvironment({ ...place, BindType: "SERVICE" });
  return { UsagePlanId, keyIds };
}

async function removePlan(
  client: Client,
  ServiceId: string,
  { UsagePlanId, keyIds }: { readonly UsagePlanId: string; readonly keyIds: readonly string[] },
  ApiId?: string,
): Promise<void> {
  await client.UnBindSecretIds({ AccessKeyIds: [...keyIds], UsagePlanId });
  for (const AccessKeyId of keyIds) {
    await client.DisableApiKey({ AccessKeyId });
    await client.DeleteApiKey({ AccessKeyId });
  }
  const place = { ServiceId, Environment: "release", UsagePlanIds: [UsagePlanId] };
  if (ApiId === undefined) await client.UnBindEnvironment({ ...place, BindType: "SERVICE" });
  else await client.UnBindEnvironment({ ...place, BindType: "API", ApiIds: [ApiId] });
  await client.DeleteUsagePlan({ UsagePlanId });
}

async function createService(client: Client) {
  const service = await client.CreateService({
    ServiceName: "serverless_test",
    ServiceDesc: "Created By Serverless Framework",
    Protocol: "http&https",
  });
  return { serviceId: present(service.ServiceId), host: present(service.OuterSubDomain) };
}

function release(client: Client, ServiceId: string) {
  const ReleaseDesc = "Released by Serverless Component";
  return client.ReleaseService({ ServiceId, EnvironmentName: "release", ReleaseDesc });
}

test("serverless toolkit: deploying, deploying again and removing with a plan for one API", async (t) => {
  const turnpike = await startTurnpike(t);
  const client = connect(turnpike);
  const { serviceId, host } = await createService(client);
  const secret: Endpoint = { path: "/", apiName: "index", authType: "SECRET", backend: mock };
  const open: Endpoint = { path: "/auto", apiName: "auto-http", authType: "NONE", backend: http };
  const ApiId = await deployApi(client, serviceId, secret);
  const plan = await bindPlan(client, serviceId, { UsagePlanName: "slscmp", keyIds: [] }, ApiId);
  const openId = await deployApi(client, serviceId, open);
  await release(client, serviceId);
  const { AccessKeySecret } = present((await client.DescribeApiKey({ AccessKeyId: plan.keyIds[0] ?? "" })).Result);
  const key = { id: plan.keyIds[0] ?? "", secret: present(AccessKeySecret) };
  assert.equal((await ask(turnpike.port, { host, key }, { path: "/release/" })).status, 200);

  assert.equal(await deployApi(client, serviceId, secret), ApiId);
  // Whoever names only the id of a plan has an empty name sent.
  const again = await bindPlan(client, serviceId, { ...plan, UsagePlanName: "" }, ApiId);
  assert.deepEqual(again, plan);
  const { Result } = await client.DescribeUsagePlan({ UsagePlanId: plan.UsagePlanId });
  assert.equal(Result?.UsagePlanName, "slscmp");
  assert.equal(await deployApi(client, serviceId, open), openId);
  await release(client, serviceId);

  await client.DescribeService({ ServiceId: serviceId });
  await removePlan(client, serviceId, plan, ApiId);
  await client.DeleteApi({ ApiId, ServiceId: serviceId });
  await client.DeleteApi({ ApiId: openId, ServiceId: serviceId });
  await client.UnReleaseService({ ServiceId: serviceId, EnvironmentName: "release" });
  await client.DeleteService({ ServiceId: serviceId });
  await refused(client.DescribeService({ ServiceId: serviceId }), "ResourceNotFound.InvalidService");
});

test("serverless toolkit: deploying and removing with a plan for the whole service", async (t) => {
  const client = connect(await startTurnpike(t));
  const { serviceId } = await createService(client);
  const plan = await bindPlan(client, serviceId, { UsagePlanName: "slscmp", keyIds: [] });
  const api: Endpoint = { path: "/", apiName: "index", authType: "NONE", backend: mock };
  const ApiId = await deployApi(client, serviceId, api);
  await release(client, serviceId);

  const changed = { ServiceName: "renamed", ServiceDesc: "another", Protocol: "http&https" };
  await client.ModifyService({ ServiceId: serviceId, ...changed });
  assert.deepEqual(await bindPlan(client, serviceId, { ...plan, UsagePlanName: "slscmp" }), plan);

  await removePlan(client, serviceId, plan);
  await client.DeleteApi({ ApiId, ServiceId: serviceId });
  await client.UnReleaseService({ ServiceId: serviceId, EnvironmentName: "release" });
  await client.DeleteService({ ServiceId: serviceId });
});

test("serverless toolkit: a plan whose key was never taken out is deleted, and a shared service released empty", async (t) => {
  const client = connect(await startTurnpike(t));
  const { serviceId } = await createService(client);
  const { UsagePlanId } = await bindPlan(client, serviceId, { UsagePlanName: "slscmp", keyIds: [] });
  const place = { ServiceId: serviceId, Environment: "release", UsagePlanIds: [UsagePlanId], BindType: "SERVICE" };
  await client.UnBindEnvironment(place);
  await client.DeleteUsagePlan({ UsagePlanId });

  const api: Endpoint = { path: "/", apiName: "index", authType: "NONE", backend: mock };
  const ApiId = await deployApi(client, serviceId, api);
  await release(client, serviceId);
  await client.DeleteApi({ ApiId, ServiceId: serviceId });
  await release(client, serviceId);
});
