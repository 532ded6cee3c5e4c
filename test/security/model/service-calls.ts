import assert from "node:assert/strict";
import { firstOf, formatError, type ModelCall, notFound, type Propose } from "./call.ts";
import { environments, type ModelService, type Mutable, type Tenant } from "./tenant.ts";
import { limits } from "./world.ts";

const createService: Propose = (tenant, world): ModelCall => {
  const Protocol = world.random.onceIn(8) ? "ftp" : "http";
  const NetTypes = world.random.pick(["OUTER"], ["OUTER", "INNER"]);
  const instanceId = world.random.onceIn(4) ? world.id("instance", tenant.instances.keys()) : "";
  return {
    action: "CreateService",
    parameters: { ServiceName: "shop", Protocol, NetTypes, InstanceId: instanceId },
    expected: firstOf(
      [Protocol === "ftp", "InvalidParameterValue.NotInOptions"],
      [instanceId !== "" && !tenant.instances.has(instanceId), notFound.instance],
      [tenant.services.size >= limits.services, "LimitExceeded.ServiceCountLimitExceeded"],
    ),
    onSuccess(reply) {
      const id = reply.text("ServiceId");
      const domain = reply.text("OuterSubDomain");
      tenant.services.set(id, newService({ id, domain, netTypes: NetTypes, instanceId: instanceId || null }));
      world.saw("service", id);
    },
  };
};

function newService(given: Pick<ModelService, "id" | "domain" | "netTypes" | "instanceId">): Mutable<ModelService> {
  return {
    ...given,
    apis: new Map(),
    versions: new Map(),
    running: new Map(),
    history: 0,
    rates: new Map(),
    apiRates: new Map(),
    plans: [],
    apps: [],
    plugins: [],
    ipStrategies: new Set(),
    ipBindings: [],
    domains: new Map(),
  };
}

const modifyService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const NetTypes = world.random.pick(["OUTER"], ["INNER"], ["INNER", "OUTER"]);
  const keepsAll = service?.netTypes.every((type) => NetTypes.includes(type)) ?? true;
  const addsNone = NetTypes.every((type) => service?.netTypes.includes(type));
  return {
    action: "ModifyService",
    parameters: { ServiceId: id, ServiceName: "changed", NetTypes },
    expected: firstOf(
      [service === undefined, notFound.service],
      [!keepsAll && addsNone, "UnsupportedOperation.ReduceNetTypes"],
      [!keepsAll, "UnsupportedOperation.ModifyNetType"],
    ),
    onSuccess: () => service && Object.assign(service, { netTypes: NetTypes }),
  };
};

const deleteService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const SkipVerification = world.random.onceIn(10) ? 1 : 0;
  const skips = SkipVerification === 1 && service?.instanceId !== null;
  const unless = (blocks: boolean | undefined) => !skips && blocks === true;
  return {
    action: "DeleteService",
    parameters: { ServiceId: id, SkipVerification },
    expected: firstOf(
      [service === undefined, notFound.service],
      [unless((service?.running.size ?? 0) > 0), "UnsupportedOperation.ExistingOnlineEnvironment"],
      [unless((service?.apis.size ?? 0) > 0), "UnsupportedOperation.ApiListNotEmpty"],
      [unless((service?.plans.length ?? 0) > 0), "UnsupportedOperation.UsagePlanInUse"],
      [unless((service?.domains.size ?? 0) > 0), "UnsupportedOperation.UnsupportedDeleteService"],
    ),
    onSuccess() {
      tenant.services.delete(id);
      for (const [docId, doc] of tenant.docs) if (doc.serviceId === id) tenant.docs.delete(docId);
    },
  };
};

const describeService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  return {
    action: world.random.pick("DescribeService", "DescribeServiceForApiApp"),
    parameters: { ServiceId: id },
    expected: service === undefined ? notFound.service : "ok",
    onSuccess(reply) {
      assert.equal(reply.get("ApiTotalCount"), service?.apis.size);
      const released = environments.filter((environment) => service?.running.has(environment));
      assert.deepEqual(reply.get("AvailableEnvironments"), released);
    },
  };
};

const describeServiceHere: Propose = (tenant, world) => {
  const call = describeService(tenant, world);
  if (call.action === "DescribeService") return call;
  return { ...call, parameters: { ...call.parameters, ApiRegion: tenant.region } };
};

