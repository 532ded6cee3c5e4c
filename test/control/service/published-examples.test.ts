import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createApi, createPlan, mockApi, release } from "../resources.ts";

test("the published service requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const published = { ServiceName: "test_https", ServiceDesc: "https", Protocol: "https" };
  const created = await client.CreateService(published);
  assertPublishedForm("CreateService", created);
  const ServiceId = present(created.ServiceId);
  assertPublishedForm("ModifyService", await client.ModifyService({ ...published, ServiceId }));
  assertPublishedForm("DeleteService", await client.DeleteService({ ServiceId }));
});

test("what is read of a service has the published members, filled or bare", async (t) => {
  const client = (await startManagement(t)).client();
  const Tags = [{ Key: "test", Value: "test" }];
  const request = { ServiceName: "s", Protocol: "http", NetTypes: ["INNER", "OUTER"], UniqVpcId: "vpc-abc" };
  const bare = present((await client.CreateService({ ServiceName: "bare", Protocol: "http" })).ServiceId);
  const filled = present((await client.CreateService({ ...request, ServiceDesc: "d", Tags })).ServiceId);
  await createApi(client, mockApi(filled, { ApiName: "a", ApiDesc: "d" }));
  await release(client, filled, "release");
  const UsagePlanIds = [await createPlan(client)];
  await client.BindEnvironment({ UsagePlanIds, BindType: "SERVICE", Environment: "test", ServiceId: filled });
  for (const ServiceId of [bare, filled]) {
    assertPublishedMembers("DescribeService", await client.DescribeService({ ServiceId }));
    const view = await client.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-guangzhou" });
    assertPublishedMembers("DescribeServiceForApiApp", view);
  }
  assertPublishedMembers("DescribeServicesStatus", await client.DescribeServicesStatus({}));
});
