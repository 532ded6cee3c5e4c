import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, createService, mockApi, readApi, release } from "../resources.ts";

async function runningVersion(client: Client, ServiceId: string, name: string) {
  const { Result } = await client.DescribeServiceEnvironmentList({ ServiceId });
  return present(Result?.EnvironmentList).find((environment) => environment.EnvironmentName === name)?.VersionName;
}

async function history(client: Client, ServiceId: string, EnvironmentName: string) {
  const { Result } = await client.DescribeServiceEnvironmentReleaseHistory({ ServiceId, EnvironmentName });
  return present(Result?.VersionList).map((entry) => [entry.VersionName, entry.VersionDesc]);
}

test("an environment is switched back and forth, and the history tells what ran when", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiId = await createApi(client, mockApi(ServiceId));
  const old = await release(client, ServiceId, "test");
  const change = { ServiceType: "MOCK", RequestConfig: { Path: "/mock", Method: "GET" } };
  await client.ModifyApi({ ...change, ServiceId, ApiId, ServiceMockReturnMessage: "draft" });
  const young = await release(client, ServiceId, "test");

  const update = { ServiceId, EnvironmentName: "test", VersionName: old };
  assert.equal((await client.UpdateService({ ...update, UpdateDesc: "roll back" })).Result, true);
  assert.equal(await runningVersion(client, ServiceId, "test"), old);
  await client.UpdateService({ ...update, VersionName: ` ${young}\n` });
  assert.equal(await runningVersion(client, ServiceId, "test"), young);

  assert.deepEqual(await history(client, ServiceId, "test"), [
    [young, null],
    [old, "roll back"],
    [young, "to test"],
    [old, "to test"],
  ]);
  assert.equal((await readApi(client, ServiceId, ApiId)).ServiceMockReturnMessage, "draft");
  assert.equal((await client.DescribeServiceReleaseVersion({ ServiceId })).Result?.TotalCount, 2);
});

test("a version made for one environment can run in another", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  await release(client, ServiceId, "release");
  const tested = await release(client, ServiceId, "test");
  await client.UpdateService({ ServiceId, EnvironmentName: "release", VersionName: tested });
  assert.equal(await runningVersion(client, ServiceId, "release"), tested);
  assert.equal(await runningVersion(client, ServiceId, "test"), tested);
});

test("what does not exist, and an environment that is offline, are refused and change nothing", async (t) => {
  const client = (await startManagement(t)).client();
  const [ServiceId, other] = [await createService(client), await createService(client)];
  const version = await release(client, ServiceId, "test");
  const foreign = await release(client, other, "test");
  const update = (change: object) =>
    client.UpdateService({ ServiceId, EnvironmentName: "test", VersionName: version, ...change });
  await refused(update({ ServiceId: "service-unknown0" }), "ResourceNotFound", /service-unknown0/);
  await refused(update({ VersionName: "20200101000000" }), "ResourceNotFound", /20200101000000/);
  await refused(update({ VersionName: foreign }), "ResourceNotFound");
  await refused(update({ EnvironmentName: "prepub" }), "FailedOperation.ServiceError", /prepub/);
  await refused(update({ EnvironmentName: "production" }), "InvalidParameter.FormatError");
  assert.equal(await runningVersion(client, ServiceId, "test"), version);
  assert.equal(await runningVersion(client, ServiceId, "prepub"), "");
  assert.equal((await history(client, ServiceId, "test")).length, 1);
});
