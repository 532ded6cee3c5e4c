import type { Client } from "../management.ts";
import { present } from "../outcome.ts";
import { createApi, createPlan, mockApi } from "../resources.ts";

// Makes what the tests of plans need through the API itself, and gives the ids.

export async function createKey(client: Client, SecretName = "key"): Promise<string> {
  return present((await client.CreateApiKey({ SecretName })).Result?.AccessKeyId);
}

export async function createKeys(client: Client, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await createKey(client, `key ${index}`));
  return ids;
}

/** An API at `path` whose callers sign with a key. */
export function createApiAt(client: Client, ServiceId: string, path: string, AuthType = "SECRET"): Promise<string> {
  const RequestConfig = { Path: path, Method: "GET" };
  return createApi(client, mockApi(ServiceId, { ApiName: `api of ${path}`, AuthType, RequestConfig }));
}

/** A plan that holds the keys. */
export async function createPlanWith(client: Client, ...AccessKeyIds: string[]): Promise<string> {
  const UsagePlanId = await createPlan(client);
  await client.BindSecretIds({ UsagePlanId, AccessKeyIds });
  return UsagePlanId;
}

export function bindToService(client: Client, UsagePlanIds: string[], ServiceId: string, Environment = "test") {
  return client.BindEnvironment({ UsagePlanIds, BindType: "SERVICE", Environment, ServiceId });
}

export function bindToApis(
  client: Client,
  UsagePlanIds: string[],
  ServiceId: string,
  ApiIds: string[],
  Environment = "test",
) {
  return client.BindEnvironment({ UsagePlanIds, BindType: "API", Environment, ServiceId, ApiIds });
}

export async function keysOf(client: Client, UsagePlanId: string): Promise<string[]> {
  return present((await client.DescribeUsagePlan({ UsagePlanId })).Result?.BindSecretIds);
}

/** Where the plan is bound at a level: `service/environment`, or `service/environment/api`, sorted. */
export async function placesOf(client: Client, UsagePlanId: string, BindType: "SERVICE" | "API"): Promise<string[]> {
  const { Result } = await client.DescribeUsagePlanEnvironments({ UsagePlanId, BindType, Limit: 100 });
  const places = present(Result?.EnvironmentList).map(({ ServiceId, Environment, ApiId }) =>
    [ServiceId, Environment, ...(ApiId ? [ApiId] : [])].join("/"),
  );
  return places.sort();
}
