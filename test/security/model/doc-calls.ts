import assert from "node:assert/strict";
import { firstOf, notFound, type Propose } from "./call.ts";
import { anEnvironment } from "./release-calls.ts";
import type { Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

function aSubject(tenant: Tenant, world: World) {
  const { id, service } = world.service(tenant);
  const { environment } = anEnvironment(world);
  const running = service === undefined ? new Map() : tenant.runningApis(service, environment);
  const apiIds = Array.from({ length: world.random.pick(1, 2) }, () => world.id("api", running.keys()));
  return {
    doc: { serviceId: id, environment, apiIds: [...new Set(apiIds)] },
    parameters: { ApiDocName: "doc", ServiceId: id, Environment: environment, ApiIds: apiIds },
    faults: [
      [service === undefined, notFound.service],
      [service?.running.has(environment) !== true, "FailedOperation.ServiceError"],
      [apiIds.some((apiId) => !running.has(apiId)), notFound.api],
    ] as (readonly [boolean, string])[],
  };
}

const createDoc: Propose = (tenant, world) => {
  const { doc, parameters, faults } = aSubject(tenant, world);
  return {
    action: "CreateAPIDoc",
    parameters,
    expected: firstOf(...faults, [tenant.docs.size >= limits.docs, "LimitExceeded.APIDocLimitExceeded"]),
    onSuccess(reply) {
      const id = reply.text("ApiDocId");
      tenant.docs.set(id, { ...doc, builds: 1 });
      world.saw("apidoc", id);
    },
  };
};

function aDoc(tenant: Tenant, world: World) {
  const id = world.id("apidoc", tenant.docs.keys());
  return { id, doc: tenant.docs.get(id), isMissing: !tenant.docs.has(id) };
}

const modifyDoc: Propose = (tenant, world) => {
  const { id, doc, isMissing } = aDoc(tenant, world);
  const subject = aSubject(tenant, world);
  return {
    action: "ModifyAPIDoc",
    parameters: { ApiDocId: id, ...subject.parameters },
    expected: firstOf([isMissing, notFound.doc], ...subject.faults),
    onSuccess: () => tenant.docs.set(id, { ...subject.doc, builds: (doc?.builds ?? 0) + 1 }),
  };
};

const buildDoc: Propose = (tenant, world) => {
  const { id, doc, isMissing } = aDoc(tenant, world);
  const service = tenant.services.get(doc?.serviceId ?? "");
  const running = service && doc ? tenant.runningApis(service, doc.environment) : new Map();
  const left = doc?.apiIds.filter((apiId) => running.has(apiId)) ?? [];
  return {
    action: "BuildAPIDoc",
    parameters: { ApiDocId: id },
    expected: firstOf(
      [isMissing, notFound.doc],
      [doc !== undefined && service?.running.has(doc.environment) !== true, "FailedOperation.ServiceError"],
      [left.length === 0, notFound.api],
    ),
    onSuccess: () => doc && tenant.docs.set(id, { ...doc, apiIds: left, builds: doc.builds + 1 }),
  };
};

const otherDocCalls: Propose = (tenant, world) => {
  const { id, doc, isMissing } = aDoc(tenant, world);
  const action = world.random.pick("DeleteAPIDoc", "ResetAPIDocPassword", "DescribeAPIDocDetail");
  return {
    action,
    parameters: { ApiDocId: id },
    expected: firstOf([isMissing, action === "DeleteAPIDoc" ? "ResourceNotFound" : notFound.doc]),
    onSuccess(reply) {
      if (action === "DeleteAPIDoc") tenant.docs.delete(id);
      if (action !== "DescribeAPIDocDetail") return;
      assert.deepEqual(reply.get("ApiIds"), doc?.apiIds);
      assert.equal(reply.get("ReleaseCount"), doc?.builds);
    },
  };
};

export const docCalls: readonly Propose[] = [createDoc, createDoc, modifyDoc, buildDoc, otherDocCalls];
