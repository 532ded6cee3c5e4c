import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService, release } from "../resources.ts";

test("a service always has its three environments, in order and with their URLs", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const version = await release(client, ServiceId, "prepub");
  const CreateTime = present((await client.DescribeService({ ServiceId })).CreatedTime);
  const domain = `${ServiceId}-1251006373.gz.apigw.localhost`;
  const { Result } = await client.DescribeServiceEnvironmentList({ ServiceId });
  assert.deepEqual(Result, {
    TotalCount: 3,
    EnvironmentList: [
      { EnvironmentName: "test", Url: `${domain}/test`, Status: 0, VersionName: "", CreateTime },
      { EnvironmentName: "prepub", Url: `${domain}/prepub`, Status: 1, VersionName: version, CreateTime },
      { EnvironmentName: "release", Url: `${domain}/release`, Status: 0, VersionName: "", CreateTime },
    ],
  });
  const page = await client.DescribeServiceEnvironmentList({ ServiceId, Offset: 1, Limit: 1 });
  assert.equal(page.Result?.TotalCount, 3);
  assert.deepEqual(
    page.Result?.EnvironmentList?.map((environment) => environment.EnvironmentName),
    ["prepub"],
  );
});

test("the history of one environment or of all comes newest first", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const first = await release(client, ServiceId, "test");
  const second = await release(client, ServiceId, "release");
  const third = await release(client, ServiceId, "test");
  const history = async (request: object) => {
    const { Result } = await client.DescribeServiceEnvironmentReleaseHistory({ ServiceId, ...request });
    return { total: Result?.TotalCount, versions: present(Result?.VersionList).map((entry) => entry.VersionName) };
  };
  assert.deepEqual(await history({}), { total: 3, versions: [third, second, first] });
  assert.deepEqual(await history({ EnvironmentName: "test" }), { total: 2, versions: [third, first] });
  assert.deepEqual(await history({ EnvironmentName: "prepub" }), { total: 0, versions: [] });
  assert.deepEqual(await history({ Offset: 1, Limit: 1 }), { total: 3, versions: [second] });
  const { Result } = await client.DescribeServiceEnvironmentReleaseHistory({ ServiceId });
  assert.equal(Result?.VersionList?.[0]?.VersionDesc, "to test");
  assert.match(present(Result?.VersionList?.[0]?.ReleaseTime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test("versions come newest first and stay when nothing runs them", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const first = await release(client, ServiceId, "test");
  const second = await release(client, ServiceId, "test");
  await client.UnReleaseService({ ServiceId, EnvironmentName: "test" });
  const { Result } = await client.DescribeServiceReleaseVersion({ ServiceId });
  assert.deepEqual(Result, {
    TotalCount: 2,
    VersionList: [
      { VersionName: second, VersionDesc: "to test" },
      { VersionName: first, VersionDesc: "to test" },
    ],
  });
  const page = await client.DescribeServiceReleaseVersion({ ServiceId, Offset: 1, Limit: 5 });
  assert.deepEqual(page.Result, { TotalCount: 2, VersionList: [{ VersionName: first, VersionDesc: "to test" }] });
});

test("an unknown service and an unsound page are refused", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const reads = [
    (request: { ServiceId: string }) => client.DescribeServiceEnvironmentList(request),
    (request: { ServiceId: string }) => client.DescribeServiceEnvironmentReleaseHistory(request),
    (request: { ServiceId: string }) => client.DescribeServiceReleaseVersion(request),
  ];
  for (const read of reads) {
    await refused(read({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService", /service-unknown0/);
    await refused(read({ ServiceId, ...{ Limit: 101 } }), "InvalidParameter.FormatError", /Limit/);
    await refused(read({ ServiceId, ...{ Offset: -1 } }), "InvalidParameter.FormatError", /Offset/);
  }
  const badName = client.DescribeServiceEnvironmentReleaseHistory({ ServiceId, EnvironmentName: "production" });
  await refused(badName, "InvalidParameter.FormatError", /production/);
});
