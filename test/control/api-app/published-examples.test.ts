import { test } from "node:test";
import { startManagement } from "../management.ts";
import { present } from "../outcome.ts";
import { assertPublishedForm } from "../published-form.ts";
import { createService } from "../resources.ts";
import { createAppApi } from "./resources.ts";

test("replies of the app actions have the form of the published ones", async (t) => {
  const client = (await startManagement(t)).client();
  const created = await client.CreateApiApp({ ApiAppName: "test" });
  assertPublishedForm("CreateApiApp", created);
  const { ApiAppId, ApiAppKey } = present(created.Result);
  const app = { ApiAppId: present(ApiAppId) };
  assertPublishedForm("DescribeApiAppsStatus", await client.DescribeApiAppsStatus({}));
  assertPublishedForm("ModifyApiApp", await client.ModifyApiApp(app));
  const updated = await client.UpdateApiAppKey({ ...app, ApiAppKey: present(ApiAppKey) });
  assertPublishedForm("UpdateApiAppKey", updated);

  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const place = { ...app, ServiceId, ApiId, Environment: "test" };
  assertPublishedForm("BindApiApp", await client.BindApiApp(place));
  assertPublishedForm("DescribeApiAppBindApisStatus", await client.DescribeApiAppBindApisStatus(app));
  const ofApi = await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId] });
  assertPublishedForm("DescribeApiBindApiAppsStatus", ofApi);
  assertPublishedForm("UnbindApiApp", await client.UnbindApiApp(place));
  assertPublishedForm("DescribeApiApp", await client.request("DescribeApiApp", app));
  assertPublishedForm("DeleteApiApp", await client.DeleteApiApp(app));
});
