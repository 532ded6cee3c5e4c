import { createApp, createAppApi } from "./api-app/resources.ts";
import { createDoc } from "./api-doc/resources.ts";
import { createInstance } from "./exclusive-instance/resources.ts";
import { createStrategy } from "./ip-strategy/resources.ts";
import type { Client } from "./management.ts";
import { present } from "./outcome.ts";
import { createPlugin } from "./plugin/resources.ts";
import { createPlan, createService, release } from "./resources.ts";
import { domainOf } from "./sub-domain/resources.ts";
import { apiOn, createUpstream } from "./upstream/resources.ts";
import { bindToApis, bindToService, createKeys, createPlanWith } from "./usage-plan/resources.ts";

export interface List {
  readonly request?: object;
  /** Where its rows are; `count` counts them all. */
  readonly rows: string;
  readonly count?: string;
}

/** Every list action, with a request that finds three rows. */
export async function threeOfEach(client: Client): Promise<Readonly<Record<string, List>>> {
  const ServiceId = await createService(client);
  const EnvironmentName = "release";
  const upstreams = [await createUpstream(client), await createUpstream(client), await createUpstream(client)];
  const UpstreamId = present(upstreams[0]);
  const ApiIds: string[] = [];
  for (const Path of ["/a", "/b", "/c"]) {
    const RequestConfig = { Path, Method: "GET" };
    const { Result } = await client.CreateApi(apiOn(ServiceId, UpstreamId, { RequestConfig, AuthType: "SECRET" }));
    ApiIds.push(present(Result?.ApiId));
  }
  const ApiId = present(ApiIds[0]);
  for (let version = 0; version < 3; version += 1) await release(client, ServiceId, EnvironmentName);
  const inRelease = { ServiceId, EnvironmentName };

  const UsagePlanId = await createPlanWith(client, ...(await createKeys(client, 3)));
  const plans = [UsagePlanId, await createPlan(client), await createPlan(client)];
  await bindToService(client, plans, ServiceId, "test");
  await bindToApis(client, [UsagePlanId], ServiceId, ApiIds, EnvironmentName);

  const [elsewhere] = [await createService(client), await createService(client)];
  const apps: string[] = [];
  const appApis: string[] = [];
  for (const Path of ["/x", "/y", "/z"]) {
    apps.push((await createApp(client)).id);
    appApis.push(await createAppApi(client, elsewhere, Path));
  }
  const [ApiAppId = ""] = apps;
  const [appApi = ""] = appApis;
  for (const api of appApis)
    await client.BindApiApp({ ApiAppId, ServiceId: elsewhere, ApiId: api, Environment: "test" });
  for (const app of apps.slice(1)) {
    await client.BindApiApp({ ApiAppId: app, ServiceId: elsewhere, ApiId: appApi, Environment: "test" });
  }

  const types = ["IPControl", "Cors", "TrafficControl"] as const;
  for (const type of types) {
    await client.AttachPlugin({ PluginId: await createPlugin(client, type), ...inRelease, ApiIds });
  }
  const { Result: plugins } = await client.DescribePlugins({});
  const PluginId = present(plugins?.PluginSet?.[0]?.PluginId);

  const StrategyId = await createStrategy(client, ServiceId);
  const free = { ServiceId, StrategyId: await createStrategy(client, ServiceId), EnvironmentName };
  await client.BindIPStrategy({ ...inRelease, StrategyId, BindApiIds: ApiIds });
  for (const SubDomain of ["a.example.com", "b.example.com", "c.example.com"]) {
    await client.BindSubDomain(await domainOf(client, ServiceId, { SubDomain }));
  }
  for (let index = 0; index < 3; index += 1) {
    await createDoc(client, ServiceId, ApiIds);
    await createInstance(client);
  }

  return {
    DescribeServicesStatus: { rows: "ServiceSet" },
    DescribeServiceEnvironmentList: { request: { ServiceId }, rows: "EnvironmentList" },
    DescribeServiceEnvironmentStrategy: { request: { ServiceId }, rows: "EnvironmentList" },
    DescribeServiceEnvironmentReleaseHistory: { request: { ServiceId }, rows: "VersionList" },
    DescribeServiceReleaseVersion: { request: { ServiceId }, rows: "VersionList" },
    DescribeServiceSubDomains: { request: { ServiceId }, rows: "DomainSet" },
    DescribeServiceUsagePlan: { request: { ServiceId }, rows: "ServiceUsagePlanList" },
    DescribeApiUsagePlan: { request: { ServiceId }, rows: "ApiUsagePlanList" },
    DescribeApisStatus: { request: { ServiceId }, rows: "ApiIdStatusSet" },
    DescribeApiEnvironmentStrategy: { request: { ServiceId }, rows: "ApiEnvironmentStrategySet" },
    DescribeUsagePlansStatus: { rows: "UsagePlanStatusSet" },
    DescribeUsagePlanEnvironments: { request: { UsagePlanId, BindType: "API" }, rows: "EnvironmentList" },
    DescribeUsagePlanSecretIds: { request: { UsagePlanId }, rows: "AccessKeyList" },
    DescribeApiKeysStatus: { rows: "ApiKeySet" },
    DescribeApiAppsStatus: { rows: "ApiAppSet" },
    DescribeApiAppBindApisStatus: { request: { ApiAppId }, rows: "ApiAppApiSet" },
    DescribeApiBindApiAppsStatus: { request: { ServiceId: elsewhere, ApiIds: [appApi] }, rows: "ApiAppApiSet" },
    DescribePlugins: { rows: "PluginSet" },
    DescribePlugin: { request: { PluginId }, rows: "AttachedApis", count: "AttachedApiTotalCount" },
    DescribePluginApis: { request: { PluginId }, rows: "AttachedApis" },
    DescribePluginsByApi: { request: { ServiceId, ApiId }, rows: "PluginSummary" },
    DescribeAllPluginApis: { request: { ...inRelease, PluginId }, rows: "ApiSet" },
    DescribeIPStrategy: { request: { ServiceId, StrategyId }, rows: "BindApis", count: "BindApiTotalCount" },
    DescribeIPStrategyApisStatus: { request: free, rows: "ApiIdStatusSet" },
    DescribeUpstreams: { rows: "UpstreamSet" },
    DescribeUpstreamBindApis: { request: { UpstreamId }, rows: "BindApiSet" },
    DescribeAPIDocs: { rows: "APIDocSet" },
    DescribeExclusiveInstances: { rows: "InstanceSet" },
    DescribeExclusiveInstancesStatus: { rows: "InstanceSet" },
  };
}
