import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createDoc, createReleased } from "../api-doc/resources.ts";
import { createInstance } from "../exclusive-instance/resources.ts";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlugin } from "../plugin/resources.ts";
import { createPlan, createService } from "../resources.ts";
import { createUpstream } from "../upstream/resources.ts";
import { tagClient } from "./tag-client.ts";

const region = "ap-guangzhou";

function resourceName(id: string, kind = "service"): string {
  return `qcs::apigw:${region}:uin/:${kind}/${id}`;
}

function query(...ResourceIds: string[]) {
  return { ServiceType: "apigw", ResourcePrefix: "service", ResourceIds, ResourceRegion: region };
}

test("tags of a service are read with it, by any client of either product", async (t) => {
  const management = await startManagement(t);
  const tags = tagClient(management);
  const client = management.client();
  const request = { ServiceName: "s", Protocol: "http", Tags: [{ Key: "team", Value: "shop" }] };
  const { ServiceId = "" } = await client.CreateService(request);
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");
  const reply = await tags.DescribeResourceTagsByResourceIds(query(ServiceId));
  const { RequestId, ...rest } = reply;
  assert.match(present(RequestId), /^[0-9a-f-]{36}$/);
  assert.deepEqual(rest, {
    TotalCount: 1,
    Offset: 0,
    Limit: 15,
    Tags: [
      {
        TagKey: "team",
        TagValue: "shop",
        ResourceId: ServiceId,
        TagKeyMd5: md5("team"),
        TagValueMd5: md5("shop"),
        ServiceType: "apigw",
        Category: "All",
      },
    ],
  });
});

test("tags are replaced, added and deleted in one call, as Terraform does", async (t) => {
  const management = await startManagement(t);
  const tags = tagClient(management);
  const client = management.client();
  const ServiceId = await createService(client);
  const Resource = resourceName(ServiceId);
  const replace = (...pairs: [string, string][]) => pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
  await tags.ModifyResourceTags({ Resource, ReplaceTags: replace(["a", "1"], ["b", "2"]) });
  await tags.ModifyResourceTags({
    Resource,
    ReplaceTags: replace(["b", "3"], ["c", ""]),
    DeleteTags: [{ TagKey: "a" }],
  });
  await tags.ModifyResourceTags({ Resource, DeleteTags: [{ TagKey: "never there" }] });
  const { Tags } = await client.DescribeService({ ServiceId });
  assert.deepEqual(Tags, [
    { Key: "b", Value: "3" },
    { Key: "c", Value: "" },
  ]);
  const page = await tags.DescribeResourceTagsByResourceIds({ ...query(ServiceId), Offset: 1, Limit: 1 });
  assert.equal(page.TotalCount, 2);
  assert.deepEqual(
    page.Tags?.map((tag) => tag.TagKey),
    ["c"],
  );
});

test("other resources with tags have theirs as well", async (t) => {
  const management = await startManagement(t);
  const tags = tagClient(management);
  const client = management.client();
  const planId = await createPlan(client);
  const keyId = present((await client.CreateApiKey({ SecretName: "k" })).Result?.AccessKeyId);
  const ReplaceTags = [{ TagKey: "team", TagValue: "shop" }];
  const appId = present((await client.CreateApiApp({ ApiAppName: "a" })).Result?.ApiAppId);
  const upstreamId = await createUpstream(client);
  const pluginId = await createPlugin(client);
  const instanceId = await createInstance(client);
  const { ServiceId, ApiIds } = await createReleased(client);
  const docId = await createDoc(client, ServiceId, ApiIds);
  for (const [id, kind] of [
    [planId, "usagePlan"],
    [keyId, "secret"],
    [appId, "app"],
    [upstreamId, "upstream"],
    [pluginId, "plugin"],
    [instanceId, "instance"],
    [docId, "apidoc"],
  ] as const) {
    await tags.ModifyResourceTags({ Resource: resourceName(id, kind), ReplaceTags });
  }
  const { Tags } = await tags.DescribeResourceTagsByResourceIds(
    query(planId, keyId, planId, appId, upstreamId, pluginId, instanceId, docId),
  );
  assert.deepEqual(
    Tags?.map((tag) => tag.ResourceId),
    [planId, keyId, appId, upstreamId, pluginId, instanceId, docId],
  );
  const { Result } = await client.DescribeUpstreams({ Offset: 0, Limit: 1 });
  const tagged = [{ Key: "team", Value: "shop" }];
  assert.deepEqual(Result?.UpstreamSet?.[0]?.Tags, tagged);
  assert.deepEqual((await client.DescribeUsagePlan({ UsagePlanId: planId })).Result?.Tags, tagged);
  assert.deepEqual((await client.DescribeUsagePlansStatus({})).Result?.UsagePlanStatusSet?.[0]?.Tags, tagged);
  assert.deepEqual((await client.DescribeAPIDocDetail({ ApiDocId: docId })).Result?.Tags, tagged);
});

