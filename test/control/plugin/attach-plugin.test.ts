import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { createApi, mockApi } from "../resources.ts";
import { createPlugin, createReleased } from "./resources.ts";

test("a plugin is attached to all of the APIs or to none", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first } = await createReleased(client, "/a", "/b");
  const PluginId = await createPlugin(client);
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  const unknown = { ...place, ApiIds: [first, "api-unknown0"] };
  await refused(client.AttachPlugin(unknown), "ResourceNotFound.InvalidApi");
  const draft = await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/new", Method: "GET" } }));
  const unreleased = client.AttachPlugin({ ...place, ApiIds: [first, draft] });
  await refused(unreleased, "InvalidParameterValue.InvalidEnvStatus", new RegExp(draft));
  assert.equal((await client.DescribePluginApis({ PluginId })).Result?.TotalCount, 0);

  assert.equal((await client.AttachPlugin({ ...place, ApiIds })).Result, true);
  const { Result } = await client.DescribePlugin({ PluginId, Limit: 1 });
  assert.equal(Result?.AttachedApiTotalCount, 2);
  assert.equal(Result?.AttachedApis?.length, 1);
});

test("attaching again changes nothing", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first } = await createReleased(client, "/a", "/b");
  const PluginId = await createPlugin(client);
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ApiIds: [first] });
  const before = await client.DescribePluginApis({ PluginId });
  await client.AttachPlugin({ ...place, ApiIds: [first, first] });
  assert.deepEqual((await client.DescribePluginApis({ PluginId })).Result, before.Result);
  await client.AttachPlugin({ ...place, ApiIds });
  assert.equal((await client.DescribePluginApis({ PluginId })).Result?.TotalCount, 2);
});

test("an environment must be released to attach, but not to detach", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const PluginId = await createPlugin(client);
  const inTest = { PluginId, ServiceId, EnvironmentName: "test", ApiIds };
  await refused(client.AttachPlugin(inTest), "InvalidParameterValue.InvalidEnvStatus");
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ApiIds });
  await client.UnReleaseService({ ServiceId, EnvironmentName: "release" });
  assert.equal((await client.DescribePluginApis({ PluginId })).Result?.TotalCount, 1, "taking offline keeps it");
  assert.equal((await client.DetachPlugin({ ...place, ApiId })).Result, true);
  await refused(client.DetachPlugin({ ...place, ApiId }), "InvalidParameterValue.InvalidApiIds");
});

test("an API takes one plugin of a kind in each environment; both traffic controls are one kind", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const attach = (PluginId: string) => client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds });
  const control = await createPlugin(client, "TrafficControl");
  await attach(control);
  await attach(await createPlugin(client, "IPControl"));
  for (const type of ["TrafficControl", "TrafficControlByParameter", "IPControl"] as const) {
    await refused(
      attach(await createPlugin(client, type)),
      "InvalidParameter.DuplicatePluginConfig",
      /detach it first/,
    );
  }
  await client.DetachPlugin({ PluginId: control, ServiceId, EnvironmentName: "release", ApiId });
  await attach(await createPlugin(client, "TrafficControlByParameter"));
});

test("a plugin can be attached in a limited number of services", async (t) => {
  const client = (await startManagement(t, { quotas: { servicesPerPlugin: 1 } })).client();
  const one = await createReleased(client, "/a", "/b");
  const other = await createReleased(client, "/a");
  const PluginId = await createPlugin(client);
  const place = { PluginId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ServiceId: one.ServiceId, ApiIds: [one.first] });
  await client.AttachPlugin({ ...place, ServiceId: one.ServiceId, ApiIds: one.ApiIds });
  const second = client.AttachPlugin({ ...place, ServiceId: other.ServiceId, ApiIds: other.ApiIds });
  await refused(second, "LimitExceeded.ServiceCountForPluginLimitExceeded");
});

test("what is attached is listed from either side", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a", "/b");
  await client.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "x" });
  await createApi(client, mockApi(ServiceId, { RequestConfig: { Path: "/draft", Method: "GET" } }));
  const PluginId = await createPlugin(client);
  const other = await createPlugin(client);
  await client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds: [ApiId] });
  await client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "test", ApiIds: [ApiId] });
  await client.AttachPlugin({ PluginId: other, ServiceId, EnvironmentName: "release", ApiIds: [present(ApiIds[1])] });

  const byPlugin = present((await client.DescribePluginApis({ PluginId })).Result?.AttachedApis);
  assert.deepEqual(
    byPlugin.map((row) => [row.ServiceName, row.ApiName, row.Environment]),
    [
      ["service", "at /a", "test"],
      ["service", "at /a", "release"],
    ],
  );
  const byApi = async (request: object) => (await client.DescribePluginsByApi({ ServiceId, ApiId, ...request })).Result;
  assert.equal((await byApi({}))?.TotalCount, 2);
  assert.deepEqual(
    present((await byApi({ EnvironmentName: "release" }))?.PluginSummary).map((row) => [row.PluginId, row.Environment]),
    [[PluginId, "release"]],
  );
  const { Result: all } = await client.DescribeAllPluginApis({ ServiceId, PluginId, EnvironmentName: "release" });
  assert.equal(all?.TotalCount, 2, "an API that does not run cannot be attached");
  assert.deepEqual(
    present(all?.ApiSet).map((row) => [row.Path, row.IsAttached, row.AttachedOtherPlugin]),
    [
      ["/b", false, true],
      ["/a", true, false],
    ],
  );
  const stateOf = async (PluginId: string, EnvironmentName: string) => {
    const { Result } = await client.DescribeAllPluginApis({ ServiceId, PluginId, EnvironmentName });
    return present(Result?.ApiSet).map((row) => [row.Path, row.IsAttached, row.AttachedOtherPlugin]);
  };
  assert.deepEqual((await stateOf(other, "test")).at(-1), ["/a", false, true]);
  const otherKind = await stateOf(await createPlugin(client, "Cors"), "release");
  assert.deepEqual(
    otherKind.map((row) => row.slice(1)),
    [
      [false, false],
      [false, false],
    ],
  );
  assert.deepEqual(await stateOf(PluginId, "prepub"), [], "nothing runs there");
});

test("one attachment is undone, and others of the plugin, the API and the environment are not", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a", "/b");
  await client.ReleaseService({ ServiceId, EnvironmentName: "test", ReleaseDesc: "too" });
  const [PluginId, cors] = [await createPlugin(client), await createPlugin(client, "Cors")];
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ApiIds });
  await client.AttachPlugin({ ...place, EnvironmentName: "test", ApiIds: [ApiId] });
  await client.AttachPlugin({ ...place, PluginId: cors, ApiIds: [ApiId] });
  await client.DetachPlugin({ ...place, ApiId });
  const left = async (plugin: string) => {
    const { Result } = await client.DescribePluginApis({ PluginId: plugin });
    return present(Result?.AttachedApis).map((row) => [row.ApiId, row.Environment]);
  };
  assert.deepEqual(await left(PluginId), [
    [ApiId, "test"],
    [ApiIds[1], "release"],
  ]);
  assert.deepEqual(await left(cors), [[ApiId, "release"]]);
});
