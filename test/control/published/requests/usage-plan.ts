import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createService, release } from "../../resources.ts";
import { bindToApis, createApiAt, createKey } from "../../usage-plan/resources.ts";

export async function callUsagePlanActions(client: Client): Promise<void> {
  const bare = await client.CreateUsagePlan({ UsagePlanName: "auto_CreateAndUpdateUsageplan_Test_yu2hLs4d" });
  const bareId = present(bare.Result?.UsagePlanId);
  await client.DescribeUsagePlan({ UsagePlanId: bareId });
  await client.ModifyUsagePlan({ UsagePlanId: bareId });
  await client.ModifyUsagePlan({ UsagePlanId: bareId, UsagePlanDesc: "" });
  await client.DescribeUsagePlansStatus({});
  await client.DeleteUsagePlan({ UsagePlanId: bareId });

  const ServiceId = await createService(client);
  const ApiIds = [await createApiAt(client, ServiceId, "/users")];
  const AccessKeyIds = [await createKey(client)];
  const plan = await client.CreateUsagePlan({ UsagePlanName: "aaa", UsagePlanDesc: "xby" });
  const UsagePlanId = present(plan.Result?.UsagePlanId);
  await client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  await client.DescribeUsagePlanSecretIds({ UsagePlanId });
  await client.UnBindSecretIds({ UsagePlanId, AccessKeyIds });

  const at = { UsagePlanIds: [UsagePlanId], BindType: "SERVICE", Environment: "test", ServiceId };
  await client.BindEnvironment(at);
  await client.DescribeServiceUsagePlan({ ServiceId });
  await client.UnBindEnvironment(at);
  await bindToApis(client, [UsagePlanId], ServiceId, ApiIds);
  await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API" });
  await client.DescribeApiUsagePlan({ ServiceId });
  await client.UnBindEnvironment({ ...at, BindType: "API", ApiIds });

  await client.BindEnvironment(at);
  await release(client, ServiceId, "test");
  await client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment: "test" });
}

export async function callApiKeyActions(client: Client): Promise<void> {
  const AccessKeyId = await createKey(client);
  await client.DescribeApiKey({ AccessKeyId });
  await client.DescribeApiKeysStatus({});
  await client.UpdateApiKey({ AccessKeyId });
  await client.DisableApiKey({ AccessKeyId });
  await client.EnableApiKey({ AccessKeyId });
  await client.DisableApiKey({ AccessKeyId });
  await client.DeleteApiKey({ AccessKeyId });
}
