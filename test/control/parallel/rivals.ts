import { authorizationApi, businessApi } from "../api/oauth-requests.ts";
import { createApp, createAppApi } from "../api-app/resources.ts";
import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { createPlugin, createReleased } from "../plugin/resources.ts";
import { createApi, createPlan, createService, mockApi, release } from "../resources.ts";
import { domainOf } from "../sub-domain/resources.ts";
import { apiOn, createUpstream } from "../upstream/resources.ts";
import { bindToApis, bindToService, createApiAt, createKey } from "../usage-plan/resources.ts";
import type { Rivals } from "./race.ts";

const gone = {
  service: "ResourceNotFound.InvalidService",
  api: "ResourceNotFound.InvalidApi",
  plan: "ResourceNotFound.InvalidUsagePlan",
  key: "ResourceNotFound.InvalidAccessKeyId",
};

async function createStrategy(client: Client, ServiceId: string): Promise<string> {
  const request = { ServiceId, StrategyName: "list", StrategyType: "BLACK", StrategyData: "192.0.2.1" };
  return present((await client.CreateIPStrategy(request)).Result?.StrategyId);
}

/** What is deleted, against what would come to depend on it. */
export const rivals: readonly Rivals[] = [
  {
    title: "a service is deleted or released",
    async prepare(client) {
      const ServiceId = await createService(client);
      return { one: () => client.DeleteService({ ServiceId }), other: () => release(client, ServiceId) };
    },
    oneLoses: "UnsupportedOperation.ExistingOnlineEnvironment",
    otherLoses: gone.service,
  },
  {
    title: "a service is deleted or gets a usage plan",
    async prepare(client) {
      const ServiceId = await createService(client);
      const plan = await createPlan(client);
      return {
        one: () => client.DeleteService({ ServiceId }),
        other: () => bindToService(client, [plan], ServiceId),
      };
    },
    oneLoses: "UnsupportedOperation.UsagePlanInUse",
    otherLoses: gone.service,
  },
  {
    title: "a service is deleted or gets a custom domain",
    async prepare(client) {
      const ServiceId = await createService(client);
      const SubDomain = `${ServiceId}.example.com`;
      const domain = await domainOf(client, ServiceId, { SubDomain });
      return { one: () => client.DeleteService({ ServiceId }), other: () => client.BindSubDomain(domain) };
    },
    oneLoses: "UnsupportedOperation.UnsupportedDeleteService",
    otherLoses: gone.service,
  },
  {
    title: "an API is deleted or gets a usage plan",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createApiAt(client, ServiceId, "/a");
      const plan = await createPlan(client);
      return {
        one: () => client.DeleteApi({ ServiceId, ApiId }),
        other: () => bindToApis(client, [plan], ServiceId, [ApiId]),
      };
    },
    oneLoses: "FailedOperation.ApiBindEnvironmen",
    otherLoses: gone.api,
  },
  {
    title: "an API is opened to everybody or gets a usage plan",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createApiAt(client, ServiceId, "/a");
      const plan = await createPlan(client);
      const { RequestParameters: _, ...api } = mockApi(ServiceId, { RequestConfig: { Path: "/a", Method: "GET" } });
      const open = { ...api, ApiId };
      return {
        one: () => client.ModifyApi(open),
        other: () => bindToApis(client, [plan], ServiceId, [ApiId]),
      };
    },
    oneLoses: "UnsupportedOperation.ResourceAssociated",
    otherLoses: "UnsupportedOperation.UnsupportedBindEnvironment",
  },
  {
    title: "an API is deleted or gets an app",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createAppApi(client, ServiceId);
      const { id: ApiAppId } = await createApp(client);
      return {
        one: () => client.DeleteApi({ ServiceId, ApiId }),
        other: () => client.BindApiApp({ ServiceId, ApiId, ApiAppId, Environment: "test" }),
      };
    },
    oneLoses: "UnsupportedOperation.ResourceAssociated",
    otherLoses: gone.api,
  },
  {
    title: "an authorization API is deleted or gets a business API",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createApi(client, authorizationApi(ServiceId));
      return {
        one: () => client.DeleteApi({ ServiceId, ApiId }),
        other: () => client.CreateApi(businessApi(ServiceId, ApiId)),
      };
    },
    oneLoses: "UnsupportedOperation.UnsupportedDeleteApi",
    otherLoses: "ResourceNotFound.InvalidOauthApi",
  },
  {
    title: "a usage plan is deleted or bound",
    async prepare(client) {
      const ServiceId = await createService(client);
      const UsagePlanId = await createPlan(client);
      return {
        one: () => client.DeleteUsagePlan({ UsagePlanId }),
        other: () => bindToService(client, [UsagePlanId], ServiceId),
      };
    },
    oneLoses: "UnsupportedOperation.UsagePlanInUse",
    otherLoses: gone.plan,
  },
  {
    title: "an API key is disabled or comes into a usage plan",
    async prepare(client) {
      const UsagePlanId = await createPlan(client);
      const AccessKeyId = await createKey(client);
      return {
        // Deleting takes two calls: once disabled, it cannot come into a plan.
        async one() {
          await client.DisableApiKey({ AccessKeyId });
          await client.DeleteApiKey({ AccessKeyId });
        },
        other: () => client.BindSecretIds({ UsagePlanId, AccessKeyIds: [AccessKeyId] }),
      };
    },
    oneLoses: "UnsupportedOperation.ResourceIsInUse",
    otherLoses: "UnsupportedOperation.InvalidStatus",
  },
  {
    title: "an app is deleted or bound",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createAppApi(client, ServiceId);
      const { id: ApiAppId } = await createApp(client);
      return {
        one: () => client.DeleteApiApp({ ApiAppId }),
        other: () => client.BindApiApp({ ServiceId, ApiId, ApiAppId, Environment: "test" }),
      };
    },
    oneLoses: "UnsupportedOperation.ResourceAssociated",
    otherLoses: "ResourceNotFound.InvalidApiApp",
  },
  {
    title: "a plugin is deleted or attached",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a");
      const PluginId = await createPlugin(client);
      return {
        one: () => client.DeletePlugin({ PluginId }),
        other: () => client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds }),
      };
    },
    oneLoses: "UnsupportedOperation.InvalidAction",
    otherLoses: "ResourceNotFound.InvalidPlugin",
  },
  {
    title: "an environment goes offline or gets a plugin",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a");
      const [PluginId, EnvironmentName] = [await createPlugin(client), "release"];
      return {
        // Going offline is always allowed, but then nothing can be attached there.
        async one() {
          await client.UnReleaseService({ ServiceId, EnvironmentName });
          const { Result } = await client.DescribePluginApis({ PluginId });
          if (Result?.TotalCount !== 0) throw Object.assign(new Error("attached before"), { code: "attached" });
        },
        other: () => client.AttachPlugin({ PluginId, ServiceId, EnvironmentName, ApiIds }),
      };
    },
    oneLoses: "attached",
    otherLoses: "InvalidParameterValue.InvalidEnvStatus",
  },
  {
    title: "an IP strategy is deleted or bound",
    async prepare(client) {
      const { ServiceId, ApiIds } = await createReleased(client, "/a");
      const StrategyId = await createStrategy(client, ServiceId);
      return {
        one: () => client.DeleteIPStrategy({ ServiceId, StrategyId }),
        other: () => client.BindIPStrategy({ ServiceId, StrategyId, EnvironmentName: "release", BindApiIds: ApiIds }),
      };
    },
    oneLoses: "UnsupportedOperation.ResourceAssociated",
    otherLoses: "ResourceNotFound.InvalidIPStrategy",
  },
  {
    title: "an upstream is deleted or named by an API",
    async prepare(client) {
      const ServiceId = await createService(client);
      const UpstreamId = await createUpstream(client);
      return {
        one: () => client.DeleteUpstream({ UpstreamId }),
        other: () => client.CreateApi(apiOn(ServiceId, UpstreamId)),
      };
    },
    oneLoses: "UnsupportedOperation.UnsupportedDeleteUpstream",
    otherLoses: "InvalidParameterValue.InvalidUpstream",
  },
  {
    title: "an environment takes plans at service level or at API level",
    async prepare(client) {
      const ServiceId = await createService(client);
      const ApiId = await createApiAt(client, ServiceId, "/a");
      const plans = [await createPlan(client), await createPlan(client)] as const;
      return {
        one: () => bindToService(client, [plans[0]], ServiceId),
        other: () => bindToApis(client, [plans[1]], ServiceId, [ApiId]),
      };
    },
    oneLoses: "UnsupportedOperation.UnsupportedBindEnvironment",
    otherLoses: "UnsupportedOperation.UnsupportedBindEnvironment",
  },
  {
    title: "a key in two plans at one place: the plan is bound or the key comes into it",
    async prepare(client) {
      const ServiceId = await createService(client);
      const key = await createKey(client);
      const plans = [await createPlan(client), await createPlan(client)] as const;
      await client.BindSecretIds({ UsagePlanId: plans[0], AccessKeyIds: [key] });
      await bindToService(client, [plans[1]], ServiceId);
      return {
        one: () => bindToService(client, [plans[0]], ServiceId),
        other: () => client.BindSecretIds({ UsagePlanId: plans[1], AccessKeyIds: [key] }),
      };
    },
    oneLoses: "UnsupportedOperation.UnsupportedBindEnvironment",
    otherLoses: "UnsupportedOperation.UnsupportedBindApiKey",
  },
  {
    title: "one of the last two path mappings of a domain is deleted, not both",
    async prepare(client) {
      const ServiceId = await createService(client);
      const SubDomain = `${ServiceId}.example.com`;
      const PathMappingSet = [
        { Path: "/", Environment: "release" },
        { Path: "/try", Environment: "test" },
      ];
      await client.BindSubDomain(
        await domainOf(client, ServiceId, { SubDomain, IsDefaultMapping: false, PathMappingSet }),
      );
      const remove = (Environment: string) =>
        client.DeleteServiceSubDomainMapping({ ServiceId, SubDomain, Environment });
      return { one: () => remove("release"), other: () => remove("test") };
    },
    oneLoses: "FailedOperation.DeletePathMappingSetError",
    otherLoses: "FailedOperation.DeletePathMappingSetError",
  },
];
