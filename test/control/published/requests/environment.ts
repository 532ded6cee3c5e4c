import type { Client } from "../../management.ts";
import { createApi, createService, mockApi, release } from "../../resources.ts";

/** What is done with environments: releases and throttles. */
export async function callEnvironmentActions(client: Client): Promise<void> {
  const ServiceId = await createService(client);
  const request = { ServiceId, EnvironmentName: "prepub" };
  const VersionName = await release(client, ServiceId, "prepub");
  await client.UpdateService({ ...request, VersionName, UpdateDesc: "test" });
  await client.DescribeServiceEnvironmentList({ ServiceId });
  await client.DescribeServiceEnvironmentReleaseHistory(request);
  await client.DescribeServiceReleaseVersion({ ServiceId });
  await client.UnReleaseService(request);

  const ApiIds = [await createApi(client, mockApi(ServiceId))];
  await client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy: 3, EnvironmentNames: ["test"] });
  await client.ModifyApiEnvironmentStrategy({ ServiceId, Strategy: 3, EnvironmentName: "test", ApiIds });
  await client.DescribeServiceEnvironmentStrategy({ ServiceId });
  await client.DescribeApiEnvironmentStrategy({ ServiceId, EnvironmentNames: ["test"] });
}
