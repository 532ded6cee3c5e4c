import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createService, release } from "../resources.ts";

async function strategies(client: Client, ServiceId: string) {
  const { Result } = await client.DescribeServiceEnvironmentStrategy({ ServiceId });
  return present(Result?.EnvironmentList).map((environment) => environment.Strategy);
}

test("a new service shows the highest rate in each of its three environments", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const version = await release(client, ServiceId, "release");
  const domain = `${ServiceId}-1251006373.gz.apigw.localhost`;
  const common = { Strategy: 5000, MaxStrategy: 5000 };
  const { Result } = await client.DescribeServiceEnvironmentStrategy({ ServiceId });
  assert.deepEqual(Result, {
    TotalCount: 3,
    EnvironmentList: [
      { EnvironmentName: "test", Url: `${domain}/test`, Status: 0, VersionName: "", ...common },
      { EnvironmentName: "prepub", Url: `${domain}/prepub`, Status: 0, VersionName: "", ...common },
      { EnvironmentName: "release", Url: `${domain}/release`, Status: 1, VersionName: version, ...common },
    ],
  });
});

test("a rate is set in the named environments only, released or not, and replaced", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const modify = (Strategy: number, ...EnvironmentNames: string[]) =>
    client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy, EnvironmentNames });
  assert.equal((await modify(30, "test", "release", "test")).Result, true);
  assert.deepEqual(await strategies(client, ServiceId), [30, 5000, 30]);
  await modify(-1, "release");
  await modify(5000, "test");
  await modify(1, "prepub");
  assert.deepEqual(await strategies(client, ServiceId), [5000, 1, -1]);
});

test("refused rates change nothing", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const modify = (change: object) =>
    client.ModifyServiceEnvironmentStrategy({ ServiceId, Strategy: 9, EnvironmentNames: ["test"], ...change });
  for (const Strategy of [0, -2, 5001]) {
    await refused(modify({ Strategy }), "InvalidParameterValue.RangeExceeded", /Strategy/);
  }
  const badEnvironments = "InvalidParameterValue.InvalidRequestParameters";
  await refused(modify({ EnvironmentNames: ["test", "production"] }), badEnvironments, /production/);
  await refused(modify({ EnvironmentNames: [] }), badEnvironments, /EnvironmentNames/);
  await refused(modify({ ServiceId: "service-unknown0" }), "ResourceNotFound.InvalidService");
  const stranger = management.client({ region: "ap-shanghai" });
  const foreign = { ServiceId, Strategy: 9, EnvironmentNames: ["test"] };
  await refused(stranger.ModifyServiceEnvironmentStrategy(foreign), "ResourceNotFound.InvalidService");
  await refused(stranger.DescribeServiceEnvironmentStrategy({ ServiceId }), "ResourceNotFound.InvalidService");
  assert.deepEqual(await strategies(client, ServiceId), [5000, 5000, 5000]);
});

test("an operator's own highest rate is the bound and the default", async (t) => {
  const client = (await startManagement(t, { quotas: { strategyRate: 100 } })).client();
  const ServiceId = await createService(client);
  assert.deepEqual(await strategies(client, ServiceId), [100, 100, 100]);
  const modify = { ServiceId, EnvironmentNames: ["test"] };
  const tooHigh = client.ModifyServiceEnvironmentStrategy({ ...modify, Strategy: 101 });
  await refused(tooHigh, "InvalidParameterValue.RangeExceeded", /100/);
});

test("rows are paged like any list", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const { Result } = await client.DescribeServiceEnvironmentStrategy({ ServiceId, Offset: 2, Limit: 2 });
  assert.equal(Result?.TotalCount, 3);
  assert.deepEqual(
    Result?.EnvironmentList?.map((environment) => environment.EnvironmentName),
    ["release"],
  );
  const unsound = client.DescribeServiceEnvironmentStrategy({ ServiceId, Limit: 101 });
  await refused(unsound, "InvalidParameter.FormatError", /Limit/);
});
