import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp, createAppApi } from "../api-app/resources.ts";
import { createDoc } from "../api-doc/resources.ts";
import { createStrategy } from "../ip-strategy/resources.ts";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createPlugin } from "../plugin/resources.ts";
import { createApi, createPlan, createService, mockApi, release } from "../resources.ts";
import { domainOf } from "../sub-domain/resources.ts";
import { bindToService } from "../usage-plan/resources.ts";
import { createInstance, instance } from "./resources.ts";

test("an instance is read back as it was asked for", async (t) => {
  const client = (await startManagement(t)).client();
  const InstanceId = await createInstance(client);
  assert.match(InstanceId, /^instance-[a-z0-9]{8}$/);
  const detail = present((await client.DescribeExclusiveInstanceDetail({ InstanceId })).Result);
  assert.equal(detail.InstanceName, "shop");
  assert.equal(detail.InstanceState, "RUNNING");
  assert.equal(detail.Zone, "ap-guangzhou-3");
  assert.deepEqual(detail.Zones, instance.Zones);
  assert.deepEqual(detail.VpcConfig, instance.VpcConfig);
  assert.equal(detail.InstanceChargePrepaid, null);
});

test("a prepaid instance ends after its months", async (t) => {
  const client = (await startManagement(t)).client();
  const prepaid = { PayMode: "PREPAID", Period: 2, AutoRenewFlag: "NOTIFY_AND_AUTO_RENEW" };
  const InstanceId = await createInstance(client, prepaid);
  const detail = present((await client.DescribeExclusiveInstanceDetail({ InstanceId })).Result);
  const { RenewFlag = "", ExpiredTime = "" } = detail.InstanceChargePrepaid ?? {};
  assert.equal(RenewFlag, "NOTIFY_AND_AUTO_RENEW");
  const days = (Date.parse(ExpiredTime) - Date.parse(detail.CreatedTime ?? "")) / 86_400_000;
  assert.ok(days >= 59 && days <= 62);
  for (const Period of [1, 120]) await createInstance(client, { ...prepaid, Period });
  const faults = [{ Period: 0 }, { Period: 121 }, { Period: undefined }, { AutoRenewFlag: undefined }];
  for (const fault of faults) {
    await refused(createInstance(client, { ...prepaid, ...fault }), "InvalidParameter.FormatError", /Period/);
  }
});

test("lists are newest first and found by id and name", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const first = await createInstance(client);
  const second = await createInstance(client, { InstanceName: "other" });
  const list = async (request: object) => {
    const page = { Limit: 10, Offset: 0, ...request };
    const { Result } = await client.DescribeExclusiveInstancesStatus(page);
    assert.deepEqual((await client.DescribeExclusiveInstances(page)).Result, Result);
    return [Result?.TotalCount, ...(Result?.InstanceSet ?? []).map((item) => item.InstanceId)];
  };
  const filter = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
  assert.deepEqual(await list({}), [2, second, first]);
  assert.deepEqual(await list({ Limit: 1, Offset: 1 }), [2, first]);
  assert.deepEqual(await list(filter("InstanceId", first)), [1, first]);
  assert.deepEqual(await list(filter("InstanceName", "ho")), [1, first]);
  assert.deepEqual(await list(filter("InstanceName", "none")), [0]);
  const stranger = management.client({ account: await management.addAccount() });
  assert.equal((await stranger.DescribeExclusiveInstancesStatus({ Limit: 1, Offset: 0 })).Result?.TotalCount, 0);
  await refused(stranger.DescribeExclusiveInstanceDetail({ InstanceId: first }), "FailedOperation.InstanceNotExist");
});

