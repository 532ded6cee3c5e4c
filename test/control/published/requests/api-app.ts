import { createAppApi } from "../../api-app/resources.ts";
import type { Client } from "../../management.ts";
import { present } from "../../outcome.ts";
import { createService } from "../../resources.ts";

export async function callApiAppActions(client: Client): Promise<void> {
  const { Result } = await client.CreateApiApp({ ApiAppName: "test" });
  const app = { ApiAppId: present(Result?.ApiAppId) };
  await client.DescribeApiAppsStatus({});
  await client.ModifyApiApp(app);
  await client.UpdateApiAppKey({ ...app, ApiAppKey: present(Result?.ApiAppKey) });

  const ServiceId = await createService(client);
  const ApiId = await createAppApi(client, ServiceId);
  const place = { ...app, ServiceId, ApiId, Environment: "test" };
  await client.BindApiApp(place);
  await client.DescribeApiAppBindApisStatus(app);
  await client.DescribeApiBindApiAppsStatus({ ServiceId, ApiIds: [ApiId] });
  await client.UnbindApiApp(place);
  await client.request("DescribeApiApp", app);
  await client.DeleteApiApp(app);
}
