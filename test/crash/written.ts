import { present } from "../control/outcome.ts";
import { createApi, type ModifyApiParams, mockApi } from "../control/resources.ts";
import { call } from "../gateway/running.ts";
import { createService } from "../harness/sample.ts";
import type { Client } from "../harness/sdk.ts";

/** What one writer has made in a region of its own, as far as its reader can tell. */
export interface Written {
  readonly plans: Map<string, { rate: number; keys: readonly string[] }>;
  readonly keys: Map<string, { isEnabled: boolean; secret: string }>;
  readonly service: { draft: string; released: string; releases: number; lastRelease: string };
}

/** Ids by which the writer's resources are addressed; they do not change. */
export interface Place {
  readonly serviceId: string;
  readonly host: string;
  readonly apiId: string;
  readonly planIds: Map<string, string>;
}

export async function prepare(client: Client): Promise<{ written: Written; place: Place }> {
  const { serviceId, host } = await createService(client);
  const apiId = await createApi(client, draft(serviceId, "first"));
  await client.ReleaseService({ ServiceId: serviceId, EnvironmentName: "release", ReleaseDesc: "first" });
  const service = { draft: "first", released: "first", releases: 1, lastRelease: "first" };
  return {
    written: { plans: new Map(), keys: new Map(), service },
    place: { serviceId, host, apiId, planIds: new Map() },
  };
}

function draft(serviceId: string, answer: string) {
  return mockApi(serviceId, { ServiceMockReturnMessage: answer, RequestConfig: { Path: "/api", Method: "GET" } });
}

/** One management write: the call, and what is written once it has been made. */
export interface Write {
  readonly name: string;
  send(client: Client, place: Place): Promise<unknown>;
  apply(written: Written): void;
}

/** A write that the rules allow now. `mark` is in all it makes, so that no two are alike. */
export function randomWrite(written: Written, mark: string): Write {
  const possible = [modifyDraft(mark), release(mark, written.service.draft), createPlan(mark), createKeys(mark)];
  for (const [plan, { keys: members }] of written.plans) {
    const free = [...written.keys].filter(([id, key]) => key.isEnabled && !members.includes(id)).map(([id]) => id);
    possible.push(modifyPlan(plan, random(2000) + 1), deletePlan(plan));
    if (free.length > 0) possible.push(bindKeys(plan, free));
    if (members.length > 0) possible.push(unbindKeys(plan, members));
  }
  for (const [id, { isEnabled }] of written.keys) {
    possible.push(switchKey(id, !isEnabled));
    if (isEnabled) possible.push(replaceSecret(id, `secret_${mark}`));
    const isMember = [...written.plans.values()].some(({ keys }) => keys.includes(id));
    if (!isEnabled && !isMember) possible.push(deleteKey(id));
  }
  return present(possible[random(possible.length)]);
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}

function modifyDraft(answer: string): Write {
  return {
    name: `ModifyApi ${answer}`,
    send: (client, { serviceId, apiId }) =>
      client.ModifyApi({ ...draft(serviceId, answer), ApiId: apiId } as ModifyApiParams),
    apply({ service }) {
      service.draft = answer;
    },
  };
}

function release(ReleaseDesc: string, current: string): Write {
  return {
    name: `ReleaseService ${ReleaseDesc}`,
    send: (client, { serviceId }) =>
      client.ReleaseService({ ServiceId: serviceId, EnvironmentName: "release", ReleaseDesc }),
    apply({ service }) {
      service.released = current;
      service.releases++;
      service.lastRelease = ReleaseDesc;
    },
  };
}

function createPlan(UsagePlanName: string): Write {
  return {
    name: `CreateUsagePlan ${UsagePlanName}`,
    async send(client, { planIds }) {
      const { Result } = await client.CreateUsagePlan({ UsagePlanName, MaxRequestNumPreSec: 1 });
      planIds.set(UsagePlanName, present(Result?.UsagePlanId));
    },
    apply: ({ plans }) => void plans.set(UsagePlanName, { rate: 1, keys: [] }),
  };
}

function modifyPlan(plan: string, rate: number): Write {
  return {
    name: `ModifyUsagePlan ${plan} ${rate}`,
    send: (client, { planIds }) =>
      client.ModifyUsagePlan({ UsagePlanId: present(planIds.get(plan)), MaxRequestNumPreSec: rate }),
    apply: ({ plans }) => void plans.set(plan, { ...present(plans.get(plan)), rate }),
  };
}

