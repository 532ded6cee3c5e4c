import assert from "node:assert/strict";
import { firstOf, notFound, type Propose } from "./call.ts";
import type { ModelService, Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

type Mappings = NonNullable<ReturnType<ModelService["domains"]["get"]>>;

// Few names, so that services, accounts and regions meet on them.
const names = ["a.example.com", "b.example.com", "c.example.com"] as const;
const root = { path: "/", environment: "release" } as const;
const trial = { path: "/try", environment: "test" } as const;

/** Sets of mappings, sound or not, with what binding and changing say of them. */
const sets: readonly { mappings: Mappings; bindCode?: string }[] = [
  { mappings: [root] },
  { mappings: [root, trial] },
  { mappings: [], bindCode: "FailedOperation.DefineMappingNotNull" },
  { mappings: [root, { ...trial, path: "/" }], bindCode: "FailedOperation.DefineMappingParamRepeat" },
  { mappings: [{ ...root, path: "none" }], bindCode: "FailedOperation.DefineMappingPathError" },
];

function aSet(world: World) {
  const set = world.random.among(sets) ?? { mappings: [] };
  const wire = set.mappings.map(({ path, environment }) => ({ Path: path, Environment: environment }));
  return { ...set, wire };
}

const bindDomain: Propose = (tenant, world) => {
  const { id, service } = world.service(tenant);
  const name = world.random.pick(...names, ...names, "no domain", "x.apigw.localhost");
  const { mappings, bindCode, wire } = aSet(world);
  const IsDefaultMapping = world.random.onceIn(2);
  const isTarget = !world.random.onceIn(10);
  const Protocol = world.random.pick("http", "http", "http", "https", "ftp");
  const isForced = world.random.onceIn(8);
  const holder = world.services().find(({ domains }) => domains.has(name));
  return {
    action: "BindSubDomain",
    parameters: {
      ServiceId: id,
      SubDomain: name,
      Protocol,
      NetType: "OUTER",
      NetSubDomain: isTarget ? (service?.domain ?? "x.test") : "another.test",
      IsDefaultMapping,
      IsForcedHttps: isForced,
      PathMappingSet: wire,
    },
    expected: firstOf(
      [Protocol === "ftp", "InvalidParameterValue.InvalidProcotol"],
      [service === undefined, notFound.service],
      [name === "no domain", "FailedOperation.SubDomainFormatError"],
      [!isTarget || service?.netTypes.includes("OUTER") !== true, "FailedOperation.NetSubDomainError"],
      [holder !== undefined && holder === service, "FailedOperation.DomainAlreadyBindService"],
      [holder !== undefined, "FailedOperation.DomainAlreadyBindOtherService"],
      [name === "x.apigw.localhost", "FailedOperation.DomainInBlackList"],
      [(service?.domains.size ?? 0) >= limits.domains, "LimitExceeded.ExceededDomainLimit"],
      [!IsDefaultMapping && bindCode !== undefined, bindCode ?? ""],
      [Protocol === "https", "FailedOperation.CertificateIsNull"],
      [isForced, "UnsupportedOperation.ForceHttps"],
    ),
    onSuccess: () => service?.domains.set(name, IsDefaultMapping ? null : mappings),
  };
};

function aDomain(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const name = world.random.onceIn(6)
    ? world.random.pick(...names)
    : (world.random.among((service?.domains ?? new Map()).keys()) ?? names[0]);
  return { service, name, mappings: service?.domains.get(name), ids: { ServiceId: id, SubDomain: name } };
}

const modifyDomain: Propose = (tenant, world) => {
  const { service, name, mappings, ids } = aDomain(tenant, world);
  const IsDefaultMapping = world.random.onceIn(2);
  const next = aSet(world);
  return {
    action: "ModifySubDomain",
    parameters: { ...ids, IsDefaultMapping, PathMappingSet: next.wire },
    expected: firstOf(
      [service === undefined, notFound.service],
      [mappings === undefined, "FailedOperation.ServiceError"],
      [IsDefaultMapping && mappings === null && next.wire.length > 0, "FailedOperation.SetCustomPathMappingError"],
      [!IsDefaultMapping && next.bindCode !== undefined, "FailedOperation.PathMappingSetError"],
    ),
    onSuccess: () => service?.domains.set(name, IsDefaultMapping ? null : next.mappings),
  };
};

const unbindDomain: Propose = (tenant, world) => {
  const { service, name, mappings, ids } = aDomain(tenant, world);
  return {
    action: "UnBindSubDomain",
    parameters: ids,
    expected: firstOf(
      [service === undefined, notFound.service],
      [mappings === undefined, "FailedOperation.DomainNotBindService"],
    ),
    onSuccess: () => service?.domains.delete(name),
  };
};

const deleteMapping: Propose = (tenant, world) => {
  const { service, name, mappings, ids } = aDomain(tenant, world);
  const environment = world.random.pick("test", "release");
  const left = mappings?.filter((own) => own.environment !== environment) ?? [];
  return {
    action: "DeleteServiceSubDomainMapping",
    parameters: { ...ids, Environment: environment },
    expected: firstOf(
      [service === undefined, "FailedOperation.ServiceNotExist"],
      [!mappings || left.length === 0 || left.length === mappings.length, "FailedOperation.DeletePathMappingSetError"],
    ),
    onSuccess: () => service?.domains.set(name, left),
  };
};

const describeDomains: Propose = (tenant, world) => {
  const { service, mappings, ids } = aDomain(tenant, world);
  const isOne = world.random.onceIn(2);
  return {
    action: isOne ? "DescribeServiceSubDomainMappings" : "DescribeServiceSubDomains",
    parameters: isOne ? ids : { ServiceId: ids.ServiceId },
    expected: firstOf(
      [service === undefined, notFound.service],
      [isOne && mappings === undefined, "FailedOperation.ServiceError"],
    ),
    onSuccess(reply) {
      if (isOne) assert.equal(reply.get("IsDefaultMapping"), mappings === null);
      else {
        const bound = [...(service?.domains.keys() ?? [])];
        assert.deepEqual(reply.column("DomainSet", "DomainName"), bound.toSorted());
      }
    },
  };
};

export const domainCalls: readonly Propose[] = [
  bindDomain,
  bindDomain,
  modifyDomain,
  unbindDomain,
  deleteMapping,
  describeDomains,
];
