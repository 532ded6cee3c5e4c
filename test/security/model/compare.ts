import assert from "node:assert/strict";
import { Reply } from "./call.ts";
import { environments, type ModelService, type Tenant } from "./tenant.ts";

/** Small, so that most lists have several pages. */
const Limit = 6;

/** Fails unless the tenant sees what the model says he has, and nothing else. */
export async function compareWithModel(tenant: Tenant): Promise<void> {
  const sees: Sees = async (action, list, member, expected, more) => {
    const found: unknown[] = [];
    const wanted = [...expected].toSorted();
    const what = `${action} of ${tenant.title}`;
    for (let Offset = 0; Offset <= wanted.length; Offset += Limit) {
      const reply = new Reply(await tenant.client.request(action, { Limit, Offset, ...more }));
      assert.equal(reply.get("TotalCount"), wanted.length, what);
      found.push(...reply.column(list, member));
    }
    assert.deepEqual(found.toSorted(), wanted, what);
  };
  await sees("DescribeServicesStatus", "ServiceSet", "ServiceId", tenant.services.keys());
  await sees("DescribeApiKeysStatus", "ApiKeySet", "AccessKeyId", tenant.keys.keys());
  await sees("DescribeUsagePlansStatus", "UsagePlanStatusSet", "UsagePlanId", tenant.plans.keys());
  await sees("DescribeApiAppsStatus", "ApiAppSet", "ApiAppId", tenant.apps);
  await sees("DescribePlugins", "PluginSet", "PluginId", tenant.plugins.keys());
  await sees("DescribeUpstreams", "UpstreamSet", "UpstreamId", tenant.upstreams);
  await sees("DescribeExclusiveInstancesStatus", "InstanceSet", "InstanceId", tenant.instances.keys());
  await sees("DescribeAPIDocs", "APIDocSet", "ApiDocId", tenant.docs.keys());
  for (const [UsagePlanId, keys] of tenant.plans) {
    await sees("DescribeUsagePlanSecretIds", "AccessKeyList", "AccessKeyId", keys, { UsagePlanId });
  }
  for (const service of tenant.services.values()) await compareService(service, sees);
}

type Sees = (action: string, list: string, member: string, expected: Iterable<unknown>, more?: object) => Promise<void>;

async function compareService(service: ModelService, sees: Sees): Promise<void> {
  const of = { ServiceId: service.id };
  await sees("DescribeApisStatus", "ApiIdStatusSet", "ApiId", service.apis.keys(), of);
  const released = environments.map((name) => (service.running.has(name) ? 1 : 0));
  await sees("DescribeServiceEnvironmentList", "EnvironmentList", "Status", released, of);
  const plansAt = (isApi: boolean) => service.plans.filter(({ apiId }) => (apiId !== null) === isApi);
  const idsAt = (isApi: boolean) => plansAt(isApi).map(({ planId }) => planId);
  await sees("DescribeServiceUsagePlan", "ServiceUsagePlanList", "UsagePlanId", idsAt(false), of);
  await sees("DescribeApiUsagePlan", "ApiUsagePlanList", "UsagePlanId", idsAt(true), of);
  await sees("DescribeServiceSubDomains", "DomainSet", "DomainName", service.domains.keys(), of);
  await sees("DescribeIPStrategysStatus", "StrategySet", "StrategyId", service.ipStrategies, { ...of, ...unpaged });
  for (const ApiId of service.apis.keys()) {
    const ofApi = <T extends { readonly apiId: string | null }>(list: readonly T[]) =>
      list.filter(({ apiId }) => apiId === ApiId);
    const plugins = ofApi(service.plugins).map(({ pluginId }) => pluginId);
    await sees("DescribePluginsByApi", "PluginSummary", "PluginId", plugins, { ...of, ApiId });
    const apps = ofApi(service.apps).map(({ appId }) => appId);
    await sees("DescribeApiBindApiAppsStatus", "ApiAppApiSet", "ApiAppId", apps, { ...of, ApiIds: [ApiId] });
  }
}

/** For the one list that takes no page; it never is as long as one. */
const unpaged = { Limit: undefined, Offset: undefined };
