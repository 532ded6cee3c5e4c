import type { ApiKey } from "../../../model/api-key.ts";
import { PlaceIndex } from "../../../model/exclusivity.ts";
import { isKeyId } from "../../../model/key-form.ts";
import type { UsagePlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import { loadApiKeys } from "../api-key/load.ts";
import { loadPlan } from "./load.ts";
import { describePlace } from "./place-text.ts";

const maxKeysPerCall = 100;

/** Puts keys into a plan: all of them or, when a check fails, none. The order of the checks is part of the contract. */
export const bindSecretIds: Handler<"BindSecretIds"> = async (call, input) => {
  const plan = await loadPlan(call, input.UsagePlanId);
  checkKeyIds(input.AccessKeyIds);
  const keys = await loadApiKeys(call, input.AccessKeyIds);
  checkEnabled(keys);
  await checkNotInPlan(call, plan, keys);
  await checkQuotas(call, plan, keys);
  await checkExclusivity(call, plan, keys);
  await call.tx.memberships.add(plan.id, input.AccessKeyIds, call.now);
  return { Result: true };
};

function checkKeyIds(ids: readonly string[]): void {
  if (ids.length === 0) throw invalidKeyIds("names no API key");
  if (ids.length > maxKeysPerCall) throw invalidKeyIds(`names more than ${maxKeysPerCall} API keys`);
  const malformed = ids.find((id) => !isKeyId(id));
  if (malformed !== undefined) throw invalidKeyIds(`holds \`${quote(malformed)}\`, which has not the form of a key id`);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw invalidKeyIds(`names \`${repeated}\` more than once`);
}

function invalidKeyIds(problem: string): ApiError {
  return new ApiError("InvalidParameterValue.InvalidAccessKeyIds", `The parameter \`AccessKeyIds\` ${problem}.`);
}

function checkEnabled(keys: readonly ApiKey[]): void {
  const disabled = keys.find((key) => !key.isEnabled);
  if (disabled === undefined) return;
  const message = `The API key \`${disabled.id}\` is disabled; enable it before binding it to a usage plan.`;
  throw new ApiError("UnsupportedOperation.InvalidStatus", message);
}

async function checkNotInPlan(call: Call, plan: UsagePlan, keys: readonly ApiKey[]): Promise<void> {
  const [present] = await call.tx.memberships.present(plan.id, idsOf(keys));
  if (present === undefined) return;
  const message = `The API key \`${present}\` is already in usage plan \`${plan.id}\`.`;
  throw new ApiError("UnsupportedOperation.AlreadyBindUsagePlan", message);
}

async function checkQuotas(call: Call, plan: UsagePlan, keys: readonly ApiKey[]): Promise<void> {
  const { keysPerUsagePlan, usagePlansPerKey } = call.settings.quotas;
  const present = await call.tx.memberships.countKeys(plan.id);
  if (present + keys.length > keysPerUsagePlan) {
    const message =
      `The usage plan \`${plan.id}\` has ${present} API keys; with ${keys.length} more it would exceed the limit of ` +
      `${keysPerUsagePlan}.`;
    throw new ApiError("LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded", message);
  }
  const plansOf = await call.tx.memberships.plansOf(idsOf(keys));
  const full = keys.find((key) => (plansOf.get(key.id)?.length ?? 0) >= usagePlansPerKey);
  if (full === undefined) return;
  // No code is published for this limit; its sibling's comes closest.
  const message = `The API key \`${full.id}\` is already in ${usagePlansPerKey} usage plans, which is the limit.`;
  throw new ApiError("LimitExceeded.AccessKeyCountInUsagePlanLimitExceeded", message);
}

/** No other plan of a key may be in force where this plan is. */
async function checkExclusivity(call: Call, plan: UsagePlan, keys: readonly ApiKey[]): Promise<void> {
  const bindings = await call.tx.bindings.find({ planId: plan.id });
  if (bindings.length === 0) return;
  const places = new PlaceIndex(bindings);
  const bindingsOfKeys = await call.tx.bindings.ofPlansHolding(idsOf(keys));
  const clash = bindingsOfKeys.find((binding) => binding.planId !== plan.id && places.overlaps(binding));
  if (clash === undefined) return;
  const message =
    `The API key \`${clash.keyId}\` is in usage plan \`${clash.planId}\`, which is bound to ${describePlace(clash)} ` +
    `as usage plan \`${plan.id}\` is; two plans in force at one place cannot share a key.`;
  throw new ApiError("UnsupportedOperation.UnsupportedBindApiKey", message);
}

function idsOf(keys: readonly ApiKey[]): readonly string[] {
  return keys.map((key) => key.id);
}
