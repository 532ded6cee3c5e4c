import { present } from "../control/outcome.ts";
import { type CreateApiParams, createApi, mockApi, release } from "../control/resources.ts";
import type { Reply } from "../gateway/running.ts";
import { call, signed } from "../gateway/running.ts";
import type { Client } from "./sdk.ts";

export interface Key {
  readonly id: string;
  readonly secret: string;
}

/** A released service with one API on `/api` that wants a signature, and a key that has one through a bound plan. */
export interface Sample {
  readonly serviceId: string;
  readonly host: string;
  readonly api: CreateApiParams & { readonly ApiId: string };
  readonly planId: string;
  readonly key: Key;
}

export interface Limits {
  readonly MaxRequestNum?: number;
  readonly MaxRequestNumPreSec?: number;
}

export async function createSample(client: Client, limits: Limits = {}): Promise<Sample> {
  const { serviceId, host } = await createService(client);
  const wanted = secretApi(serviceId);
  const api = { ...wanted, ApiId: await createApi(client, wanted) };
  const planId = await createPlan(client, limits);
  const key = await createKey(client, planId);
  await bind(client, serviceId, planId);
  await release(client, serviceId);
  return { serviceId, host, api, planId, key };
}

export async function createService(client: Client): Promise<{ serviceId: string; host: string }> {
  const service = await client.CreateService({ ServiceName: "sample", Protocol: "http&https" });
  return { serviceId: present(service.ServiceId), host: present(service.OuterSubDomain) };
}

/** An API that answers "hello" to signed calls. */
export function secretApi(ServiceId: string, path = "/api"): CreateApiParams {
  return mockApi(ServiceId, { AuthType: "SECRET", RequestConfig: { Path: path, Method: "ANY" } });
}

export async function createPlan(client: Client, limits: Limits = {}): Promise<string> {
  return present((await client.CreateUsagePlan({ UsagePlanName: "sample", ...limits })).Result?.UsagePlanId);
}

export async function createKey(client: Client, planId?: string): Promise<Key> {
  const { Result } = await client.CreateApiKey({ SecretName: "sample" });
  const key = { id: present(Result?.AccessKeyId), secret: present(Result?.AccessKeySecret) };
  if (planId !== undefined) await client.BindSecretIds({ UsagePlanId: planId, AccessKeyIds: [key.id] });
  return key;
}

export function bind(client: Client, ServiceId: string, planId: string, Environment = "release"): Promise<unknown> {
  return client.BindEnvironment({ ServiceId, UsagePlanIds: [planId], BindType: "SERVICE", Environment });
}

/** Calls the sample's API, signed with `key` unless that is null. */
export function ask(
  port: number,
  { host, key: own }: { readonly host: string; readonly key: Key },
  { key = own, path = "/release/api" }: { readonly key?: Key | null; readonly path?: string } = {},
): Promise<Reply> {
  return call(port, path, { host, headers: key === null ? [] : signed(Date.now(), key.id, key.secret) });
}

/** Status and message of an answer in one line, for comparing. */
export function verdict({ status, body }: Reply): string {
  if (status === 200) return "200";
  try {
    return `${status} ${JSON.parse(body).message}`;
  } catch {
    return `${status} ${body}`;
  }
}
