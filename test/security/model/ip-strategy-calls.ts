import assert from "node:assert/strict";
import { firstOf, formatError, notFound, type Propose } from "./call.ts";
import { anEnvironment } from "./release-calls.ts";
import type { ModelService, Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

type IpBinding = ModelService["ipBindings"][number];

const createStrategy: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const fault = world.random.pick("none", "none", "none", "type", "data");
  return {
    action: "CreateIPStrategy",
    parameters: {
      ServiceId: id,
      StrategyName: "list",
      StrategyType: fault === "type" ? "GREY" : "BLACK",
      StrategyData: fault === "data" ? "not an address" : "192.0.2.1",
    },
    expected: firstOf(
      [fault === "type", formatError],
      [service === undefined, notFound.service],
      [fault === "data", formatError],
      [(service?.ipStrategies.size ?? 0) >= limits.ipStrategies, "LimitExceeded.IpStrategyLimitExceeded"],
    ),
    onSuccess(reply) {
      const strategyId = reply.text("StrategyId");
      service?.ipStrategies.add(strategyId);
      world.saw("IPStrategy", strategyId);
    },
  };
};

function aStrategy(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const strategyId = world.id("IPStrategy", service?.ipStrategies ?? []);
  const exists = service?.ipStrategies.has(strategyId) === true;
  return { service, strategyId, exists, ids: { ServiceId: id, StrategyId: strategyId } };
}

const modifyStrategy: Propose = (tenant, world) => {
  const { exists, ids } = aStrategy(tenant, world);
  return {
    action: "ModifyIPStrategy",
    parameters: { ...ids, StrategyData: "192.0.2.0/24\n198.51.100.7" },
    expected: exists ? "ok" : notFound.ipStrategy,
  };
};

function isInForce(tenant: Tenant, service: ModelService, { environment, apiId }: IpBinding): boolean {
  return service.apis.has(apiId ?? "") || tenant.runningApis(service, environment).has(apiId ?? "");
}

const deleteStrategy: Propose = (tenant, world) => {
  const { service, strategyId, exists, ids } = aStrategy(tenant, world);
  const isBound = service?.ipBindings.some((own) => own.strategyId === strategyId && isInForce(tenant, service, own));
  return {
    action: "DeleteIPStrategy",
    parameters: ids,
    expected: firstOf([!exists, notFound.ipStrategy], [isBound === true, "UnsupportedOperation.ResourceAssociated"]),
    onSuccess() {
      service?.ipStrategies.delete(strategyId);
      if (service) service.ipBindings = service.ipBindings.filter((own) => own.strategyId !== strategyId);
    },
  };
};

const bindStrategy: Propose = (tenant, world) => {
  const { service, strategyId, exists, ids } = aStrategy(tenant, world);
  const { environment } = anEnvironment(world);
  const apiId = world.id("api", (service?.apis ?? new Map()).keys());
  const bound = service?.ipBindings.find((own) => own.environment === environment && own.apiId === apiId);
  return {
    action: "BindIPStrategy",
    parameters: { ...ids, EnvironmentName: environment, BindApiIds: [apiId] },
    expected: firstOf(
      [!exists, notFound.ipStrategy],
      [service?.apis.has(apiId) !== true, notFound.api],
      [service?.running.has(environment) !== true, "InvalidParameterValue.InvalidEnvStatus"],
      [bound !== undefined && bound.strategyId !== strategyId, "UnsupportedOperation.InvalidAction"],
    ),
    onSuccess() {
      if (service && !bound) service.ipBindings = [...service.ipBindings, { strategyId, environment, apiId }];
    },
  };
};

const unbindStrategy: Propose = (tenant, world) => {
  const { service, strategyId, exists, ids } = aStrategy(tenant, world);
  const { environment } = anEnvironment(world);
  const apiId = world.id("api", (service?.apis ?? new Map()).keys());
  const isIt = (own: IpBinding) =>
    own.strategyId === strategyId && own.environment === environment && own.apiId === apiId;
  return {
    action: "UnBindIPStrategy",
    parameters: { ...ids, EnvironmentName: environment, UnBindApiIds: [apiId] },
    expected: exists ? "ok" : "ResourceNotFound",
    onSuccess() {
      // Of an API without a draft nothing is unbound: a running version may still serve it.
      if (service?.apis.has(apiId)) service.ipBindings = service.ipBindings.filter((own) => !isIt(own));
    },
  };
};

const describeStrategy: Propose = (tenant, world) => {
  const { service, strategyId, exists, ids } = aStrategy(tenant, world);
  return {
    action: "DescribeIPStrategy",
    parameters: ids,
    expected: firstOf([service === undefined, notFound.service], [!exists, notFound.ipStrategy]),
    onSuccess(reply) {
      const bound = service?.ipBindings.filter((own) => own.strategyId === strategyId) ?? [];
      const apiIds = new Set(bound.map(({ apiId }) => apiId).filter((apiId) => service?.apis.has(apiId ?? "")));
      assert.equal(reply.get("BindApiTotalCount"), apiIds.size);
      assert.deepEqual(reply.column("BindApis", "ApiId"), [...apiIds].toSorted());
    },
  };
};

const describeBindable: Propose = (tenant, world) => {
  const { service, strategyId, exists, ids } = aStrategy(tenant, world);
  const { environment } = anEnvironment(world);
  return {
    action: "DescribeIPStrategyApisStatus",
    parameters: { ...ids, EnvironmentName: environment },
    expected: exists ? "ok" : notFound.ipStrategy,
    onSuccess(reply) {
      const isBound = (apiId: string) =>
        service?.ipBindings.some(
          (own) => own.strategyId === strategyId && own.environment === environment && own.apiId === apiId,
        );
      const shown = [...(service?.apis.keys() ?? [])].filter((apiId) => !isBound(apiId));
      assert.deepEqual(reply.column("ApiIdStatusSet", "ApiId"), shown.toSorted());
    },
  };
};

export const ipStrategyCalls: readonly Propose[] = [
  createStrategy,
  createStrategy,
  modifyStrategy,
  deleteStrategy,
  bindStrategy,
  bindStrategy,
  bindStrategy,
  unbindStrategy,
  describeStrategy,
  describeBindable,
];
