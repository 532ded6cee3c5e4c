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
  const [ServiceId, elsewhere] = [await createService(client), await createService(client)];
  await createService(client);
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

  const { ApiAppId, appApi } = await bindApps(client, elsewhere);

  const pluginIds: string[] = [];
  for (const type of ["IPControl", "Cors", "TrafficControl"] as const) {
    const id = await createPlugin(client, type);
    await client.AttachPlugin({ PluginId: id, ...inRelease, ApiIds });
    pluginIds.push(id);
  }
  const PluginId = present(pluginIds[0]);

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

/** Three apps and three APIs of the service: one of the apps is bound to all APIs, and one of the APIs has all apps. */
async function bindApps(client: Client, ServiceId: string): Promise<{ ApiAppId: string; appApi: string }> {
  const bind = (ApiAppId: string, ApiId: string) =>
    client.BindApiApp({ ApiAppId, ServiceId, ApiId, Environment: "test" });
  const { id: ApiAppId } = await createApp(client);
  const appApi = await createAppApi(client, ServiceId, "/x");
  await bind(ApiAppId, appApi);
  for (const Path of ["/y", "/z"]) {
    await bind(ApiAppId, await createAppApi(client, ServiceId, Path));
    await bind((await createApp(client)).id, appApi);
  }
  return { ApiAppId, appApi };
}
