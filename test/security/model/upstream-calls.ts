import assert from "node:assert/strict";
import { firstOf, type Propose } from "./call.ts";
import { environments, type Tenant } from "./tenant.ts";

const sound = { Scheme: "HTTP", Algorithm: "ROUND-ROBIN", UniqVpcId: "vpc-1" };

const createUpstream: Propose = (tenant, world) => {
  const fault = world.random.pick("none", "none", "none", "scheme", "port");
  const Port = fault === "port" ? 0 : 8080;
  return {
    action: "CreateUpstream",
    parameters: {
      ...sound,
      Scheme: fault === "scheme" ? "FTP" : "HTTP",
      Nodes: [{ Host: "127.0.0.1", Port, Weight: 10 }],
    },
    expected: firstOf(
      [fault === "scheme", "InvalidParameterValue.NotInOptions"],
      [fault === "port", "InvalidParameterValue.RangeExceeded"],
    ),
    onSuccess(reply) {
      const id = reply.text("UpstreamId");
      tenant.upstreams.add(id);
      world.saw("upstream", id);
    },
  };
};

const modifyUpstream: Propose = (tenant, world) => {
  const id = world.id("upstream", tenant.upstreams);
  return {
    action: "ModifyUpstream",
    parameters: { UpstreamId: id, Retries: world.random.below(5) },
    expected: tenant.upstreams.has(id) ? "ok" : "InvalidParameterValue.InvalidUpstream",
  };
};

/** APIs that send their calls there, by their draft or in a version that runs. */
function usesOf(tenant: Tenant, id: string): ReadonlySet<string> {
  const uses = [...tenant.services.values()].flatMap((service) =>
    [service.apis, ...environments.map((environment) => tenant.runningApis(service, environment))].flatMap((apis) =>
      [...apis.values()].filter(({ upstreamId }) => upstreamId === id).map((api) => api.id),
    ),
  );
  return new Set(uses);
}

const deleteUpstream: Propose = (tenant, world) => {
  const id = world.id("upstream", tenant.upstreams);
  return {
    action: "DeleteUpstream",
    parameters: { UpstreamId: id },
    expected: firstOf(
      [!tenant.upstreams.has(id), "ResourceNotFound"],
      [usesOf(tenant, id).size > 0, "UnsupportedOperation.UnsupportedDeleteUpstream"],
    ),
    onSuccess: () => tenant.upstreams.delete(id),
  };
};

const describeUses: Propose = (tenant, world) => {
  const id = world.id("upstream", tenant.upstreams);
  return {
    action: "DescribeUpstreamBindApis",
    parameters: { UpstreamId: id, Limit: 100, Offset: 0 },
    expected: tenant.upstreams.has(id) ? "ok" : "ResourceNotFound",
    onSuccess: (reply) => assert.deepEqual(reply.column("BindApiSet", "ApiId"), [...usesOf(tenant, id)].toSorted()),
  };
};

export const upstreamCalls: readonly Propose[] = [createUpstream, modifyUpstream, deleteUpstream, describeUses];
