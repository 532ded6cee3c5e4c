import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { createReleased } from "./resources.ts";

test("the published plugin requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const created = await client.CreatePlugin({
    PluginName: "mytestPlugin",
    PluginType: "IPControl",
    Description: "IPControl",
    PluginData: '{"blocks":"1.1.1.12","type":"black_list"}',
  });
  assertPublishedForm("CreatePlugin", created);
  const PluginId = present(created.Result?.PluginId);
  const modified = await client.ModifyPlugin({
    PluginId,
    PluginName: "newplugin",
    Description: "Modify a plugin",
    PluginData: '{"type":"white_list","blocks":"172.3.1.4"}',
  });
  assertPublishedForm("ModifyPlugin", modified);
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  assertPublishedForm("AttachPlugin", await client.AttachPlugin({ ...place, ApiIds }));
  assertPublishedForm("DescribePlugin", await client.DescribePlugin({ PluginId }));
  assertPublishedForm("DescribePlugins", await client.DescribePlugins({ PluginIds: [PluginId] }));
  assertPublishedForm("DescribePluginApis", await client.DescribePluginApis({ PluginId }));
  assertPublishedForm("DescribeAllPluginApis", await client.DescribeAllPluginApis(place));
  const byApi = { ServiceId, ApiId, EnvironmentName: "release" };
  assertPublishedForm("DescribePluginsByApi", await client.DescribePluginsByApi(byApi));
  assertPublishedForm("DetachPlugin", await client.DetachPlugin({ ...place, ApiId }));
  assertPublishedForm("DeletePlugin", await client.DeletePlugin({ PluginId }));
});