function deletePlan(plan: string): Write {
  return {
    name: `DeleteUsagePlan ${plan}`,
    send: (client, { planIds }) => client.DeleteUsagePlan({ UsagePlanId: present(planIds.get(plan)) }),
    apply: ({ plans }) => void plans.delete(plan),
  };
}

function createKeys(mark: string): Write {
  const id = `key_${mark}`;
  const secret = `secret_${mark}`;
  return {
    name: `CreateApiKey ${id}`,
    send: (client) =>
      client.CreateApiKey({ SecretName: id, AccessKeyType: "manual", AccessKeyId: id, AccessKeySecret: secret }),
    apply: ({ keys }) => void keys.set(id, { isEnabled: true, secret }),
  };
}

function switchKey(AccessKeyId: string, isEnabled: boolean): Write {
  return {
    name: `${isEnabled ? "Enable" : "Disable"}ApiKey ${AccessKeyId}`,
    send: (client) => (isEnabled ? client.EnableApiKey({ AccessKeyId }) : client.DisableApiKey({ AccessKeyId })),
    apply: ({ keys }) => void keys.set(AccessKeyId, { ...present(keys.get(AccessKeyId)), isEnabled }),
  };
}

function replaceSecret(AccessKeyId: string, secret: string): Write {
  return {
    name: `UpdateApiKey ${AccessKeyId} ${secret}`,
    send: (client) => client.UpdateApiKey({ AccessKeyId, AccessKeySecret: secret }),
    apply: ({ keys }) => void keys.set(AccessKeyId, { ...present(keys.get(AccessKeyId)), secret }),
  };
}

function deleteKey(AccessKeyId: string): Write {
  return {
    name: `DeleteApiKey ${AccessKeyId}`,
    send: (client) => client.DeleteApiKey({ AccessKeyId }),
    apply: ({ keys }) => void keys.delete(AccessKeyId),
  };
}

function bindKeys(plan: string, AccessKeyIds: string[]): Write {
  return {
    name: `BindSecretIds ${plan} ${AccessKeyIds}`,
    send: (client, { planIds }) => client.BindSecretIds({ UsagePlanId: present(planIds.get(plan)), AccessKeyIds }),
    apply({ plans }) {
      const { rate, keys } = present(plans.get(plan));
      plans.set(plan, { rate, keys: [...keys, ...AccessKeyIds].sort() });
    },
  };
}

function unbindKeys(plan: string, members: readonly string[]): Write {
  return {
    name: `UnBindSecretIds ${plan} ${members}`,
    send: (client, { planIds }) =>
      client.UnBindSecretIds({ UsagePlanId: present(planIds.get(plan)), AccessKeyIds: [...members] }),
    apply: ({ plans }) => void plans.set(plan, { ...present(plans.get(plan)), keys: [] }),
  };
}

/** Reads everything back through the API and the gateway. */
export async function readWritten(client: Client, port: number, place: Place): Promise<Written> {
  const { serviceId: ServiceId, apiId: ApiId, host, planIds } = place;
  const everything = { Limit: 100, Offset: 0 };
  const plans: Written["plans"] = new Map();
  for (const plan of (await client.DescribeUsagePlansStatus(everything)).Result?.UsagePlanStatusSet ?? []) {
    const UsagePlanId = present(plan.UsagePlanId);
    const { Result } = await client.DescribeUsagePlanSecretIds({ UsagePlanId, ...everything });
    const keys = (Result?.AccessKeyList ?? []).map(({ AccessKeyId }) => present(AccessKeyId)).sort();
    plans.set(present(plan.UsagePlanName), { rate: present(plan.MaxRequestNumPreSec), keys });
    planIds.set(present(plan.UsagePlanName), UsagePlanId);
  }
  const keys: Written["keys"] = new Map();
  for (const key of (await client.DescribeApiKeysStatus(everything)).Result?.ApiKeySet ?? []) {
    keys.set(present(key.AccessKeyId), { isEnabled: key.Status === 1, secret: present(key.AccessKeySecret) });
  }
  const api = (await client.DescribeApi({ ServiceId, ApiId })).Result;
  const history = (await client.DescribeServiceEnvironmentReleaseHistory({ ServiceId, EnvironmentName: "release" }))
    .Result;
  const service = {
    draft: present(api?.ServiceMockReturnMessage),
    released: (await call(port, "/release/api", { host })).body,
    releases: present(history?.TotalCount),
    lastRelease: present(history?.VersionList?.[0]?.VersionDesc),
  };
  return { plans, keys, service };
}
