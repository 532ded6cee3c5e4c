import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, mockApi, release } from "../resources.ts";

test("a bare service has every member, null where there is nothing to tell", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client, "bare");
  const { RequestId, CreatedTime, ModifiedTime, ...service } = await client.DescribeService({ ServiceId });
  assert.deepEqual(service, {
    ServiceId,
    ServiceName: "bare",
    ServiceDesc: null,
    Protocol: "http",
    NetTypes: ["OUTER"],
    IpVersion: "IPv4",
    AvailableEnvironments: [],
    OuterSubDomain: `${ServiceId}-1251006373.gz.apigw.localhost`,
    InternalSubDomain: "",
    InnerHttpPort: 0,
    InnerHttpsPort: 0,
    ApiTotalCount: 0,
    ApiIdStatusSet: [],
    UsagePlanTotalCount: 0,
    UsagePlanList: [],
    UserType: null,
    SetId: null,
    Tags: [],
    InstanceId: null,
    InstanceName: null,
    SetType: null,
    DeploymentType: "DEFAULT",
    SpecialUse: "DEFAULT",
    UniqVpcId: null,
  });
  assert.equal(CreatedTime, ModifiedTime);
});

test("a service lists its environments, its APIs and the plans bound to it at service level", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId, { ApiName: "first", AuthType: "SECRET" }));
  const UsagePlanId = await createPlan(client, "gold");
  const apiPlanId = await createPlan(client, "api_level");
  for (const Environment of ["prepub", "release"]) {
    await client.BindEnvironment({ UsagePlanIds: [UsagePlanId], BindType: "SERVICE", Environment, ServiceId });
  }
  const apiLevel = { UsagePlanIds: [apiPlanId], BindType: "API", Environment: "test", ServiceId, ApiIds: [ApiId] };
  await client.BindEnvironment(apiLevel);
  await release(client, ServiceId, "release");
  await release(client, ServiceId, "test");

  const service = await client.DescribeService({ ServiceId });
  assert.deepEqual(service.AvailableEnvironments, ["test", "release"]);
  assert.equal(service.ApiTotalCount, 1);
  const [api] = present(service.ApiIdStatusSet);
  assert.equal(api?.ApiId, ApiId);
  assert.equal(api?.ApiName, "first");
  assert.equal(api?.AuthType, "SECRET");
  assert.equal(service.UsagePlanTotalCount, 2);
  const plans = present(service.UsagePlanList);
  assert.deepEqual(plans.map((plan) => [plan.UsagePlanId, plan.UsagePlanName, plan.Environment]).toSorted(), [
    [UsagePlanId, "gold", "prepub"],
    [UsagePlanId, "gold", "release"],
  ]);
  assert.equal(plans[0]?.MaxRequestNumPreSec, -1);
});

test("the view for app owners reads the service in its own region, without members of exclusive instances", async (t) => {
  const management = await startManagement(t);
  const ServiceId = await createService(management.client({ region: "ap-shanghai" }), "far");
  const client = management.client({ region: "ap-guangzhou" });
  const view = await client.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-shanghai" });
  assert.equal(view.ServiceName, "far");
  assert.equal(view.OuterSubDomain, `${ServiceId}-1251006373.sh.apigw.localhost`);
  assert.ok(!("InstanceId" in view));
  const elsewhere = client.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-guangzhou" });
  await refused(elsewhere, "ResourceNotFound.InvalidService");
  const nowhere = client.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-nowhere" });
  await refused(nowhere, "InvalidParameter.FormatError", /ApiRegion/);
  const stranger = management.client({ account: await management.addAccount() });
  const foreign = stranger.DescribeServiceForApiApp({ ServiceId, ApiRegion: "ap-shanghai" });
  await refused(foreign, "ResourceNotFound.InvalidService");
});