test("a change keeps what is not sent, and its rates bound the throttles of services placed there", async (t) => {
  const client = (await startManagement(t)).client();
  const InstanceId = await createInstance(client);
  const Parameters = [
    { Name: "ServiceRequestNumPreSec", Value: "9000" },
    { Name: "ApiRequestNumPreSec", Value: "70" },
  ];
  const { Result } = await client.ModifyExclusiveInstance({ InstanceId, Parameters });
  assert.equal(Result?.InstanceName, "shop");
  assert.deepEqual(
    Result?.Parameters?.map(({ Name, Value }) => [Name, Value]),
    [
      ["ServiceRequestNumPreSec", 9000],
      ["ApiRequestNumPreSec", 70],
    ],
  );
  const described = { InstanceName: "other", InstanceDescription: "for others" };
  const { Result: renamed } = await client.ModifyExclusiveInstance({ InstanceId, ...described });
  assert.deepEqual(renamed, { ...Result, ...described });
  const oneRate = (Value: string) =>
    client.ModifyExclusiveInstance({ InstanceId, Parameters: [{ Name: "ApiRequestNumPreSec", Value }] });
  for (const [value, rate] of [
    ["1", 1],
    ["50000", 50_000],
    ["70", 70],
  ] as const) {
    const { Result: changed } = await oneRate(value);
    assert.deepEqual(
      changed?.Parameters?.map(({ Value }) => Value),
      [9000, rate],
    );
  }
  const request = { ServiceName: "s", Protocol: "http", InstanceId };
  const { ServiceId = "" } = await client.CreateService(request);
  const throttle = { ServiceId, EnvironmentNames: ["release"] };
  await client.ModifyServiceEnvironmentStrategy({ ...throttle, Strategy: 9000 });
  const code = "InvalidParameterValue.RangeExceeded";
  await refused(client.ModifyServiceEnvironmentStrategy({ ...throttle, Strategy: 9001 }), code);
  const ApiIds = [await createApi(client, mockApi(ServiceId))];
  const apiThrottle = { ServiceId, EnvironmentName: "release", ApiIds };
  await refused(client.ModifyApiEnvironmentStrategy({ ...apiThrottle, Strategy: 71 }), code);
  await client.ModifyApiEnvironmentStrategy({ ...apiThrottle, Strategy: 70 });
  const { Result: shown } = await client.DescribeServiceEnvironmentStrategy({ ServiceId });
  assert.equal(shown?.EnvironmentList?.[0]?.MaxStrategy, 9000);
});

test("a service is placed on an instance of its own account and region, and found by it", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const InstanceId = await createInstance(client);
  const request = { ServiceName: "s", Protocol: "http", InstanceId };
  const { ServiceId = "" } = await client.CreateService(request);
  const service = await client.DescribeService({ ServiceId });
  assert.equal(service.InstanceId, InstanceId);
  assert.equal(service.InstanceName, "shop");
  const Filters = [{ Name: "InstanceId", Values: [InstanceId] }];
  assert.equal((await client.DescribeServicesStatus({ Filters })).Result?.TotalCount, 1);
  for (const stranger of [
    management.client({ region: "ap-shanghai" }),
    management.client({ account: await management.addAccount() }),
  ]) {
    await refused(stranger.CreateService(request), "FailedOperation.InstanceNotExist");
  }
});

test("SkipVerification deletes a service on an instance with all it has, and frees what it had", async (t) => {
  const client = (await startManagement(t)).client();
  const InstanceId = await createInstance(client);
  const request = { ServiceName: "s", Protocol: "http", InstanceId };
  const { ServiceId = "" } = await client.CreateService(request);
  const open = await createApi(client, mockApi(ServiceId));
  await release(client, ServiceId);
  const UsagePlanId = await createPlan(client);
  await bindToService(client, [UsagePlanId], ServiceId);
  const { id: ApiAppId } = await createApp(client);
  const place = { ApiAppId, ServiceId, ApiId: await createAppApi(client, ServiceId), Environment: "release" };
  await client.BindApiApp(place);
  const PluginId = await createPlugin(client);
  await client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds: [open] });
  await createDoc(client, ServiceId, [open]);
  await client.BindSubDomain(await domainOf(client, ServiceId));
  await createStrategy(client, ServiceId);

  await refused(client.DeleteService({ ServiceId }), "UnsupportedOperation.ExistingOnlineEnvironment");
  assert.equal((await client.DeleteService({ ServiceId, SkipVerification: 1 })).Result, true);
  await refused(client.DescribeService({ ServiceId }), "ResourceNotFound.InvalidService");
  assert.equal((await client.DescribeAPIDocs({})).Result?.TotalCount, 0);
  assert.equal((await client.DeleteUsagePlan({ UsagePlanId })).Result, true);
  assert.equal((await client.DeleteApiApp({ ApiAppId })).Result, true);
  assert.equal((await client.DeletePlugin({ PluginId })).Result, true);
  await client.BindSubDomain(await domainOf(client, await createService(client)));
});
