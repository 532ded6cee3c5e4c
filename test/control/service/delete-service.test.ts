import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, mockApi, release } from "../resources.ts";

test("a deleted service is gone from every view", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  assert.equal((await client.DeleteService({ ServiceId })).Result, true);
  await refused(client.DescribeService({ ServiceId }), "ResourceNotFound.InvalidService");
  await refused(client.DeleteService({ ServiceId }), "ResourceNotFound.InvalidService");
  assert.deepEqual((await client.DescribeServicesStatus({})).Result, { TotalCount: 0, ServiceSet: [] });
});

test("of all that holds a service back, the published order decides which is told", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const plan = { UsagePlanIds: [await createPlan(client)], BindType: "SERVICE", Environment: "test", ServiceId };
  await client.BindEnvironment(plan);
  await release(client, ServiceId, "prepub");

  const code = (name: string) => `UnsupportedOperation.${name}`;
  await refused(client.DeleteService({ ServiceId, SkipVerification: 1 }), code("ExistingOnlineEnvironment"));
  await client.UnReleaseService({ ServiceId, EnvironmentName: "prepub" });
  await refused(client.DeleteService({ ServiceId }), code("ApiListNotEmpty"));
  await client.DeleteApi({ ServiceId, ApiId });
  await refused(client.DeleteService({ ServiceId }), code("UsagePlanInUse"));
  await client.UnBindEnvironment(plan);
  assert.equal((await client.DeleteService({ ServiceId })).Result, true);
});

test("tags, strategies and history go with the service", async (t) => {
  const client = (await startManagement(t)).client();
  const request = { ServiceName: "s", Protocol: "http", Tags: [{ Key: "team", Value: "shop" }] };
  const ServiceId = present((await client.CreateService(request)).ServiceId);
  await release(client, ServiceId);
  await client.ModifyServiceEnvironmentStrategy({ ServiceId, EnvironmentNames: ["test"], Strategy: 7 });
  for (const EnvironmentName of ["test", "prepub", "release"]) {
    await client.UnReleaseService({ ServiceId, EnvironmentName });
  }
  assert.equal((await client.DeleteService({ ServiceId })).Result, true);
});

test("a service of another account or region cannot be deleted", async (t) => {
  const management = await startManagement(t);
  const ServiceId = await createService(management.client());
  const strangers = [
    management.client({ region: "ap-shanghai" }),
    management.client({ account: await management.addAccount() }),
  ];
  for (const stranger of strangers) {
    await refused(stranger.DeleteService({ ServiceId }), "ResourceNotFound.InvalidService");
    await refused(stranger.DescribeService({ ServiceId }), "ResourceNotFound.InvalidService");
    await refused(stranger.ModifyService({ ServiceId, ServiceName: "x" }), "ResourceNotFound.InvalidService");
  }
  assert.equal((await management.client().DescribeService({ ServiceId })).ServiceName, "service");
});
