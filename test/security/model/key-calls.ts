import assert from "node:assert/strict";
import { firstOf, formatError, notFound, type Propose } from "./call.ts";
import type { Tenant } from "./tenant.ts";
import { limits, type World } from "./world.ts";

const unsupported = "UnsupportedOperation";

function aKey(tenant: Tenant, world: World) {
  const id = world.id("AKID", tenant.keys.keys());
  return { id, key: tenant.keys.get(id) };
}

const createKey: Propose = (tenant, world) => {
  const isManual = world.random.onceIn(3);
  // Few names, so that they meet those of other accounts and regions.
  const AccessKeyId = world.random.pick("AKIDmanual1", "AKIDmanual2", "AKIDmanual3");
  const secret = world.random.onceIn(6) ? "short" : "long-enough-secret";
  const isTaken = world.tenants.some(({ keys }) => keys.has(AccessKeyId));
  const pair = { AccessKeyType: "manual", AccessKeyId, AccessKeySecret: secret };
  return {
    action: "CreateApiKey",
    parameters: { SecretName: "key", ...(isManual ? pair : {}) },
    expected: firstOf(
      [isManual && secret === "short", formatError],
      [tenant.keys.size >= limits.keys, "LimitExceeded.ApiKeyCountLimitExceeded"],
      [isManual && isTaken, "FailedOperation.AccessKeyExist"],
    ),
    onSuccess(reply) {
      const id = reply.text("AccessKeyId");
      tenant.keys.set(id, { isManual, isEnabled: true });
      world.saw("AKID", id);
    },
  };
};

const updateKey: Propose = (tenant, world) => {
  const { id, key } = aKey(tenant, world);
  const hasSecret = world.random.onceIn(2);
  return {
    action: "UpdateApiKey",
    parameters: { AccessKeyId: id, ...(hasSecret && { AccessKeySecret: "another-secret" }) },
    expected: firstOf(
      [key === undefined, notFound.key],
      [key?.isManual === true && !hasSecret, formatError],
      [key?.isEnabled !== true, `${unsupported}.UnsupportedUpdateApiKey`],
    ),
  };
};

const switchKey: Propose = (tenant, world) => {
  const { id, key } = aKey(tenant, world);
  const isEnabled = world.random.onceIn(2);
  return {
    action: isEnabled ? "EnableApiKey" : "DisableApiKey",
    parameters: { AccessKeyId: id },
    expected: firstOf(
      [key === undefined, notFound.key],
      [key?.isEnabled === isEnabled, `${unsupported}.UnsupportedUpdateApiKey`],
    ),
    onSuccess: () => key && tenant.keys.set(id, { ...key, isEnabled }),
  };
};

const deleteKey: Propose = (tenant, world) => {
  const { id, key } = aKey(tenant, world);
  return {
    action: "DeleteApiKey",
    parameters: { AccessKeyId: id },
    expected: firstOf(
      [key === undefined, notFound.key],
      [key?.isEnabled === true, `${unsupported}.InvalidStatus`],
      [plansOf(tenant, id).length > 0, `${unsupported}.ResourceIsInUse`],
    ),
    onSuccess: () => tenant.keys.delete(id),
  };
};

export function plansOf(tenant: Tenant, keyId: string): readonly string[] {
  return [...tenant.plans].filter(([, keys]) => keys.has(keyId)).map(([planId]) => planId);
}

const describeKey: Propose = (tenant, world) => {
  const { id, key } = aKey(tenant, world);
  return {
    action: "DescribeApiKey",
    parameters: { AccessKeyId: id },
    expected: key === undefined ? notFound.key : "ok",
    onSuccess: (reply) => assert.equal(reply.get("Status"), key?.isEnabled ? 1 : 0),
  };
};

export const keyCalls: readonly Propose[] = [
  createKey,
  createKey,
  updateKey,
  switchKey,
  switchKey,
  deleteKey,
  describeKey,
];
