import assert from "node:assert/strict";
import { firstOf, formatError, notFound, type Propose } from "./call.ts";
import type { Environment, ModelService, Tenant } from "./tenant.ts";
import type { World } from "./world.ts";

/** One of the three, or now and then a name of none. */
export function anEnvironment(world: World): { readonly environment: Environment; readonly name: string } {
  const environment = world.random.pick("test", "prepub", "release", "release", "release");
  return { environment, name: world.random.onceIn(15) ? "nowhere" : environment };
}

const releaseService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const { environment, name } = anEnvironment(world);
  return {
    action: "ReleaseService",
    parameters: { ServiceId: id, EnvironmentName: name, ReleaseDesc: "release" },
    expected: firstOf([name === "nowhere", formatError], [service === undefined, notFound.service]),
    onSuccess(reply) {
      const version = reply.text("ReleaseVersion");
      service?.versions.set(version, new Map(service.apis));
      run(service, environment, version);
      world.saw("version", version);
    },
  };
};

function run(service: ModelService | undefined, environment: Environment, version: string): void {
  if (service === undefined) return;
  service.running.set(environment, version);
  service.history++;
}

const unReleaseService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const { environment, name } = anEnvironment(world);
  return {
    action: "UnReleaseService",
    parameters: { ServiceId: id, EnvironmentName: name },
    expected: firstOf([name === "nowhere", formatError], [service === undefined, notFound.service]),
    onSuccess: () => service?.running.delete(environment),
  };
};

const updateService: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const { environment } = anEnvironment(world);
  const VersionName = world.id("version", (service?.versions ?? new Map()).keys());
  return {
    action: "UpdateService",
    parameters: { ServiceId: id, EnvironmentName: environment, VersionName },
    expected: firstOf(
      [service?.versions.has(VersionName) !== true, "ResourceNotFound"],
      [service?.running.has(environment) !== true, "FailedOperation.ServiceError"],
    ),
    onSuccess: () => run(service, environment, VersionName),
  };
};

const describeReleases: Propose = (tenant: Tenant, world: World) => {
  const { id, service } = world.service(tenant);
  const isHistory = world.random.onceIn(2);
  return {
    action: isHistory ? "DescribeServiceEnvironmentReleaseHistory" : "DescribeServiceReleaseVersion",
    parameters: { ServiceId: id },
    expected: service === undefined ? notFound.service : "ok",
    onSuccess: (reply) => assert.equal(reply.get("TotalCount"), isHistory ? service?.history : service?.versions.size),
  };
};

const describeEnvironments: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  return {
    action: "DescribeServiceEnvironmentList",
    parameters: { ServiceId: id },
    expected: service === undefined ? notFound.service : "ok",
    onSuccess(reply) {
      const names = ["test", "prepub", "release"] as const;
      const versions = names.map((name) => service?.running.get(name) ?? "").toSorted();
      assert.deepEqual(reply.column("EnvironmentList", "VersionName"), versions);
    },
  };
};

export const releaseCalls: readonly Propose[] = [
  releaseService,
  releaseService,
  releaseService,
  unReleaseService,
  updateService,
  describeReleases,
  describeEnvironments,
];
