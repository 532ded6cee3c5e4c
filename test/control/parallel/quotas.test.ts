import assert from "node:assert/strict";
import { test } from "node:test";
import { startTurnpike } from "../../harness/turnpike.ts";
import { createApp, createAppApi } from "../api-app/resources.ts";
import type { Client } from "../management.ts";
import { createPlugin, createReleased } from "../plugin/resources.ts";
import { createApi, createPlan, createService, mockApi } from "../resources.ts";
import { domainOf } from "../sub-domain/resources.ts";
import { bindToApis, createApiAt, createKey, createKeys } from "../usage-plan/resources.ts";
import { assertWinners, race, times } from "./race.ts";

interface Quota {
  readonly setting: string;
  /** Room is left for two; there are more who want it. */
  prepare(client: Client): Promise<readonly (() => Promise<unknown>)[]>;
  readonly loses: string;
}

const keysAndPlans = "LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded";

/** The quotas of the hosted product. Source: Tencent Cloud docs 628/34009. */
const quotas: readonly Quota[] = [
  {
    setting: "TURNPIKE_MAX_SERVICES",
    prepare: async (client) => times(5, () => createService(client)),
    loses: "LimitExceeded.ServiceCountLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_USAGE_PLANS",
    prepare: async (client) => times(5, () => createPlan(client)),
    loses: "LimitExceeded.UsagePlanLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_API_KEYS",
    prepare: async (client) => times(5, () => createKey(client)),
    loses: "LimitExceeded.ApiKeyCountLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_API_APPS",
    prepare: async (client) => times(5, () => createApp(client)),
    loses: "LimitExceeded.ApiAppCountLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_APIS_PER_SERVICE",
    async prepare(client) {
      const ServiceId = await createService(client);
      const RequestConfig = (index: number) => ({ Path: `/${index}`, Method: "GET" });
      return times(5, (index) => createApi(client, mockApi(ServiceId, { RequestConfig: RequestConfig(index) })));
    },
    loses: "LimitExceeded.ApiCountLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_KEYS_PER_USAGE_PLAN",
    async prepare(client) {
      const UsagePlanId = await createPlan(client);
      const keys = await createKeys(client, 5);
      return keys.map((key) => () => client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] }));
    },
    loses: keysAndPlans,
  },
  {
    setting: "TURNPIKE_MAX_USAGE_PLANS_PER_KEY",
    async prepare(client) {
      const key = await createKey(client);
      const plans = await Promise.all([1, 2, 3, 4, 5].map(() => createPlan(client)));
      return plans.map((UsagePlanId) => () => client.BindSecretIds({ UsagePlanId, AccessKeyIds: [key] }));
    },
    loses: keysAndPlans,
  },
  {
    setting: "TURNPIKE_MAX_APIS_PER_USAGE_PLAN",
    async prepare(client) {
      const ServiceId = await createService(client);
      const plan = await createPlan(client);
      const apis = await Promise.all([1, 2, 3, 4].map((index) => createApiAt(client, ServiceId, `/${index}`)));
      return apis.map((api) => () => bindToApis(client, [plan], ServiceId, [api]));
    },
    loses: "UnsupportedOperation.UnsupportedBindEnvironment",
  },
  {
    setting: "TURNPIKE_MAX_API_APPS_PER_API",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createAppApi(client, ServiceId);
      const apps = await Promise.all([1, 2, 3, 4].map(() => createApp(client)));
      const place = { ServiceId, ApiId, Environment: "test" };
      return apps.map(
        ({ id: ApiAppId }) =>
          () =>
            client.BindApiApp({ ApiAppId, ...place }),
      );
    },
    loses: "LimitExceeded.ApiAppCountLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_CUSTOM_DOMAINS_PER_SERVICE",
    async prepare(client) {
      const ServiceId = await createService(client);
      const domain = await domainOf(client, ServiceId);
      return times(5, (index) => client.BindSubDomain({ ...domain, SubDomain: `d${index}.example.com` }));
    },
    loses: "LimitExceeded.ExceededDomainLimit",
  },
  {
    setting: "TURNPIKE_MAX_API_DOCS",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a");
      const doc = { ApiDocName: "doc", ServiceId, Environment: "release", ApiIds };
      return times(5, () => client.CreateAPIDoc(doc));
    },
    loses: "LimitExceeded.APIDocLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_IP_STRATEGIES_PER_SERVICE",
    async prepare(client) {
      const ServiceId = await createService(client);
      const request = { ServiceId, StrategyName: "list", StrategyType: "BLACK", StrategyData: "192.0.2.1" };
      return times(5, () => client.CreateIPStrategy(request));
    },
    loses: "LimitExceeded.IpStrategyLimitExceeded",
  },
  {
    setting: "TURNPIKE_MAX_SERVICES_PER_PLUGIN",
    async prepare(client) {
      const PluginId = await createPlugin(client);
      const services = await Promise.all([1, 2, 3, 4].map(() => createReleased(client, "/a")));
      return services.map(
        ({ ServiceId, ApiIds }) =>
          () =>
            client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds }),
      );
    },
    loses: "LimitExceeded.ServiceCountForPluginLimitExceeded",
  },
];

for (const { setting, prepare, loses } of quotas) {
  test(`calls at the same moment do not pass ${setting} together`, async (t) => {
    const client = (await startTurnpike(t, { [setting]: "2" })).client();
    const calls = await prepare(client);
    assert.ok(calls.length > 2);
    assertWinners(await race(...calls), 2, loses);
  });
}
