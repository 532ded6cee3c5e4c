import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp, createAppApi } from "../api-app/resources.ts";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createPlan, createService, mockApi, release } from "../resources.ts";
import { bindToService } from "../usage-plan/resources.ts";

// FailedOperation.ServiceInOperation, TaskAlreadyExist and LimitExceeded.RequestLimitExceeded do not occur: calls that
// write run one after the other, and none waits for a task of another system.

test("a release freezes every draft under a name made of its UTC second and a UUID", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const second = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/2", Method: "GET" } }));
  const request = { ServiceId, EnvironmentName: "test", ReleaseDesc: "first", ApiIds: [ApiId] };
  const { Result } = await client.ReleaseService(request);
  assert.equal(Result?.ReleaseDesc, "first");
  const version = present(Result?.ReleaseVersion);
  assert.match(version, /^\d{14}[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const releasedAt = new Date(management.now()).toISOString().slice(0, 19).replaceAll(/[-T:]/g, "");
  assert.equal(version.slice(0, 14), releasedAt);

  const change = { ServiceType: "MOCK", RequestConfig: { Path: "/mock", Method: "GET" } };
  await client.ModifyApi({ ...change, ServiceId, ApiId, ServiceMockReturnMessage: "changed" });
  const frozen = await management.store.read((tx) => tx.releases.frozenApis(version));
  // ApiIds is reserved: the unit of release is the service.
  assert.deepEqual(frozen.map((api) => api.id).toSorted(), [ApiId, second].toSorted());
  const [first] = frozen.filter((api) => api.id === ApiId);
  assert.deepEqual(first?.definition.backend, { type: "MOCK", body: "hello" });
});

test("a service without APIs can be released", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const version = await release(client, ServiceId);
  assert.deepEqual(await management.store.read((tx) => tx.releases.frozenApis(version)), []);
  assert.deepEqual((await client.DescribeService({ ServiceId })).AvailableEnvironments, ["release"]);
});

test("taking an environment offline keeps the others, and succeeds however often it is asked", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await release(client, ServiceId, "test");
  await release(client, ServiceId, "release");
  const offline = { ServiceId, EnvironmentName: "test" };
  for (let round = 0; round < 2; round += 1) assert.equal((await client.UnReleaseService(offline)).Result, true);
  assert.equal((await client.UnReleaseService({ ServiceId, EnvironmentName: "prepub" })).Result, true);
  assert.deepEqual((await client.DescribeService({ ServiceId })).AvailableEnvironments, ["release"]);
  const history = await client.DescribeServiceEnvironmentReleaseHistory({ ServiceId });
  assert.equal(history.Result?.TotalCount, 2);
});

test("bindings and throttles outlast the release of their environment", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const UsagePlanId = await createPlan(client);
  const { id: ApiAppId } = await createApp(client);
  await bindToService(client, [UsagePlanId], ServiceId, "test");
  await client.BindApiApp({ ApiAppId, ServiceId, ApiId, Environment: "test" });
  await client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy: 7, EnvironmentNames: ["test"] });
  await client.ModifyApiEnvironmentStrategy({ ServiceId, Strategy: 3, EnvironmentName: "test", ApiIds: [ApiId] });
  const kept = async () => ({
    plans: (await client.DescribeServiceUsagePlan({ ServiceId })).Result?.TotalCount,
    apps: (await client.DescribeApiAppBindApisStatus({ ApiAppId })).Result?.TotalCount,
    service: (await client.DescribeServiceEnvironmentStrategy({ ServiceId })).Result?.EnvironmentList?.[0]?.Strategy,
    api: (await client.DescribeApiEnvironmentStrategy({ ServiceId })).Result?.ApiEnvironmentStrategySet?.[0]
      ?.EnvironmentStrategySet?.[0]?.Quota,
  });
  const asBound = { plans: 1, apps: 1, service: 7, api: 3 };
  assert.deepEqual(await kept(), asBound);
  await release(client, ServiceId, "test");
  assert.deepEqual(await kept(), asBound);
  await client.UnReleaseService({ ServiceId, EnvironmentName: "test" });
  assert.deepEqual(await kept(), asBound);
});

test("an unknown service or environment, or a missing description, releases nothing", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const publish = (change: object) =>
    client.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "x", ...change });
  await refused(publish({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService", /service-unknown0/);
  await refused(publish({ EnvironmentName: "production" }), "InvalidParameter.FormatError", /production/);
  await refused(publish({ ReleaseDesc: null }), "MissingParameter", /ReleaseDesc/);
  await refused(publish({ ReleaseDesc: "x".repeat(201) }), "InvalidParameter.FormatError", /ReleaseDesc/);
  const offline = (change: object) => client.UnReleaseService({ ServiceId, EnvironmentName: "test", ...change });
  await refused(offline({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService");
  await refused(offline({ EnvironmentName: "production" }), "InvalidParameter.FormatError");
  const stranger = management.client({ account: await management.addAccount() });
  const foreign = stranger.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "x" });
  await refused(foreign, "ResourceNotFound.InvalidService");
  assert.equal((await client.DescribeServiceReleaseVersion({ ServiceId })).Result?.TotalCount, 0);
  assert.deepEqual((await client.DescribeService({ ServiceId })).AvailableEnvironments, []);
});
