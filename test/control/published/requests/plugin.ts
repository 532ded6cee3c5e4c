import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createReleased } from "../../plugin/resources.ts";

const cache = {
  cache_key_params: [
    { parameter: "param1", position: "header" },
    { parameter: "param2", position: "query" },
    { parameter: "param3", position: "path" },
  ],
  cacheable_methods: ["GET", "POST"],
  cacheable_response_codes: [200, 301, 404],
  cache_control: false,
  ttl: 300,
};

export async function callPluginActions(client: Client): Promise<void> {
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const { Result } = await client.CreatePlugin({
    PluginName: "mytestPlugin",
    PluginType: "IPControl",
    Description: "IPControl",
    PluginData: '{"blocks":"1.1.1.12","type":"black_list"}',
  });
  const PluginId = present(Result?.PluginId);
  await client.ModifyPlugin({
    PluginId,
    PluginName: "newplugin",
    Description: "Modify a plugin",
    PluginData: '{"type":"white_list","blocks":"172.3.1.4"}',
  });
  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  await client.AttachPlugin({ ...place, ApiIds });
  await client.DescribePlugin({ PluginId });
  await client.DescribePlugins({ PluginIds: [PluginId] });
  await client.DescribePluginApis({ PluginId });
  await client.DescribeAllPluginApis(place);
  await client.DescribePluginsByApi({ ServiceId, ApiId, EnvironmentName: "release" });
  await client.DetachPlugin({ ...place, ApiId });
  await client.DeletePlugin({ PluginId });

  const data = { Description: "myCachePlugin", PluginData: JSON.stringify(cache) };
  const cached = await client.CreatePlugin({ PluginName: "myCachePlugin", PluginType: "ProxyCache", ...data });
  await client.ModifyPlugin({ ...data, PluginId: present(cached.Result?.PluginId), PluginName: "newplugin" });
}
