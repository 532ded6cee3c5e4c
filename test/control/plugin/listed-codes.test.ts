import assert from "node:assert/strict";
import { test } from "node:test";
import { assertListedCodes, noteCodes } from "../listed-codes.ts";
import { startManagement } from "../management.ts";
import { createPlugin, createReleased, soundData } from "./resources.ts";

test("every code listed for an action of plugins occurs, or there is a reason", async (t) => {
  const client = (await startManagement(t, { quotas: { servicesPerPlugin: 1 } })).client();
  const answered = new Map<string, Set<string>>();
  const faulty = noteCodes(client, answered);
  const { ServiceId, ApiIds, first: ApiId } = await createReleased(client, "/a");
  const other = await createReleased(client, "/a");
  const PluginId = await createPlugin(client);
  const routing = await createPlugin(client, "Routing");
  const unknownService = { ServiceId: "service-unknown0" };
  const unknownPlugin = { PluginId: "plugin-unknown0" };
  const badPage = { Limit: 101 };
  const [route] = soundData.Routing;
  const as = (data: object) => ({ PluginData: JSON.stringify(data) });
  const routes = (change: object) => as([{ ...route, ...change }]);
  const backend = { Url: "http://b.test", Method: "GET" };
  const http = (change: object) =>
    routes({ backend_type: "HTTP", backend_config: { ServiceConfig: { ...backend, ...change } } });
  const faultsOfData = [
    { PluginName: "1" },
    { Description: "x".repeat(201) },
    as([route, route]),
    http({ Path: "x" }),
    routes({ condition: "" }),
    http({ Url: "http://1.2.3" }),
    as({}),
    http({ Url: "http://b.test:0" }),
    http({ Method: "x" }),
    routes({ backend_type: "FTP" }),
    http({ Url: "x" }),
    routes({ backend_config: {} }),
    as([]),
    routes({ backend_type: "TSF" }),
    routes({ backend_type: "SCF", backend_config: { ServiceScfFunctionName: "a b" } }),
    http({ Product: "upstream", UpstreamId: "upstream-unknown0" }),
    as(Array.from({ length: 11 }, () => route)),
  ];
  const plugin = { PluginName: "my_plugin", PluginType: "Routing", ...as(soundData.Routing) };
  await faulty("CreatePlugin", plugin, ...faultsOfData, { PluginType: "Log" });
  await faulty("ModifyPlugin", { PluginId: routing }, ...faultsOfData, unknownPlugin);

  const place = { PluginId, ServiceId, EnvironmentName: "release" };
  const attach = { ...place, ApiIds };
  const tooMany = { ApiIds: Array.from({ length: 101 }, (_, index) => `api-${index}`) };
  await client.AttachPlugin(attach);
  await faulty(
    "AttachPlugin",
    attach,
    { EnvironmentName: "production" },
    { EnvironmentName: "test" },
    tooMany,
    { PluginId: await createPlugin(client) },
    { ServiceId: other.ServiceId, ApiIds: other.ApiIds },
    { ApiIds: ["api-unknown0"] },
    unknownPlugin,
    unknownService,
  );
  await faulty("DeletePlugin", {}, { PluginId }, unknownPlugin);
  await faulty(
    "DetachPlugin",
    { ...place, ApiId },
    { EnvironmentName: "production" },
    { EnvironmentName: "test" },
    { ApiId: "api-unknown0" },
    unknownPlugin,
    unknownService,
  );
  await faulty("DescribeAllPluginApis", place, badPage, unknownPlugin, unknownService);
  await faulty("DescribePlugin", { PluginId }, badPage, unknownPlugin);
  await faulty("DescribePluginApis", { PluginId }, badPage, unknownPlugin);
  await faulty("DescribePluginsByApi", { ServiceId, ApiId }, badPage, unknownService, { ApiId: "api-unknown0" });
  await faulty("DescribePlugins", {}, badPage, { Filters: [{ Name: "Nope", Values: [] }] });

  assertListedCodes(answered);
  assert.equal(answered.size, 10);
});
