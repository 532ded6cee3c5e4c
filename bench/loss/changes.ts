import { setTimeout as wait } from "node:timers/promises";
import type { Management } from "../gateways/turnpike-management.ts";
import type { Published } from "./place.ts";

/** Waits for its turn, so that all who change together make so many changes a second. */
type Turn = () => Promise<void>;

/**
 * Adds and removes keys, plans, APIs and releases around a call that must go on passing, so many changes a second, until `isOver`.
 * Resolves with the number of changes.
 */
export async function changeAll(
  management: Management,
  place: Published,
  { perSecond, isOver }: { readonly perSecond: number; readonly isOver: () => boolean },
): Promise<number> {
  let changes = 0;
  const startedAt = performance.now();
  const turn: Turn = async () => {
    const dueAt = startedAt + (changes++ * 1_000) / perSecond;
    await wait(Math.max(0, dueAt - performance.now()));
  };
  const rounds = [changeKeys, changePlans, changeApis, changeLimits];
  await Promise.all(
    rounds.map(async (round) => {
      for (let index = 0; !isOver(); index++) await round(management, place, index, turn);
    }),
  );
  return changes;
}

type Round = (management: Management, place: Published, index: number, turn: Turn) => Promise<void>;

/** A key comes into the plan that is in use, and goes. */
const changeKeys: Round = async (management, { planId }, index, turn) => {
  const AccessKeyId = `AKIDloss${index}`;
  const key = { SecretName: AccessKeyId, AccessKeyType: "manual", AccessKeyId, AccessKeySecret: "secret-of-a-new-key" };
  const member = { UsagePlanId: planId, AccessKeyIds: [AccessKeyId] };
  await call(management, turn, "CreateApiKey", key);
  await call(management, turn, "BindSecretIds", member);
  await call(management, turn, "DisableApiKey", { AccessKeyId });
  await call(management, turn, "UnBindSecretIds", member);
  await call(management, turn, "DeleteApiKey", { AccessKeyId });
};

/** Another plan comes to the place that is in use, and goes. */
const changePlans: Round = async (management, { serviceId }, index, turn) => {
  await turn();
  const plan = await management.call("CreateUsagePlan", { UsagePlanName: `loss-${index}`, MaxRequestNum: 1_000 });
  const UsagePlanId = plan.text("UsagePlanId");
  const binding = { UsagePlanIds: [UsagePlanId], ServiceId: serviceId, Environment: "release", BindType: "SERVICE" };
  await call(management, turn, "BindEnvironment", binding);
  await call(management, turn, "UnBindEnvironment", binding);
  await call(management, turn, "DeleteUsagePlan", { UsagePlanId });
};

/** Another API comes into the version that is in use, and goes: each release replaces the routes of all. */
const changeApis: Round = async (management, { serviceId: ServiceId }, index, turn) => {
  await turn();
  const api = await management.call("CreateApi", {
    ...{ ServiceId, ServiceType: "MOCK", ServiceMockReturnMessage: "loss", ServiceTimeout: 15, Protocol: "HTTP" },
    ...{ ApiName: `loss-${index}`, AuthType: "NONE", RequestConfig: { Path: `/loss-${index}`, Method: "GET" } },
  });
  const release = { ServiceId, EnvironmentName: "release", ReleaseDesc: "loss" };
  await call(management, turn, "ReleaseService", release);
  await call(management, turn, "DeleteApi", { ServiceId, ApiId: api.text("ApiId") });
  await call(management, turn, "ReleaseService", release);
};

/** The plan that is in use gets another rate and quota. */
const changeLimits: Round = async (management, { planId: UsagePlanId }, index, turn) => {
  const limits = { MaxRequestNumPreSec: -1, MaxRequestNum: index % 2 === 0 ? -1 : 99_999_999 };
  await call(management, turn, "ModifyUsagePlan", { UsagePlanId, ...limits });
};

async function call(management: Management, turn: Turn, action: string, parameters: object): Promise<void> {
  await turn();
  await management.call(action, parameters);
}
