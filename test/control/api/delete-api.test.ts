import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, mockApi, readApi, release } from "../resources.ts";

test("a deleted API leaves the draft, and its name and place are free again", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId, { ApiName: "once" }));
  assert.equal((await client.DeleteApi({ ServiceId, ApiId })).Result, true);
  await refused(client.DescribeApi({ ServiceId, ApiId }), "ResourceNotFound.InvalidApi");
  await refused(client.DeleteApi({ ServiceId, ApiId }), "ResourceNotFound.InvalidApi");
  assert.deepEqual((await client.DescribeApisStatus({ ServiceId })).Result, { TotalCount: 0, ApiIdStatusSet: [] });
  await createApi(client, mockApi(ServiceId, { ApiName: "once" }));
});

test("an API of a released service is deleted, and the version goes on holding it", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const version = await release(client, ServiceId);
  await client.DeleteApi({ ServiceId, ApiId });
  const frozen = await management.store.read((tx) => tx.releases.frozenApis(version));
  assert.deepEqual(
    frozen.map((api) => api.id),
    [ApiId],
  );
  const emptied = await release(client, ServiceId);
  assert.deepEqual(await management.store.read((tx) => tx.releases.frozenApis(emptied)), []);
});

test("an API with plans of its own is not deleted, one whose service has plans is", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId, { AuthType: "SECRET" }));
  const plan = { UsagePlanIds: [await createPlan(client)], BindType: "API", Environment: "test", ServiceId };
  await client.BindEnvironment({ ...plan, ApiIds: [ApiId] });
  await refused(client.DeleteApi({ ServiceId, ApiId }), "FailedOperation.ApiBindEnvironmen");
  assert.equal((await readApi(client, ServiceId, ApiId)).ApiId, ApiId);
  await client.UnBindEnvironment({ ...plan, ApiIds: [ApiId] });
  await client.BindEnvironment({ ...plan, BindType: "SERVICE" });
  assert.equal((await client.DeleteApi({ ServiceId, ApiId })).Result, true);
});

test("an API is found only in its service, account and region", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const ApiId = await createApi(client, mockApi(ServiceId));
  await refused(client.DeleteApi({ ServiceId: other, ApiId }), "ResourceNotFound.InvalidApi");
  await refused(client.DeleteApi({ ServiceId: "service-unknown0", ApiId }), "ResourceNotFound.InvalidService");
  const stranger = management.client({ account: await management.addAccount() });
  await refused(stranger.DeleteApi({ ServiceId, ApiId }), "ResourceNotFound.InvalidService");
  assert.equal(present((await client.DescribeApisStatus({ ServiceId })).Result).TotalCount, 1);
});