test("tags given to a new plugin are its tags", async (t) => {
  const management = await startManagement(t);
  const request = { PluginName: "my_plugin", PluginType: "IPControl", Tags: [{ Key: "team", Value: "shop" }] };
  const PluginData = JSON.stringify({ type: "black_list", blocks: "192.0.2.1" });
  const { Result } = await management.client().CreatePlugin({ ...request, PluginData });
  const { Tags } = await tagClient(management).DescribeResourceTagsByResourceIds(query(present(Result?.PluginId)));
  assert.deepEqual(
    Tags?.map(({ TagKey, TagValue }) => [TagKey, TagValue]),
    [["team", "shop"]],
  );
});

test("calls are limited per second for each action, as those of API Gateway are", async (t) => {
  const management = await startManagement(t, { actionRate: 2 });
  const tags = tagClient(management);
  const ask = () => tags.DescribeResourceTagsByResourceIds(query("service-unknown0"));
  await ask();
  await ask();
  await refused(ask(), "RequestLimitExceeded");
  const Resource = resourceName("service-unknown0");
  await refused(tags.ModifyResourceTags({ Resource, DeleteTags: [{ TagKey: "a" }] }), "ResourceNotFound");
});

test("what does not exist or is another's has no tags, and cannot be given any", async (t) => {
  const management = await startManagement(t);
  const ServiceId = await createService(management.client());
  const stranger = tagClient(management, await management.addAccount());
  const ReplaceTags = [{ TagKey: "a", TagValue: "1" }];
  await refused(stranger.ModifyResourceTags({ Resource: resourceName(ServiceId), ReplaceTags }), "ResourceNotFound");
  const tags = tagClient(management);
  await tags.ModifyResourceTags({ Resource: resourceName(ServiceId), ReplaceTags });
  assert.equal((await stranger.DescribeResourceTagsByResourceIds(query(ServiceId))).TotalCount, 0);
  assert.equal((await tags.DescribeResourceTagsByResourceIds(query("service-unknown0"))).TotalCount, 0);
  const elsewhere = { ...query(ServiceId), ResourceRegion: "ap-shanghai" };
  assert.equal((await tags.DescribeResourceTagsByResourceIds(elsewhere)).TotalCount, 0);
  const otherProduct = { ...query(ServiceId), ServiceType: "cvm" };
  assert.equal((await tags.DescribeResourceTagsByResourceIds(otherProduct)).TotalCount, 0);
});

test("a call that cannot be followed changes nothing", async (t) => {
  const management = await startManagement(t);
  const tags = tagClient(management);
  const ServiceId = await createService(management.client());
  const Resource = resourceName(ServiceId);
  const a = { TagKey: "a", TagValue: "1" };
  await refused(tags.ModifyResourceTags({ Resource, ReplaceTags: [a], DeleteTags: [a] }), "InvalidParameter");
  await refused(tags.ModifyResourceTags({ Resource: ServiceId, ReplaceTags: [a] }), "InvalidParameterValue");
  const tooLong = [{ TagKey: "a".repeat(128), TagValue: "" }];
  await refused(tags.ModifyResourceTags({ Resource, ReplaceTags: tooLong }), "InvalidParameterValue");
  const numbered = (from: number) =>
    Array.from({ length: 30 }, (_, index) => ({ TagKey: `k${from + index}`, TagValue: "" }));
  await tags.ModifyResourceTags({ Resource, ReplaceTags: numbered(0) });
  await refused(tags.ModifyResourceTags({ Resource, ReplaceTags: numbered(30) }), "LimitExceeded");
  assert.equal((await tags.DescribeResourceTagsByResourceIds(query(ServiceId))).TotalCount, 30);
  await refused(tags.request("ModifyResourceTags", { ReplaceTags: [a] }), "MissingParameter");
});

test("other actions of the product are unknown, and so are other versions", async (t) => {
  const management = await startManagement(t);
  const tags = tagClient(management);
  await refused(tags.DescribeTags({}), "InvalidAction", /service=`tag` and version=`2018-08-13`/);
  await refused(tags.request("__proto__", {}), "InvalidAction", /service=`tag`/);
});
