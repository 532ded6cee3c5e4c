import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createApi, createService } from "../../resources.ts";
import { apiOn, healthChecker } from "../../upstream/resources.ts";

export async function callUpstreamActions(client: Client): Promise<void> {
  const created = await client.CreateUpstream({
    Retries: 1,
    UpstreamName: "test",
    Algorithm: "ROUND_ROBIN",
    UniqVpcId: "vpc-sadada",
    UpstreamType: "IP_PORT",
    UpstreamHost: "www.a.com",
    UpstreamDescription: "test",
    // Published as instance-HTTP, which is none of the published schemes.
    Scheme: "HTTP",
    Tags: [{ Key: "team", Value: "shop" }],
    Nodes: [{ VmInstanceId: "ins-saadas", Host: "127.0.0.1", Port: 80, Weight: 100, Tags: ["old"] }],
  });
  const UpstreamId = present(created.UpstreamId);
  // The SDK knows no members of these headers.
  const ActiveRequestHeader = [{ Name: "X-Probe", Value: "1" }] as unknown as null[];
  await client.ModifyUpstream({ UpstreamId, HealthChecker: { ...healthChecker, ActiveRequestHeader } });
  const change = { Retries: 4, UpstreamName: "test", UpstreamHost: "www.a.com", UpstreamDescription: "test" };
  await client.ModifyUpstream({ UpstreamId, ...change });
  await client.DescribeUpstreams({ Limit: 1, Offset: 0 });
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, apiOn(ServiceId, UpstreamId));
  await client.DescribeUpstreamBindApis({ UpstreamId, Limit: 1, Offset: 0 });
  await client.DeleteApi({ ServiceId, ApiId });
  await client.DeleteUpstream({ UpstreamId });
}
