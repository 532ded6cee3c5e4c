import assert from "node:assert/strict";
import { firstOf, notFound, type Propose } from "./call.ts";
import { anEnvironment } from "./release-calls.ts";
import type { ModelService, Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

type Attachment = ModelService["plugins"][number];

const data = {
  IPControl: { type: "black_list", blocks: "192.0.2.1" },
  TrafficControl: { expire_type: "minute", expire: 1, api_rate_limit: 500 },
};

const createPlugin: Propose = (tenant, world) => {
  const type = world.random.pick("IPControl", "TrafficControl");
  const fault = world.random.pick("none", "none", "none", "type", "data");
  return {
    action: "CreatePlugin",
    parameters: {
      PluginName: "plugin",
      PluginType: fault === "type" ? "Teapot" : type,
      PluginData: fault === "data" ? "{" : JSON.stringify(data[type]),
    },
    expected: firstOf(
      [fault === "type", "InvalidParameterValue.NotInOptions"],
      [fault === "data", "InvalidParameter.FormatError"],
    ),
    onSuccess(reply) {
      const id = reply.text("PluginId");
      tenant.plugins.set(id, type);
      world.saw("plugin", id);
    },
  };
};

const modifyPlugin: Propose = (tenant, world) => {
  const id = world.id("plugin", tenant.plugins.keys());
  const type = tenant.plugins.get(id);
  const isWrong = world.random.onceIn(3);
  return {
    action: "ModifyPlugin",
    parameters: { PluginId: id, PluginData: isWrong ? "{}" : JSON.stringify(data[type as "IPControl"] ?? {}) },
    expected: firstOf([type === undefined, notFound.plugin], [isWrong, "MissingParameter.PluginConfig"]),
  };
};

/** Whether an API that has a draft, or that a running version still holds, has the plugin. */
function isInForce(tenant: Tenant, service: ModelService, { environment, apiId }: Attachment): boolean {
  return service.apis.has(apiId ?? "") || tenant.runningApis(service, environment).has(apiId ?? "");
}

const deletePlugin: Propose = (tenant, world) => {
  const id = world.id("plugin", tenant.plugins.keys());
  const isAttached = [...tenant.services.values()].some((service) =>
    service.plugins.some((own) => own.pluginId === id && isInForce(tenant, service, own)),
  );
  return {
    action: "DeletePlugin",
    parameters: { PluginId: id },
    expected: firstOf([!tenant.plugins.has(id), notFound.plugin], [isAttached, "UnsupportedOperation.InvalidAction"]),
    onSuccess() {
      tenant.plugins.delete(id);
      for (const service of tenant.services.values()) {
        service.plugins = service.plugins.filter(({ pluginId }) => pluginId !== id);
      }
    },
  };
};

function anAttachment(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const { environment } = anEnvironment(world);
  const pluginId = world.id("plugin", tenant.plugins.keys());
  const apiId = world.id("api", (service?.apis ?? new Map()).keys());
  const isIt = (own: Attachment) => own.pluginId === pluginId && own.environment === environment && own.apiId === apiId;
  return { id, service, environment, pluginId, apiId, isIt };
}

const attachPlugin: Propose = (tenant, world) => {
  const { id, service, environment, pluginId, apiId, isIt } = anAttachment(tenant, world);
  const kind = tenant.plugins.get(pluginId);
  const there = service?.plugins.filter((own) => own.environment === environment && own.apiId === apiId) ?? [];
  const rival = there.some((own) => own.pluginId !== pluginId && tenant.plugins.get(own.pluginId) === kind);
  const services = [...tenant.services.values()].filter(({ plugins }) =>
    plugins.some((own) => own.pluginId === pluginId),
  );
  const isFull = services.length >= limits.servicesPerPlugin && !services.some((own) => own === service);
  return {
    action: "AttachPlugin",
    parameters: { ServiceId: id, PluginId: pluginId, EnvironmentName: environment, ApiIds: [apiId] },
    expected: firstOf(
      [service === undefined, notFound.service],
      [kind === undefined, notFound.plugin],
      [service?.apis.has(apiId) !== true, notFound.api],
      [
        service !== undefined && !tenant.runningApis(service, environment).has(apiId),
        "InvalidParameterValue.InvalidEnvStatus",
      ],
      [rival, "InvalidParameter.DuplicatePluginConfig"],
      [isFull, "LimitExceeded.ServiceCountForPluginLimitExceeded"],
    ),
    onSuccess() {
      if (service && !there.some(isIt)) service.plugins = [...service.plugins, { pluginId, environment, apiId }];
    },
  };
};

const detachPlugin: Propose = (tenant, world) => {
  const { id, service, environment, pluginId, apiId, isIt } = anAttachment(tenant, world);
  return {
    action: "DetachPlugin",
    parameters: { ServiceId: id, PluginId: pluginId, EnvironmentName: environment, ApiId: apiId },
    expected: firstOf(
      [service === undefined, notFound.service],
      [!tenant.plugins.has(pluginId), notFound.plugin],
      [service?.apis.has(apiId) !== true, notFound.api],
      [service?.plugins.some(isIt) !== true, "InvalidParameterValue.InvalidApiIds"],
    ),
    onSuccess() {
      if (service) service.plugins = service.plugins.filter((own) => !isIt(own));
    },
  };
};

const describePlugin: Propose = (tenant, world) => {
  const id = world.id("plugin", tenant.plugins.keys());
  return {
    action: "DescribePluginApis",
    parameters: { PluginId: id },
    expected: tenant.plugins.has(id) ? "ok" : notFound.plugin,
    onSuccess(reply) {
      const shown = [...tenant.services.values()].flatMap(({ apis, plugins }) =>
        plugins.filter((own) => own.pluginId === id && apis.has(own.apiId ?? "")),
      );
      assert.equal(reply.get("TotalCount"), shown.length);
    },
  };
};

const describeApis: Propose = (tenant, world) => {
  const { id, service, environment, pluginId } = anAttachment(tenant, world);
  return {
    action: "DescribeAllPluginApis",
    parameters: { ServiceId: id, PluginId: pluginId, EnvironmentName: environment },
    expected: firstOf([service === undefined, notFound.service], [!tenant.plugins.has(pluginId), notFound.plugin]),
    onSuccess(reply) {
      const running = service === undefined ? new Map() : tenant.runningApis(service, environment);
      const shown = [...(service?.apis.keys() ?? [])].filter((apiId) => running.has(apiId));
      assert.deepEqual(reply.column("ApiSet", "ApiId"), shown.toSorted());
    },
  };
};

export const pluginCalls: readonly Propose[] = [
  createPlugin,
  createPlugin,
  modifyPlugin,
  deletePlugin,
  deletePlugin,
  attachPlugin,
  attachPlugin,
  attachPlugin,
  attachPlugin,
  detachPlugin,
  describePlugin,
  describeApis,
];
