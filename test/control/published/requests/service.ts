import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createApi, createPlan, mockApi, release } from "../../resources.ts";

export async function callServiceActions(client: Client): Promise<void> {
  const published = { ServiceName: "test_https", ServiceDesc: "https", Protocol: "https" };
  const ServiceId = present((await client.CreateService(published)).ServiceId);
  await client.ModifyService({ ...published, ServiceId });
  await client.DeleteService({ ServiceId });

  const Tags = [{ Key: "test", Value: "test" }];
  const request = { ServiceName: "s", Protocol: "http", NetTypes: ["INNER", "OUTER"], UniqVpcId: "vpc-abc" };
  const bare = present((await client.CreateService({ ServiceName: "bare", Protocol: "http" })).ServiceId);
  const filled = present((await client.CreateService({ ...request, ServiceDesc: "d", Tags })).ServiceId);
  await createApi(client, mockApi(filled, { ApiName: "a", ApiDesc: "d" }));
  await release(client, filled, "release");
  const UsagePlanIds = [await createPlan(client)];
  await client.BindEnvironment({ UsagePlanIds, BindType: "SERVICE", Environment: "test", ServiceId: filled });
  for (const ServiceId of [bare, filled]) {
    await client.DescribeService({ ServiceId });
    await client.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-guangzhou" });
  }
  await client.DescribeServicesStatus({ Filters: [{ Name: "ServiceId", Values: [filled] }] });
}
