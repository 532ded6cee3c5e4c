import { PlaceIndex } from "../../../model/exclusivity.ts";
import { findOtherLevel } from "../../../model/level-rule.ts";
import { bindingKey } from "../../../model/place.ts";
import type { Binding, UsagePlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { type BindingRequest, loadBindingRequest } from "./binding-request.ts";
import { describePlace } from "./place-text.ts";

/**
 * Puts plans in force for an environment of a service or for APIs there: all of them or none. What is bound already
 * stays as it is, so a repeated deployment succeeds. The environment need not be released.
 */
export const bindEnvironment: Handler<"BindEnvironment"> = async (call, input) => {
  const request = await loadBindingRequest(call, input, "InvalidParameterValue.InvalidApiIds");
  checkAuthTypes(request);
  const existing = await call.tx.bindings.find({ serviceId: request.service.id, environment: input.Environment });
  const added = missingBindings(call, request, existing);
  if (added.length === 0) return { Result: true };
  checkLevel(request, existing);
  await checkQuota(call, request, added);
  await checkExclusivity(call, request, existing);
  await call.tx.bindings.add(added);
  return { Result: true };
};

/** At API level only: at service level, APIs that take no key never consult the plan. */
function checkAuthTypes(request: BindingRequest): void {
  const open = request.apis.find((api) => api.definition.authType !== "SECRET");
  if (open === undefined) return;
  throw refusal(`The API \`${open.id}\` does not authenticate by key; only APIs of AuthType SECRET take usage plans.`);
}

function missingBindings(call: Call, request: BindingRequest, existing: readonly Binding[]): readonly Binding[] {
  const bound = new Set(existing.map(bindingKey));
  return request.plans
    .flatMap((plan) => request.places.map((place) => ({ ...place, planId: plan.id, createdAt: call.now })))
    .filter((binding) => !bound.has(bindingKey(binding)));
}

function checkLevel(request: BindingRequest, existing: readonly Binding[]): void {
  const other = findOtherLevel(request.level, existing);
  if (other === undefined) return;
  throw refusal(
    `The usage plan \`${other.planId}\` is bound to ${describePlace(other)}; an environment cannot have plans at ` +
      "service level and at API level at once.",
  );
}

async function checkQuota(call: Call, request: BindingRequest, added: readonly Binding[]): Promise<void> {
  if (request.level === "SERVICE") return;
  const limit = call.settings.quotas.apisPerUsagePlan;
  for (const [planId, ofPlan] of Map.groupBy(added, (binding) => binding.planId)) {
    const bound = await call.tx.bindings.count({ planId, level: "API" });
    if (bound + ofPlan.length <= limit) continue;
    throw refusal(
      `The usage plan \`${planId}\` is bound to ${bound} APIs; with ${ofPlan.length} more it would exceed ${limit}.`,
    );
  }
}

/** No plan may share a key with another that is in force at the same place, be it bound already or by this call. */
async function checkExclusivity(call: Call, request: BindingRequest, existing: readonly Binding[]): Promise<void> {
  const places = new PlaceIndex(request.places);
  const inForce = existing.filter((binding) => places.overlaps(binding)).map((binding) => binding.planId);
  const together = new Set([...request.plans.map((plan) => plan.id), ...inForce]);
  for (const plan of request.plans) await checkSharesNoKey(call, plan, together);
}

async function checkSharesNoKey(call: Call, plan: UsagePlan, planIds: ReadonlySet<string>): Promise<void> {
  const otherIds = [...planIds].filter((id) => id !== plan.id);
  if (otherIds.length === 0) return;
  const [shared] = await call.tx.bindings.sharedKeys(plan.id, otherIds);
  if (shared === undefined) return;
  throw refusal(
    `The usage plans \`${plan.id}\` and \`${shared.planId}\` share the API key \`${shared.keyId}\`; two plans in force ` +
      "at one place cannot share a key.",
  );
}

function refusal(message: string): ApiError {
  return new ApiError("UnsupportedOperation.UnsupportedBindEnvironment", message);
}
