import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createReleased } from "../plugin/resources.ts";
import { createService } from "../resources.ts";
import { createStrategy } from "./resources.ts";

test("a strategy keeps its list as it was written: addresses and blocks, one a line", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const strategy = { ServiceId, StrategyName: "list", StrategyType: "WHITE" };
  for (const StrategyData of ["1.1.1.1\n2.2.2.0/24", "1.1.1.1\\n2.2.2.2", "2001:db8::/32", "1.1.1.1"]) {
    const { Result } = await client.CreateIPStrategy({ ...strategy, StrategyData });
    assert.equal(Result?.StrategyData, StrategyData);
    assert.match(present(Result?.StrategyId), /^IPStrategy-[a-z0-9]{8}$/);
    assert.deepEqual([Result?.BindApiTotalCount, Result?.BindApis], [null, null]);
  }
  for (const StrategyData of ["", "\n", "1.1.1", "1.1.1.1/33", "1.1.1.1, 2.2.2.2"]) {
    const call = client.CreateIPStrategy({ ...strategy, StrategyData });
    await refused(call, "InvalidParameter.FormatError", /StrategyData/);
  }
  const grey = { ...strategy, StrategyType: "GREY", StrategyData: "1.1.1.1" };
  await refused(client.CreateIPStrategy(grey), "InvalidParameter.FormatError");
});

test("only the list of a strategy changes", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const StrategyId = await createStrategy(client, ServiceId);
  assert.equal((await client.ModifyIPStrategy({ ServiceId, StrategyId, StrategyData: "3.3.3.3" })).Result, true);
  const { Result } = await client.DescribeIPStrategy({ ServiceId, StrategyId });
  assert.deepEqual([Result?.StrategyName, Result?.StrategyType, Result?.StrategyData], ["list", "BLACK", "3.3.3.3"]);
  const broken = client.ModifyIPStrategy({ ServiceId, StrategyId, StrategyData: "x" });
  await refused(broken, "InvalidParameter.FormatError");
});

test("other strategies of the service stay as they are", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const [one, other] = [await createStrategy(client, ServiceId), await createStrategy(client, ServiceId, "other")];
  const lists = async () => {
    const { Result } = await client.DescribeIPStrategysStatus({ ServiceId });
    return Result?.StrategySet?.map((strategy) => [strategy.StrategyId, strategy.StrategyData]);
  };
  await client.ModifyIPStrategy({ ServiceId, StrategyId: one, StrategyData: "3.3.3.3" });
  assert.deepEqual(await lists(), [
    [other, "192.0.2.1"],
    [one, "3.3.3.3"],
  ]);
  await client.DeleteIPStrategy({ ServiceId, StrategyId: one });
  assert.deepEqual(await lists(), [[other, "192.0.2.1"]]);
});

test("a strategy belongs to one service of one account", async (t) => {
  const management = await startManagement(t);
  const client = management.client();
  const ServiceId = await createService(client);
  const StrategyId = await createStrategy(client, ServiceId);
  const otherService = { ServiceId: await createService(client), StrategyId };
  await refused(client.DescribeIPStrategy(otherService), "ResourceNotFound.InvalidIPStrategy");
  const stranger = management.client({ account: await management.addAccount() });
  await refused(stranger.DeleteIPStrategy({ ServiceId, StrategyId }), "ResourceNotFound.InvalidIPStrategy");
});

test("a service has a limited number of strategies", async (t) => {
  const client = (await startManagement(t, { quotas: { ipStrategiesPerService: 1 } })).client();
  const ServiceId = await createService(client);
  await createStrategy(client, ServiceId);
  await refused(createStrategy(client, ServiceId), "LimitExceeded.IpStrategyLimitExceeded");
});

test("a strategy is bound to all of the APIs or to none, and one API takes one in each environment", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first } = await createReleased(client, "/a", "/b");
  const StrategyId = await createStrategy(client, ServiceId);
  const place = { ServiceId, StrategyId, EnvironmentName: "release" };
  const inTest = { ...place, EnvironmentName: "test", BindApiIds: ApiIds };
  await refused(client.BindIPStrategy(inTest), "InvalidParameterValue.InvalidEnvStatus");
  const unknown = { ...place, BindApiIds: [first, "api-unknown0"] };
  await refused(client.BindIPStrategy(unknown), "ResourceNotFound.InvalidApi");
  const count = async () => (await client.DescribeIPStrategy({ ServiceId, StrategyId })).Result?.BindApiTotalCount;
  assert.equal(await count(), 0);
  for (let round = 0; round < 2; round += 1) {
    assert.equal((await client.BindIPStrategy({ ...place, BindApiIds: [first] })).Result, true);
  }
  const other = { ...place, StrategyId: await createStrategy(client, ServiceId), BindApiIds: ApiIds };
  await refused(client.BindIPStrategy(other), "UnsupportedOperation.InvalidAction", /unbind it first/);
  await client.BindIPStrategy({ ...place, BindApiIds: ApiIds });
  assert.equal(await count(), 2);
  const unbound = await client.UnBindIPStrategy({ ...place, UnBindApiIds: [first, "api-unknown0"] });
  assert.equal(unbound.Result, true);
  assert.equal(await count(), 1);
});

