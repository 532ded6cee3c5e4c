import assert from "node:assert/strict";
import { firstOf, notFound, type Propose } from "./call.ts";
import { anEnvironment } from "./release-calls.ts";
import type { Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

const createApp: Propose = (tenant, world) => ({
  action: "CreateApiApp",
  parameters: { ApiAppName: "app" },
  expected: tenant.apps.size >= limits.apps ? "LimitExceeded.ApiAppCountLimitExceeded" : "ok",
  onSuccess(reply) {
    const id = reply.text("ApiAppId");
    tenant.apps.add(id);
    world.saw("app", id);
  },
});

const changeApp: Propose = (tenant, world) => {
  const id = world.id("app", tenant.apps);
  const isKey = world.random.onceIn(2);
  // A key that is nobody's yet.
  const key = { ApiAppKey: `APIDnew${world.random.below(2 ** 31)}` };
  return {
    action: isKey ? "UpdateApiAppKey" : "ModifyApiApp",
    parameters: { ApiAppId: id, ...(isKey ? key : { ApiAppName: "changed" }) },
    expected: tenant.apps.has(id) ? "ok" : notFound.app,
  };
};

const deleteApp: Propose = (tenant, world) => {
  const id = world.id("app", tenant.apps);
  // Whoever let the app call an API of his.
  const isBound = world.services().some(({ apps }) => apps.some(({ appId }) => appId === id));
  return {
    action: "DeleteApiApp",
    parameters: { ApiAppId: id },
    expected: firstOf([!tenant.apps.has(id), notFound.app], [isBound, "UnsupportedOperation.ResourceAssociated"]),
    onSuccess: () => tenant.apps.delete(id),
  };
};

function aBinding(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const { environment, name } = anEnvironment(world);
  const apiId = world.id("api", (service?.apis ?? new Map()).keys());
  // Apps of others may be bound, too.
  const appId = world.id(
    "app",
    world.tenants.flatMap(({ apps }) => [...apps]),
  );
  const isIt = (own: { appId: string; environment: string; apiId: string | null }) =>
    own.appId === appId && own.environment === environment && own.apiId === apiId;
  return {
    service,
    environment,
    api: service?.apis.get(apiId),
    appId,
    isIt,
    isBound: service?.apps.some(isIt) === true,
    parameters: { ServiceId: id, ApiId: apiId, ApiAppId: appId, Environment: name },
    isNowhere: name === "nowhere",
  };
}

const bindApp: Propose = (tenant, world) => {
  const { service, environment, api, appId, isBound, parameters, isNowhere } = aBinding(tenant, world);
  const ofApi = new Set(service?.apps.filter((own) => own.apiId === api?.id).map((own) => own.appId));
  return {
    action: "BindApiApp",
    parameters,
    expected: firstOf(
      [isNowhere, "InvalidParameterValue.InvalidEnv"],
      [service === undefined, notFound.service],
      [api === undefined, notFound.api],
      [!world.isApp(appId), notFound.app],
      [api?.authType !== "APP", "UnsupportedOperation.UnsupportedBindEnvironment"],
      [isBound, "UnsupportedOperation.ResourceAssociated"],
      [!ofApi.has(appId) && ofApi.size >= limits.appsPerApi, "LimitExceeded.ApiAppCountLimitExceeded"],
    ),
    onSuccess() {
      if (service && api) service.apps = [...service.apps, { appId, environment, apiId: api.id }];
    },
  };
};

const unbindApp: Propose = (tenant, world) => {
  const { service, api, appId, isIt, isBound, parameters, isNowhere } = aBinding(tenant, world);
  return {
    action: "UnbindApiApp",
    parameters,
    expected: firstOf(
      [isNowhere, "InvalidParameterValue.InvalidEnv"],
      [api === undefined, notFound.api],
      [!world.isApp(appId), notFound.app],
      [!isBound, "UnsupportedOperation.ResourceUnassociated"],
    ),
    onSuccess() {
      if (service) service.apps = service.apps.filter((own) => !isIt(own));
    },
  };
};

const describeApp: Propose = (tenant, world) => {
  const id = world.id("app", tenant.apps);
  return {
    action: "DescribeApiAppBindApisStatus",
    parameters: { ApiAppId: id },
    expected: "ok",
    onSuccess(reply) {
      const bound = world.services().flatMap(({ apps }) => apps.filter(({ appId }) => appId === id));
      assert.equal(reply.get("TotalCount"), tenant.apps.has(id) ? bound.length : 0);
    },
  };
};

export const appCalls: readonly Propose[] = [
  createApp,
  createApp,
  changeApp,
  deleteApp,
  bindApp,
  bindApp,
  bindApp,
  unbindApp,
  describeApp,
];
