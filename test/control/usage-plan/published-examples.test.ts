import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { createService } from "../resources.ts";
import { bindToApis, createApiAt, createKey } from "./resources.ts";

// Limits are always numbers: a newer example shows -1, and clients take null for a change. The name of the service is
// known, so it is told.
const filled = ["MaxRequestNum", "MaxRequestNumPreSec", "ServiceName"];

test("replies about a plan have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const created = await client.CreateUsagePlan({ UsagePlanName: "auto_CreateAndUpdateUsageplan_Test_yu2hLs4d" });
  const UsagePlanId = present(created.Result?.UsagePlanId);
  assertPublishedForm("CreateUsagePlan", created, filled);
  assertPublishedForm("DescribeUsagePlan", await client.DescribeUsagePlan({ UsagePlanId }), filled);
  assertPublishedForm("ModifyUsagePlan", await client.ModifyUsagePlan({ UsagePlanId }), filled);
  await client.ModifyUsagePlan({ UsagePlanId, UsagePlanDesc: "" });
  assertPublishedForm("DescribeUsagePlansStatus", await client.DescribeUsagePlansStatus({}), filled);
  assertPublishedForm("DeleteUsagePlan", await client.DeleteUsagePlan({ UsagePlanId }));
});

test("replies about what a plan holds have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiIds = [await createApiAt(client, ServiceId, "/users")];
  const AccessKeyIds = [await createKey(client)];
  const plan = await client.CreateUsagePlan({ UsagePlanName: "aaa", UsagePlanDesc: "xby" });
  const UsagePlanId = present(plan.Result?.UsagePlanId);

  assertPublishedForm("BindSecretIds", await client.BindSecretIds({ UsagePlanId, AccessKeyIds }));
  assertPublishedForm("DescribeUsagePlanSecretIds", await client.DescribeUsagePlanSecretIds({ UsagePlanId }));
  assertPublishedForm("UnBindSecretIds", await client.UnBindSecretIds({ UsagePlanId, AccessKeyIds }));

  const at = { UsagePlanIds: [UsagePlanId], BindType: "SERVICE", Environment: "test", ServiceId };
  assertPublishedForm("BindEnvironment", await client.BindEnvironment(at));
  assertPublishedForm("DescribeServiceUsagePlan", await client.DescribeServiceUsagePlan({ ServiceId }), filled);
  assertPublishedForm("UnBindEnvironment", await client.UnBindEnvironment(at));

  await bindToApis(client, [UsagePlanId], ServiceId, ApiIds);
  const environments = await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType: "API" });
  assertPublishedForm("DescribeUsagePlanEnvironments", environments, filled);
  assertPublishedForm("DescribeApiUsagePlan", await client.DescribeApiUsagePlan({ ServiceId }), filled);
  await client.UnBindEnvironment({ ...at, BindType: "API", ApiIds });

  await client.BindEnvironment(at);
  await client.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "first" });
  const demoted = await client.DemoteServiceUsagePlan({ UsagePlanId, ServiceId, Environment: "test" });
  assertPublishedForm("DemoteServiceUsagePlan", demoted);
});
