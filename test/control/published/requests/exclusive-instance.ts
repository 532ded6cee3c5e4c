import { createInstance } from "../../exclusive-instance/resources.ts";
import type { Client } from "../../management.ts";

export async function callExclusiveInstanceActions(client: Client): Promise<void> {
  const InstanceId = await createInstance(client, {
    PayMode: "PREPAID",
    Period: 1,
    AutoRenewFlag: "NOTIFY_AND_MANUAL_RENEW",
  });
  const page = { Limit: 10, Offset: 0 };
  await client.DescribeExclusiveInstanceDetail({ InstanceId });
  await client.DescribeExclusiveInstancesStatus(page);
  await client.DescribeExclusiveInstances(page);
  await client.ModifyExclusiveInstance({ InstanceId });
  await client.DescribeExclusiveInstanceRegions();
  await client.DescribeInstancesNetworkConfig({});
}
