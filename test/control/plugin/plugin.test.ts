import assert from "node:assert/strict";
import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present, refused } from "../outcome.ts";
import { release } from "../resources.ts";
import { createPlugin, createReleased, soundData } from "./resources.ts";

const PluginData = JSON.stringify(soundData.IPControl);
const newPlugin = { PluginName: "my_plugin", PluginType: "IPControl", PluginData };

test("a plugin's name starts with a letter, ends with a letter or digit and has 2 to 50 characters", async (t) => {
  const client = (await startManagement(t)).client();
  for (const PluginName of ["a", "1a", "a_", "a-b", "ä1", "x".repeat(51)]) {
    await refused(client.CreatePlugin({ ...newPlugin, PluginName }), "InvalidParameter.FormatError", /PluginName/);
  }
  for (const PluginName of ["ab", "a_1", "x".repeat(50)]) await client.CreatePlugin({ ...newPlugin, PluginName });
  await refused(
    client.CreatePlugin({ ...newPlugin, Description: "x".repeat(201) }),
    "InvalidParameterValue.LengthExceeded",
  );
  await refused(client.CreatePlugin({ ...newPlugin, PluginType: "Log" }), "InvalidParameterValue.NotInOptions");
});

test("a change keeps what is omitted, and never the type", async (t) => {
  const client = (await startManagement(t)).client();
  const { Result: made } = await client.CreatePlugin({ ...newPlugin, Description: "before" });
  const PluginId = present(made?.PluginId);
  assert.deepEqual([made?.AttachedApiTotalCount, made?.AttachedApis], [null, null]);
  assert.equal((await client.ModifyPlugin({ PluginId, Description: "after" })).Result, true);
  const { Result } = await client.DescribePlugin({ PluginId });
  assert.equal(Result?.PluginName, "my_plugin");
  assert.equal(Result?.Description, "after");
  assert.equal(Result?.PluginType, "IPControl");
  assert.equal(Result?.PluginData, PluginData);
  assert.deepEqual(Result?.AttachedApis, []);
  assert.notEqual(Result?.ModifiedTime, Result?.CreatedTime);
  await client.ModifyPlugin({ PluginId, PluginName: "renamed", Description: "" });
  const { Result: renamed } = await client.DescribePlugin({ PluginId });
  const { ModifiedTime } = present(renamed);
  assert.deepEqual(renamed, { ...Result, PluginName: "renamed", Description: "", ModifiedTime });
});

test("a plugin is not deleted while it is attached, and is gone afterwards", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, first: ApiId } = await createReleased(client, "/a");
  const PluginId = await createPlugin(client);
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ApiIds: [ApiId] });
  await refused(client.DeletePlugin({ PluginId }), "UnsupportedOperation.InvalidAction", /attached/);
  await client.DetachPlugin({ ...place, ApiId });
  assert.equal((await client.DeletePlugin({ PluginId })).Result, true);
  await refused(client.DescribePlugin({ PluginId }), "ResourceNotFound.InvalidPlugin");
  await refused(client.DeletePlugin({ PluginId }), "ResourceNotFound.InvalidPlugin");
});

test("plugins are listed newest first by id, name and type; what is unknown is an empty list", async (t) => {
  const client = (await startManagement(t)).client();
  const ids = [await createPlugin(client), await createPlugin(client, "Cors"), await createPlugin(client, "Cors")];
  const list = async (request: object) => {
    const { Result } = await client.DescribePlugins(request);
    return [Result?.TotalCount, present(Result?.PluginSet).map((plugin) => ids.indexOf(present(plugin.PluginId)))];
  };
  assert.deepEqual(await list({}), [3, [2, 1, 0]]);
  assert.deepEqual(await list({ Offset: 1, Limit: 1 }), [3, [1]]);
  assert.deepEqual(await list({ Limit: 0 }), [3, []]);
  assert.deepEqual(await list({ PluginType: "Cors" }), [2, [2, 1]]);
  assert.deepEqual(await list({ PluginIds: ids.slice(0, 2), PluginType: "Cors" }), [1, [1]]);
  assert.deepEqual(await list({ PluginName: "my_plug" }), [3, [2, 1, 0]]);
  assert.deepEqual(await list({ PluginName: "other" }), [0, []]);
  assert.deepEqual(await list({ PluginIds: ["plugin-unknown0"] }), [0, []]);
});

test("a plugin belongs to one account and region", async (t) => {
  const management = await startManagement(t);
  const PluginId = await createPlugin(management.client());
  const elsewhere = management.client({ region: "ap-beijing" });
  const other = management.client({ account: await management.addAccount() });
  for (const client of [elsewhere, other]) {
    await refused(client.DescribePlugin({ PluginId }), "ResourceNotFound.InvalidPlugin");
    await refused(client.ModifyPlugin({ PluginId }), "ResourceNotFound.InvalidPlugin");
    await refused(client.DeletePlugin({ PluginId }), "ResourceNotFound.InvalidPlugin");
    assert.equal((await client.DescribePlugins({ PluginIds: [PluginId] })).Result?.TotalCount, 0);
    const { ServiceId, ApiIds } = await createReleased(client, "/a");
    const place = { PluginId, ServiceId, EnvironmentName: "release", ApiIds };
    await refused(client.AttachPlugin(place), "ResourceNotFound.InvalidPlugin");
  }
});

test("deleting an API takes its attachments off the lists", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a", "/b");
  const PluginId = await createPlugin(client);
  await client.AttachPlugin({ PluginId, ServiceId, EnvironmentName: "release", ApiIds });
  await client.DeleteApi({ ServiceId, ApiId });
  assert.equal((await client.DescribePluginApis({ PluginId })).Result?.TotalCount, 1);
  await client.DeleteApi({ ServiceId, ApiId: present(ApiIds[1]) });
  await release(client, ServiceId);
  assert.equal((await client.DeletePlugin({ PluginId })).Result, true);
});
