import { codeOf, present } from "../control/outcome.ts";
import { createKey, createPlan, type Key, type Sample } from "../harness/sample.ts";
import type { Client } from "../harness/sdk.ts";

const noPlan = "ResourceNotFound.InvalidUsagePlan";
const noKey = "ResourceNotFound.InvalidAccessKeyId";
const unsupported = "UnsupportedOperation";
const mostPlans = 5;
const mostKeys = 6;

/** One account's keys, plans and bindings to its service, and what the rules say to each write. */
export class AccountModel {
  readonly keys = new Map<string, Key & { isEnabled: boolean }>();
  readonly plans = new Map<string, Set<string>>();
  readonly boundPlans = new Set<string>();
  readonly #client: Client;
  readonly #service: Sample;
  readonly #random: (below: number) => number;

  /** `service` was made through `client`; its own plan and key belong to the model. */
  constructor(client: Client, service: Sample, random: (below: number) => number) {
    this.#client = client;
    this.#service = service;
    this.#random = random;
    this.keys.set(service.key.id, { ...service.key, isEnabled: true });
    this.plans.set(service.planId, new Set([service.key.id]));
    this.boundPlans.add(service.planId);
  }

  /** Makes a random write on ids out of `planIds` and `keyIds`; gives the code expected and the one answered. */
  async write(
    planIds: readonly string[],
    keyIds: readonly string[],
  ): Promise<{ name: string; expected: string; actual: string }> {
    const planId = present(planIds[this.#random(planIds.length)]);
    const keyId = present(keyIds[this.#random(keyIds.length)]);
    const writes = [
      this.#createPlan(),
      this.#createKey(),
      this.#deletePlan(planId),
      this.#deleteKey(keyId),
      this.#disableKey(keyId),
      this.#enableKey(keyId),
      this.#bindKey(planId, keyId),
      this.#bindKey(planId, keyId),
      this.#unbindKey(planId, keyId),
      this.#bindPlan(planId),
      this.#bindPlan(planId),
      this.#unbindPlan(planId),
    ];
    const { name, expected, send, apply } = present(writes[this.#random(writes.length)]);
    const actual = await codeOf(send());
    if (actual === "ok") apply?.();
    return { name, expected, actual };
  }

  /** What a call signed with a key of this account comes to. */
  verdictOf(keyId: string): string {
    const key = this.keys.get(keyId);
    if (this.boundPlans.size === 0) return "403 Found no validate usage plan";
    if (key === undefined || !key.isEnabled) return "401 HMAC signature cannot be verified";
    const hasRight = [...this.boundPlans].some((planId) => this.plans.get(planId)?.has(keyId));
    return hasRight ? "200" : "401 HMAC apikey is invalid for API";
  }

  #createPlan(): Write {
    const rate = present([-1, 0, 1999, 2000, 2001][this.#random(5)]);
    const isValid = rate !== 0 && rate !== 2001;
    if (isValid && this.plans.size >= mostPlans) return nothing;
    return {
      name: `CreateUsagePlan ${rate}`,
      expected: isValid ? "ok" : "InvalidParameter.FormatError",
      send: async () => this.plans.set(await createPlan(this.#client, { MaxRequestNumPreSec: rate }), new Set()),
    };
  }

  #createKey(): Write {
    if (this.keys.size >= mostKeys) return nothing;
    const send = async () => {
      const key = await createKey(this.#client);
      this.keys.set(key.id, { ...key, isEnabled: true });
    };
    return { name: "CreateApiKey", expected: "ok", send };
  }

  #deletePlan(UsagePlanId: string): Write {
    const isBound = this.boundPlans.has(UsagePlanId);
    return {
      name: `DeleteUsagePlan ${UsagePlanId}`,
      expected: !this.plans.has(UsagePlanId) ? noPlan : isBound ? `${unsupported}.UsagePlanInUse` : "ok",
      send: () => this.#client.DeleteUsagePlan({ UsagePlanId }),
      apply: () => this.plans.delete(UsagePlanId),
    };
  }

  #deleteKey(AccessKeyId: string): Write {
    const key = this.keys.get(AccessKeyId);
    const isInPlan = [...this.plans.values()].some((keys) => keys.has(AccessKeyId));
    const inUse = isInPlan ? `${unsupported}.ResourceIsInUse` : "ok";
    return {
      name: `DeleteApiKey ${AccessKeyId}`,
      expected: key === undefined ? noKey : key.isEnabled ? `${unsupported}.InvalidStatus` : inUse,
      send: () => this.#client.DeleteApiKey({ AccessKeyId }),
      apply: () => this.keys.delete(AccessKeyId),
    };
  }

  #disableKey(AccessKeyId: string): Write {
    return this.#switchKey(AccessKeyId, false, () => this.#client.DisableApiKey({ AccessKeyId }));
  }

  #enableKey(AccessKeyId: string): Write {
    return this.#switchKey(AccessKeyId, true, () => this.#client.EnableApiKey({ AccessKeyId }));
  }

  #switchKey(id: string, isEnabled: boolean, send: () => Promise<unknown>): Write {
    const key = this.keys.get(id);
    const isSwitched = key?.isEnabled !== isEnabled;
    return {
      name: `${isEnabled ? "Enable" : "Disable"}ApiKey ${id}`,
      expected: key === undefined ? noKey : isSwitched ? "ok" : `${unsupported}.UnsupportedUpdateApiKey`,
      send,
      apply: () => key !== undefined && this.keys.set(id, { ...key, isEnabled }),
    };
  }

  #bindKey(UsagePlanId: string, keyId: string): Write {
    const plan = this.plans.get(UsagePlanId);
    return {
      name: `BindSecretIds ${UsagePlanId} ${keyId}`,
      expected: this.#bindKeyCode(UsagePlanId, keyId),
      send: () => this.#client.BindSecretIds({ UsagePlanId, AccessKeyIds: [keyId] }),
      apply: () => plan?.add(keyId),
    };
  }

  #bindKeyCode(planId: string, keyId: string): string {
    const plan = this.plans.get(planId);
    const key = this.keys.get(keyId);
    if (plan === undefined) return noPlan;
    if (key === undefined) return noKey;
    if (!key.isEnabled) return `${unsupported}.InvalidStatus`;
    if (plan.has(keyId)) return `${unsupported}.AlreadyBindUsagePlan`;
    const isHeldThere = [...this.boundPlans].some((bound) => this.plans.get(bound)?.has(keyId));
    return this.boundPlans.has(planId) && isHeldThere ? `${unsupported}.UnsupportedBindApiKey` : "ok";
  }

  #unbindKey(UsagePlanId: string, keyId: string): Write {
    const plan = this.plans.get(UsagePlanId);
    return {
      name: `UnBindSecretIds ${UsagePlanId} ${keyId}`,
      expected: plan === undefined ? noPlan : plan.has(keyId) ? "ok" : noKey,
      send: () => this.#client.UnBindSecretIds({ UsagePlanId, AccessKeyIds: [keyId] }),
      apply: () => plan?.delete(keyId),
    };
  }

  #bindPlan(planId: string): Write {
    const plan = this.plans.get(planId);
    const others = [...this.boundPlans].filter((bound) => bound !== planId);
    const isShared = others.some((bound) => [...(this.plans.get(bound) ?? [])].some((key) => plan?.has(key)));
    const isRefused = isShared && !this.boundPlans.has(planId);
    return {
      name: `BindEnvironment ${planId}`,
      expected: plan === undefined ? noPlan : isRefused ? `${unsupported}.UnsupportedBindEnvironment` : "ok",
      send: () => this.#client.BindEnvironment(this.#place(planId)),
      apply: () => this.boundPlans.add(planId),
    };
  }

  #unbindPlan(planId: string): Write {
    const notBound = `${unsupported}.UnsupportedUnBindEnvironment`;
    return {
      name: `UnBindEnvironment ${planId}`,
      expected: !this.plans.has(planId) ? noPlan : this.boundPlans.has(planId) ? "ok" : notBound,
      send: () => this.#client.UnBindEnvironment(this.#place(planId)),
      apply: () => this.boundPlans.delete(planId),
    };
  }

  #place(planId: string) {
    return { ServiceId: this.#service.serviceId, UsagePlanIds: [planId], BindType: "SERVICE", Environment: "release" };
  }
}

interface Write {
  readonly name: string;
  readonly expected: string;
  readonly send: () => Promise<unknown>;
  readonly apply?: () => unknown;
}

const nothing: Write = { name: "nothing", expected: "ok", send: () => Promise.resolve() };
