import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createService } from "../resources.ts";
import { bindToService, createApiAt, createKey, createPlanWith } from "./resources.ts";

test("every code listed for an action of usage plans and keys occurs, or there is a reason", async (t) => {
  const quotas = { usagePlans: 2, apiKeys: 4, keysPerUsagePlan: 2 };
  const client = (await startManagement(t, { quotas })).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const ServiceId = await createService(client);
  const ApiId = await createApiAt(client, ServiceId, "/a");
  const shared = await createKey(client);
  const disabled = await createKey(client);
  const manual = { AccessKeyType: "manual", AccessKeyId: "my_key", AccessKeySecret: "0123456789" };
  await client.CreateApiKey({ SecretName: "own", ...manual });
  const holder = await createPlanWith(client, shared);
  const unknownService = { ServiceId: "service-unknown0" };
  const unknownPlan = { UsagePlanId: "usagePlan-unknown0" };
  const unknownPlans = { UsagePlanIds: ["usagePlan-unknown0"] };
  const unknownKey = { AccessKeyId: "AKIDunknown" };
  const badEnvironment = { Environment: "production" };
  const badPage = { Limit: 101 };
  const badFilter = { Filters: [{ Name: "Nope", Values: ["x"] }] };

  const key = { SecretName: "key" };
  await faulty("CreateApiKey", key, { SecretName: "" }, manual);
  const fresh = await createKey(client);
  await faulty("CreateApiKey", key, {});
  await faulty("DescribeApiKey", {}, unknownKey);
  await faulty("DescribeApiKeysStatus", {}, badFilter);
  await faulty("EnableApiKey", {}, unknownKey, { AccessKeyId: disabled });
  await client.DisableApiKey({ AccessKeyId: disabled });
  await faulty("DisableApiKey", {}, unknownKey, { AccessKeyId: disabled });
  await faulty("UpdateApiKey", {}, unknownKey, { AccessKeyId: manual.AccessKeyId });

  const plan = { UsagePlanName: "plan" };
  await faulty("CreateUsagePlan", plan, { MaxRequestNumPreSec: 0 }, { MaxRequestNum: 0 });
  const UsagePlanId = await createPlanWith(client, fresh);
  await faulty("CreateUsagePlan", plan, {});
  await faulty("ModifyUsagePlan", { UsagePlanId }, unknownPlan, { MaxRequestNum: 0 });
  await faulty("DescribeUsagePlan", {}, unknownPlan);
  await faulty("DescribeUsagePlansStatus", {}, badFilter);
  await faulty("DescribeUsagePlanEnvironments", { BindType: "API" }, unknownPlan);
  await faulty("DescribeUsagePlanSecretIds", {}, unknownPlan);
  await faulty("DescribeServiceUsagePlan", { ServiceId }, unknownService, badPage);
  await faulty("DescribeApiUsagePlan", { ServiceId }, unknownService, badPage);

  const atService = { UsagePlanIds: [holder], BindType: "SERVICE", ServiceId, Environment: "test" };
  const atApi = { ...atService, BindType: "API", ApiIds: [ApiId] };
  const unknownApi = { ApiIds: ["api-unknown0"] };
  await bindToService(client, [holder, UsagePlanId], ServiceId);
  await faulty("BindEnvironment", atApi, unknownService, unknownPlans, badEnvironment, { ApiIds: [] }, unknownApi, {});
  await faulty("UnBindEnvironment", atApi, unknownService, unknownPlans, badEnvironment, unknownApi, {});
  const demoted = { UsagePlanId, ServiceId, Environment: "test" };
  await faulty("DemoteServiceUsagePlan", demoted, unknownService, unknownPlan, badEnvironment, {});
  await faulty("DeleteUsagePlan", {}, unknownPlan, { UsagePlanId });

  const faultyKeys = [[], ["AKIDunknown"], [disabled], [fresh], [shared], [shared, manual.AccessKeyId]];
  const keyLists = faultyKeys.map((AccessKeyIds) => ({ AccessKeyIds }));
  await faulty("BindSecretIds", { UsagePlanId, AccessKeyIds: [shared] }, unknownPlan, ...keyLists);
  const unknownKeys = { AccessKeyIds: ["AKIDunknown"] };
  await faulty("UnBindSecretIds", { UsagePlanId, AccessKeyIds: [fresh] }, unknownPlan, unknownKeys);
  await faulty("DeleteApiKey", {}, unknownKey, { AccessKeyId: shared });
  await client.DisableApiKey({ AccessKeyId: shared });
  await faulty("DeleteApiKey", {}, { AccessKeyId: shared });

  assertListedCodes(answered);
  assert.equal(answered.size, 21);
});