const modifyRate: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const Strategy = world.random.pick(-1, 0, 1, 2_500, 2_501, 5_000, 5_001);
  const environment = world.random.pick("test", "prepub", "release", "nowhere");
  const highest = highestRate(tenant, service);
  return {
    action: "ModifyServiceEnvironmentStrategy",
    parameters: { ServiceId: id, Strategy, EnvironmentNames: [environment] },
    expected: firstOf(
      [Strategy === 0, "InvalidParameterValue.RangeExceeded"],
      [environment === "nowhere", "InvalidParameterValue.InvalidRequestParameters"],
      [service === undefined, notFound.service],
      [Strategy > highest, "InvalidParameterValue.RangeExceeded"],
    ),
    onSuccess: () => environment !== "nowhere" && service?.rates.set(environment, Strategy),
  };
};

const describeRates: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  return {
    action: "DescribeServiceEnvironmentStrategy",
    parameters: { ServiceId: id },
    expected: service === undefined ? notFound.service : "ok",
    onSuccess(reply) {
      const highest = highestRate(tenant, service);
      const rates = environments.map((environment) => service?.rates.get(environment) ?? highest);
      assert.deepEqual(reply.column("EnvironmentList", "Strategy"), rates.toSorted());
    },
  };
};

function highestRate(tenant: Tenant, service: ModelService | undefined): number {
  return tenant.instances.get(service?.instanceId ?? "") ?? limits.rate;
}

const createInstance: Propose = (tenant, world) => {
  const PayMode = world.random.onceIn(3) ? "PREPAID" : "POSTPAID";
  return {
    action: "CreateExclusiveInstances",
    parameters: {
      Zones: ["zone-1"],
      InstanceType: "basic",
      NetworkConfig: { InternetMaxBandwidthOut: 1 },
      VpcConfig: { UniqVpcId: "vpc-1", UniqSubnetId: "subnet-1" },
      PayMode,
    },
    expected: PayMode === "PREPAID" ? formatError : "ok",
    onSuccess(reply) {
      const id = reply.text("Result");
      tenant.instances.set(id, 2_500);
      world.saw("instance", id);
    },
  };
};

const modifyInstance: Propose = (tenant, world) => {
  const InstanceId = world.id("instance", tenant.instances.keys());
  const rate = world.random.pick(0, 1_000, 50_000, 50_001);
  return {
    action: "ModifyExclusiveInstance",
    parameters: { InstanceId, Parameters: [{ Name: "ServiceRequestNumPreSec", Value: String(rate) }] },
    expected: firstOf(
      [!tenant.instances.has(InstanceId), notFound.instance],
      [rate === 0 || rate > 50_000, "InvalidParameterValue.InvalidRequestParameters"],
    ),
    onSuccess: () => tenant.instances.set(InstanceId, rate),
  };
};

const describeInstance: Propose = (tenant, world) => {
  const InstanceId = world.id("instance", tenant.instances.keys());
  return {
    action: "DescribeExclusiveInstanceDetail",
    parameters: { InstanceId },
    expected: tenant.instances.has(InstanceId) ? "ok" : notFound.instance,
  };
};

const searchLog: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const isBackwards = world.random.onceIn(4);
  const Limit = world.random.pick(20, 100, 101);
  const [earlier, later] = [Date.now() - 60_000, Date.now()].map(chinaTime);
  const window = isBackwards ? { StartTime: later, EndTime: earlier } : { StartTime: earlier, EndTime: later };
  return {
    action: "DescribeLogSearch",
    parameters: { ServiceId: id, ...window, Limit },
    expected: firstOf(
      [Limit === 101, "InvalidParameterValue"],
      [service === undefined, notFound.service],
      [isBackwards, "UnsupportedOperation.ClsSearchTime"],
    ),
    onSuccess: (reply) => assert.deepEqual(reply.get("LogSet"), []),
  };
};

function chinaTime(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

export const serviceCalls: readonly Propose[] = [
  createService,
  createService,
  createService,
  modifyService,
  deleteService,
  describeServiceHere,
  modifyRate,
  describeRates,
  createInstance,
  modifyInstance,
  describeInstance,
  searchLog,
];
