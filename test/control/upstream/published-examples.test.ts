import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createApi, createService } from "../resources.ts";
import { apiOn, healthChecker } from "./resources.ts";

test("the published upstream requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
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
    Nodes: [{ VmInstanceId: "ins-saadas", Host: "127.0.0.1", Port: 80, Weight: 100 }],
  });
  assertPublishedForm("CreateUpstream", created);
  const UpstreamId = present(created.UpstreamId);
  const change = { Retries: 4, UpstreamName: "test", UpstreamHost: "www.a.com", UpstreamDescription: "test" };
  await client.ModifyUpstream({ UpstreamId, HealthChecker: healthChecker });
  assertPublishedForm("ModifyUpstream", await client.ModifyUpstream({ UpstreamId, ...change }));
  // The examples show headers without members.
  const headers = ["Name", "Value"];
  assertPublishedMembers("DescribeUpstreams", await client.DescribeUpstreams({ Limit: 1, Offset: 0 }), headers);
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, apiOn(ServiceId, UpstreamId));
  const uses = await client.DescribeUpstreamBindApis({ UpstreamId, Limit: 1, Offset: 0 });
  assertPublishedMembers("DescribeUpstreamBindApis", uses);
  await client.DeleteApi({ ServiceId, ApiId });
  assertPublishedForm("DeleteUpstream", await client.DeleteUpstream({ UpstreamId }));
});
