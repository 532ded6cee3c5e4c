import { authorizationApi, businessApi } from "../../control/api/oauth-requests.ts";
import { createDoc } from "../../control/api-doc/resources.ts";
import { createInstance } from "../../control/exclusive-instance/resources.ts";
import { present } from "../../control/outcome.ts";
import { createPlugin } from "../../control/plugin/resources.ts";
import { createApi, type ModifyApiParams, mockApi, release } from "../../control/resources.ts";
import { domainOf, mapped } from "../../control/sub-domain/resources.ts";
import type { TagClient } from "../../control/tag/tag-client.ts";
import { apiOn, createUpstream, healthChecker } from "../../control/upstream/resources.ts";
import type { Client } from "../../harness/sdk.ts";
import type { Program } from "./program.ts";

export async function makeAppsAndOauth({ client }: Program): Promise<void> {
  const serviceId = await serviceOf(client, "apps");
  const api = await createApi(client, mockApi(serviceId, { ApiName: "for_apps", AuthType: "APP" }));
  const issuer = await createApi(client, authorizationApi(serviceId, { ApiName: "tokens", OauthConfig: oauth }));
  await createApi(client, businessApi(serviceId, issuer, { ApiName: "taking_tokens" }));
  await release(client, serviceId);
  const app = await createShopApp(client);
  await client.BindApiApp({ ApiAppId: app, ServiceId: serviceId, ApiId: api, Environment: "release" });
  await client.BindApiApp({ ApiAppId: app, ServiceId: serviceId, ApiId: api, Environment: "test" });
}

async function createShopApp(client: Client): Promise<string> {
  const { Result } = await client.CreateApiApp({ ApiAppName: "shop_app", ApiAppDesc: "calls" });
  const ApiAppId = present(Result?.ApiAppId);
  const update = { ApiAppId, ApiAppKey: "APIDshopshopshopshop", ApiAppSecret: "app_secret_app_secret" };
  await client.UpdateApiAppKey(update);
  return ApiAppId;
}

/** Of RFC 7517, appendix A.1. */
const oauth = {
  PublicKey: JSON.stringify({
    kty: "RSA",
    n:
      "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs" +
      "tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
    e: "AQAB",
  }),
  TokenLocation: "Header",
  LoginRedirectUrl: "https://login.test",
};

export async function makeDomainsInstancesDocs({ client }: Program): Promise<void> {
  const instance = await createInstance(client);
  const { ServiceId } = await client.CreateService({ ServiceName: "placed", Protocol: "http", InstanceId: instance });
  const serviceId = present(ServiceId);
  const api = await createApi(client, mockApi(serviceId, { ApiName: "documented" }));
  await release(client, serviceId);
  await client.BindSubDomain(await domainOf(client, serviceId, { ...mapped, SubDomain: "shop.example.com" }));
  await client.BindSubDomain(await domainOf(client, serviceId, { SubDomain: "plain.example.com" }));
  await createDoc(client, serviceId, [api], "Shop");
}

export async function makePluginsAndIpStrategies({ client }: Program): Promise<void> {
  const serviceId = await serviceOf(client, "guarded");
  const at = (Path: string) =>
    createApi(client, mockApi(serviceId, { ApiName: `at ${Path}`, RequestConfig: { Path, Method: "GET" } }));
  const kept = await at("/kept");
  const free = await at("/free");
  const leaving = await at("/leaving");
  await release(client, serviceId);
  await release(client, serviceId, "test");
  const plugin = await createPlugin(client, "IPControl");
  await createPlugin(client, "TrafficControl");
  const ApiIds = [kept, leaving];
  await client.AttachPlugin({ PluginId: plugin, ServiceId: serviceId, EnvironmentName: "release", ApiIds });
  const strategy = {
    ServiceId: serviceId,
    StrategyName: "list",
    StrategyType: "BLACK",
    StrategyData: "192.0.2.1\n198.51.100.0/24",
  };
  const StrategyId = present((await client.CreateIPStrategy(strategy)).Result?.StrategyId);
  for (const EnvironmentName of ["release", "test"]) {
    await client.BindIPStrategy({ ServiceId: serviceId, StrategyId, EnvironmentName, BindApiIds: ApiIds });
  }
  for (const ApiId of [free, leaving]) await client.DeleteApi({ ServiceId: serviceId, ApiId });
}

export async function makeUpstreams({ client }: Program): Promise<void> {
  const serviceId = await serviceOf(client, "balanced");
  const Tags = [{ Key: "team", Value: "backends" }];
  const upstream = await createUpstream(client, {
    HealthChecker: healthChecker,
    UpstreamHost: "www.test",
    Retries: 2,
    Tags,
  });
  await createApi(client, apiOn(serviceId, upstream, { ApiName: "on_it" }));
  const former = apiOn(serviceId, upstream, {
    ApiName: "no_longer_on_it",
    RequestConfig: { Path: "/former", Method: "GET" },
  });
  const ApiId = await createApi(client, former);
  await release(client, serviceId);
  const { ServiceConfig: _, ...rest } = former;
  await client.ModifyApi({ ...rest, ApiId, ServiceType: "MOCK", ServiceMockReturnMessage: "now" } as ModifyApiParams);
}

export async function tagApp({ client, tags }: Program): Promise<void> {
  const { Result } = await client.DescribeApiAppsStatus({});
  await tag(tags, "apiAppKey", present(Result?.ApiAppSet?.[0]?.ApiAppId));
}

export async function tagPlugin({ client, tags }: Program): Promise<void> {
  const { Result } = await client.DescribePlugins({});
  await tag(tags, "plugin", present(Result?.PluginSet?.[0]?.PluginId));
}

function tag(tags: TagClient, kind: string, id: string): Promise<unknown> {
  const Resource = `qcs::apigw:ap-guangzhou:uin/:${kind}/${id}`;
  return tags.ModifyResourceTags({ Resource, ReplaceTags: [{ TagKey: "team", TagValue: kind }] });
}

async function serviceOf(client: Client, ServiceName: string): Promise<string> {
  return present((await client.CreateService({ ServiceName, Protocol: "http" })).ServiceId);
}