test("one binding is undone, and others of the API, the strategy and the service are not", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first } = await createReleased(client, "/a", "/b");
  await client.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "too" });
  const [one, other] = [await createStrategy(client, ServiceId), await createStrategy(client, ServiceId)];
  const place = { ServiceId, StrategyId: one, EnvironmentName: "release" };
  await client.BindIPStrategy({ ...place, BindApiIds: ApiIds });
  await client.BindIPStrategy({ ...place, EnvironmentName: "test", BindApiIds: [first] });
  await client.BindIPStrategy({ ...place, EnvironmentName: "test", StrategyId: other, BindApiIds: ApiIds.slice(1) });
  await client.UnBindIPStrategy({ ...place, UnBindApiIds: [first] });
  const bound = async (StrategyId: string, EnvironmentName: string) => {
    const { Result } = await client.DescribeIPStrategy({ ServiceId, StrategyId, EnvironmentName });
    return Result?.BindApis?.map((api) => api.ApiId);
  };
  assert.deepEqual(await bound(one, "release"), ApiIds.slice(1));
  assert.deepEqual(await bound(one, "test"), [first]);
  // A strategy that is not the one bound takes nothing away.
  await client.UnBindIPStrategy({ ...place, EnvironmentName: "test", UnBindApiIds: ApiIds.slice(1) });
  assert.deepEqual(await bound(other, "test"), ApiIds.slice(1));
});

test("a binding outlasts the release of its environment, and goes with its API", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a", "/b");
  const own = { ServiceId, StrategyId: await createStrategy(client, ServiceId) };
  await client.BindIPStrategy({ ...own, EnvironmentName: "release", BindApiIds: ApiIds });
  const bound = async () => {
    const { Result } = await client.DescribeIPStrategy(own);
    return present(Result?.BindApis).map((api) => present(api.ApiId));
  };
  await client.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  assert.deepEqual((await bound()).toSorted(), ApiIds.toSorted());
  await client.DeleteApi({ ServiceId, ApiId });
  assert.deepEqual(await bound(), ApiIds.slice(1));
});

test("a strategy is not deleted while it is bound", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client, "/a");
  const StrategyId = await createStrategy(client, ServiceId);
  const place = { ServiceId, StrategyId, EnvironmentName: "release" };
  await client.BindIPStrategy({ ...place, BindApiIds: ApiIds });
  await refused(client.DeleteIPStrategy({ ServiceId, StrategyId }), "UnsupportedOperation.ResourceAssociated");
  await client.UnBindIPStrategy({ ...place, UnBindApiIds: ApiIds });
  assert.equal((await client.DeleteIPStrategy({ ServiceId, StrategyId })).Result, true);
  await refused(client.DeleteIPStrategy({ ServiceId, StrategyId }), "ResourceNotFound.InvalidIPStrategy");
});

test("strategies are listed with their APIs, newest first, by part of their name", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds } = await createReleased(client, "/a", "/b");
  const StrategyId = await createStrategy(client, ServiceId, "partners");
  await createStrategy(client, ServiceId, "abusers");
  await client.BindIPStrategy({ ServiceId, StrategyId, EnvironmentName: "release", BindApiIds: ApiIds });
  const list = async (...names: string[]) => {
    const Filters = names.length === 0 ? [] : [{ Name: "StrategyName", Values: names }];
    const { Result } = await client.DescribeIPStrategysStatus({ ServiceId, Filters });
    assert.equal(Result?.TotalCount, Result?.StrategySet?.length);
    return present(Result?.StrategySet).map((strategy) => [strategy.StrategyName, strategy.BindApis?.length]);
  };
  const partners = ["partners", 2];
  const abusers = ["abusers", 0];
  assert.deepEqual(await list(), [abusers, partners]);
  assert.deepEqual(await list("part"), [partners]);
  assert.deepEqual(await list("part", "abuse"), [abusers, partners]);
  assert.deepEqual(await list("none"), []);
  const { Result } = await client.DescribeIPStrategy({ ServiceId, StrategyId, Offset: 1, Limit: 5 });
  assert.equal(Result?.BindApiTotalCount, 2);
  assert.equal(Result?.BindApis?.length, 1);
  const inTest = await client.DescribeIPStrategy({ ServiceId, StrategyId, EnvironmentName: "test" });
  assert.equal(inTest.Result?.BindApiTotalCount, 0);
});

test("the APIs a strategy can be bound to come with the other strategy they have", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first } = await createReleased(client, "/a", "/b", "/c");
  const StrategyId = await createStrategy(client, ServiceId);
  const other = await createStrategy(client, ServiceId, "other");
  const place = { ServiceId, EnvironmentName: "release" };
  await client.BindIPStrategy({ ...place, StrategyId, BindApiIds: [first] });
  await client.BindIPStrategy({ ...place, StrategyId: other, BindApiIds: [present(ApiIds[1])] });
  const list = async (request: object = {}) => {
    const { Result } = await client.DescribeIPStrategyApisStatus({ ...place, StrategyId, ...request });
    return present(Result?.ApiIdStatusSet).map((row) => [row.Path, row.OtherIPStrategyId, row.OtherEnvironmentName]);
  };
  const free = ["/c", "", ""];
  const taken = ["/b", other, "release"];
  assert.deepEqual(await list(), [free, taken]);
  assert.deepEqual(await list({ Limit: 1 }), [free]);
  assert.deepEqual(await list({ Filters: [{ Name: "ApiPath", Values: ["/b"] }] }), [taken]);
  assert.deepEqual(await list({ Filters: [{ Name: "ApiName", Values: ["at /c"] }] }), [free]);
  assert.deepEqual(await list({ Filters: [{ Name: "KeyWord", Values: ["AT /"] }] }), [free, taken]);
  assert.equal((await list({ EnvironmentName: "test" })).length, 3);
  await assert.rejects(list({ Filters: [{ Name: "ApiId", Values: [first] }] }), { message: /`ApiId`/ });
});
