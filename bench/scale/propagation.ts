// How long after a management call is answered the gateway acts on it.
import { setTimeout as wait } from "node:timers/promises";
import { sendToGateway } from "../../src/cli/gateway-client.ts";
import type { BenchKey } from "../cases.ts";
import type { Management } from "../gateways/turnpike-management.ts";
import { signedHeaders } from "../load/requests.ts";
import { median } from "../report/statistics.ts";

export interface Propagation {
  readonly callP50Ms: number;
  /** From the management answer to the answer of the first gateway call that passes: at best one call's latency. */
  readonly passesP50Ms: number;
  readonly passesMaxMs: number;
  readonly passedAtOnce: number;
  readonly repeats: number;
}

/** A service of the root account with nothing bound yet. */
export interface Place {
  readonly management: Management;
  readonly gatewayPort: number;
  readonly serviceId: string;
  readonly host: string;
  readonly path: string;
}

/** One more key is bound to a plan that is in force. */
export async function measureKeyBinding(place: Place, repeats: number): Promise<Propagation> {
  const { management } = place;
  const planId = await addPlan(management, "keys");
  await bindPlan(place, planId);
  return repeat(
    repeats,
    async (index) => {
      const key = await addKey(management, `AKIDbind${index}`);
      return { key, act: () => management.call("BindSecretIds", { UsagePlanId: planId, AccessKeyIds: [key.id] }) };
    },
    place,
  );
}

/** A plan that already holds a key is bound to the environment. */
export async function measurePlanBinding(place: Place, repeats: number): Promise<Propagation> {
  const { management } = place;
  return repeat(
    repeats,
    async (index) => {
      const planId = await addPlan(management, `plan-${index}`);
      const key = await addKey(management, `AKIDplan${index}`);
      await management.call("BindSecretIds", { UsagePlanId: planId, AccessKeyIds: [key.id] });
      return { key, act: () => bindPlan(place, planId) };
    },
    place,
  );
}

async function repeat(
  repeats: number,
  prepare: (index: number) => Promise<{ key: BenchKey; act: () => Promise<unknown> }>,
  place: Place,
): Promise<Propagation> {
  const calls: number[] = [];
  const passes: number[] = [];
  let passedAtOnce = 0;
  for (let index = 0; index < repeats; index++) {
    const { key, act } = await prepare(index);
    const before = performance.now();
    await act();
    const answered = performance.now();
    if ((await untilItPasses(place, key)) === 1) passedAtOnce++;
    calls.push(answered - before);
    passes.push(performance.now() - answered);
  }
  return {
    callP50Ms: median(calls),
    passesP50Ms: median(passes),
    passesMaxMs: Math.max(...passes),
    passedAtOnce,
    repeats,
  };
}

/** Resolves with how many calls it took. */
async function untilItPasses({ gatewayPort, host, path }: Place, key: BenchKey): Promise<number> {
  const url = new URL(path, `http://127.0.0.1:${gatewayPort}`);
  const headers = [["Host", host], ...signedHeaders(key, Date.now())] as const;
  for (let attempt = 1; attempt <= 1_000; attempt++) {
    const { status } = await sendToGateway(url, "GET", headers, null);
    if (status === 200) return attempt;
    await wait(5);
  }
  throw new Error(`the gateway still refuses ${key.id}`);
}

async function addPlan(management: Management, name: string): Promise<string> {
  return (await management.call("CreateUsagePlan", { UsagePlanName: name })).text("UsagePlanId");
}

async function bindPlan({ management, serviceId }: Place, planId: string): Promise<void> {
  const place = { ServiceId: serviceId, BindType: "SERVICE", Environment: "release" };
  await management.call("BindEnvironment", { ...place, UsagePlanIds: [planId] });
}

async function addKey(management: Management, id: string): Promise<BenchKey> {
  const secret = "secret-of-a-new-key";
  const pair = { AccessKeyType: "manual", AccessKeyId: id, AccessKeySecret: secret };
  await management.call("CreateApiKey", { SecretName: id, ...pair });
  return { id, secret };
}
