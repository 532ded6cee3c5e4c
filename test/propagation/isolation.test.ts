import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, present, refused } from "../control/outcome.ts";
import { createApi, release } from "../control/resources.ts";
import { ask, createSample, secretApi, verdict } from "../harness/sample.ts";
import type { Client } from "../harness/sdk.ts";
import { startTurnpike } from "../harness/turnpike.ts";

const unknown = "401 HMAC signature cannot be verified";
const noRight = "401 HMAC apikey is invalid for API";

/** The ids an account sees in a region. */
async function visible(sdk: Client): Promise<Record<string, string[]>> {
  const services = (await sdk.DescribeServicesStatus({})).Result?.ServiceSet ?? [];
  const plans = (await sdk.DescribeUsagePlansStatus({})).Result?.UsagePlanStatusSet ?? [];
  const keys = (await sdk.DescribeApiKeysStatus({})).Result?.ApiKeySet ?? [];
  return {
    services: services.map(({ ServiceId }) => present(ServiceId)),
    plans: plans.map(({ UsagePlanId }) => present(UsagePlanId)),
    keys: keys.map(({ AccessKeyId }) => present(AccessKeyId)),
  };
}

test("two accounts in two regions make the same calls, and none sees, changes or calls what another owns", async (t) => {
  const { port, client, addAccount } = await startTurnpike(t);
  const account = await addAccount();
  const clients = [
    client({ region: "ap-guangzhou" }),
    client({ region: "ap-shanghai" }),
    client({ account, region: "ap-guangzhou" }),
    client({ account, region: "ap-shanghai" }),
  ];
  const tenants = await Promise.all(clients.map(async (sdk) => ({ sdk, sample: await createSample(sdk) })));

  for (const { sdk, sample } of tenants) {
    assert.deepEqual(await visible(sdk), {
      services: [sample.serviceId],
      plans: [sample.planId],
      keys: [sample.key.id],
    });
    assert.equal(verdict(await ask(port, sample)), "200");
    for (const { sample: other } of tenants) {
      if (other === sample) continue;
      assert.ok([unknown, noRight].includes(verdict(await ask(port, sample, { key: other.key }))));
      await meddle(sdk, other, sample);
    }
  }
  for (const { sample } of tenants) assert.equal(verdict(await ask(port, sample)), "200", "nothing was changed");
});

type Sample = Awaited<ReturnType<typeof createSample>>;

/** Everything one could try on what belongs to somebody else. */
async function meddle(sdk: Client, other: Sample, own: Sample): Promise<void> {
  const { serviceId: ServiceId, planId: UsagePlanId, key, api } = other;
  const ApiId = present(api.ApiId);
  const AccessKeyId = key.id;
  const EnvironmentName = "release";
  const noService = "ResourceNotFound.InvalidService";
  const noPlan = "ResourceNotFound.InvalidUsagePlan";
  const noKey = "ResourceNotFound.InvalidAccessKeyId";
  const noApi = "ResourceNotFound.InvalidApi";

  await refused(sdk.DescribeService({ ServiceId }), noService);
  await refused(sdk.ModifyService({ ServiceId, ServiceName: "taken" }), noService);
  await refused(sdk.DescribeApi({ ServiceId, ApiId }), noService);
  await refused(sdk.DescribeApi({ ServiceId: own.serviceId, ApiId }), noApi);
  await refused(sdk.DeleteApi({ ServiceId: own.serviceId, ApiId }), noApi);
  await refused(createApi(sdk, secretApi(ServiceId, "/mine")), noService);
  await refused(release(sdk, ServiceId), noService);
  assert.notEqual(await codeOf(sdk.UnReleaseService({ ServiceId, EnvironmentName })), "ok");
  await refused(sdk.ModifyUsagePlan({ UsagePlanId, MaxRequestNumPreSec: 1 }), noPlan);
  await refused(sdk.DescribeUsagePlan({ UsagePlanId }), noPlan);
  await refused(sdk.DescribeApiKey({ AccessKeyId }), noKey);
  await refused(sdk.DisableApiKey({ AccessKeyId }), noKey);
  await refused(sdk.UpdateApiKey({ AccessKeyId }), noKey);
  await refused(sdk.BindSecretIds({ UsagePlanId: own.planId, AccessKeyIds: [AccessKeyId] }), noKey);
  await refused(sdk.BindSecretIds({ UsagePlanId, AccessKeyIds: [own.key.id] }), noPlan);
  const bound = { BindType: "SERVICE", Environment: EnvironmentName };
  await refused(sdk.BindEnvironment({ ...bound, ServiceId, UsagePlanIds: [own.planId] }), noService);
  await refused(sdk.BindEnvironment({ ...bound, ServiceId: own.serviceId, UsagePlanIds: [UsagePlanId] }), noPlan);
  await refused(sdk.UnBindEnvironment({ ...bound, ServiceId, UsagePlanIds: [UsagePlanId] }), noService);
  assert.notEqual(
    await codeOf(sdk.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy: 1, EnvironmentNames: ["release"] })),
    "ok",
  );
}
