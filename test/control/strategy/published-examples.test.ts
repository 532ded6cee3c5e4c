import { test } from "node:test";
import { startManagement } from "../management.ts";
import { assertPublishedForm } from "../published-form.ts";
import { assertPublishedMembers } from "../published-members.ts";
import { createApi, createService, mockApi } from "../resources.ts";

test("the published strategy requests are answered in the published form", async (t) => {
  const client = (await startManagement(t)).client();
  const ServiceId = await createService(client);
  const ApiIds = [await createApi(client, mockApi(ServiceId))];
  const service = { ServiceId, Strategy: 3, EnvironmentNames: ["test"] };
  assertPublishedForm("ModifyServiceEnvironmentStrategy", await client.ModifyServiceEnvironmentStrategy(service));
  const api = { ServiceId, Strategy: 3, EnvironmentName: "test", ApiIds };
  assertPublishedForm("ModifyApiEnvironmentStrategy", await client.ModifyApiEnvironmentStrategy(api));

  // The example leaves out an upper bound that the reference declares nullable.
  const services = await client.DescribeServiceEnvironmentStrategy({ ServiceId });
  assertPublishedMembers("DescribeServiceEnvironmentStrategy", services, ["MaxStrategy"]);
  const apis = await client.DescribeApiEnvironmentStrategy({ ServiceId, EnvironmentNames: ["test"] });
  assertPublishedForm("DescribeApiEnvironmentStrategy", apis);
});
