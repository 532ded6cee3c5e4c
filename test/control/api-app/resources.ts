import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, mockApi } from "../resources.ts";

/** An app with its id, key and secret as CreateApiApp tells them. */
export async function createApp(client: Client, ApiAppName = "app") {
  const { ApiAppId, ApiAppKey, ApiAppSecret } = present((await client.CreateApiApp({ ApiAppName })).Result);
  return { id: present(ApiAppId), key: present(ApiAppKey), secret: present(ApiAppSecret) };
}

/** An API that takes apps; gives its id. */
export function createAppApi(client: Client, ServiceId: string, Path = "/app"): Promise<string> {
  const RequestConfig = { Path, Method: "GET" };
  return createApi(client, mockApi(ServiceId, { AuthType: "APP", ApiName: `api of ${Path}`, RequestConfig }));
}

/** The app as the list shows it. */
export async function readApp(client: Client, id: string) {
  const { Result } = await client.DescribeApiAppsStatus({ Filters: [{ Name: "ApiAppId", Values: [id] }] });
  return present(Result?.ApiAppSet?.[0]);
}
