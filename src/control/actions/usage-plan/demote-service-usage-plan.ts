import type { Binding, UsagePlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { loadService } from "../service/load.ts";
import { loadPlan } from "./load.ts";

/**
 * Replaces the service-level binding of one plan in one environment by API-level ones, one for each API of the service.
 * Other plans keep their service-level bindings, and the calls spent are counted anew per API.
 */
export const demoteServiceUsagePlan: Handler<"DemoteServiceUsagePlan"> = async (call, input) => {
  const service = await loadService(call, input.ServiceId);
  const plan = await loadPlan(call, input.UsagePlanId);
  const at = { serviceId: service.id, environment: input.Environment };
  const where = `environment \`${at.environment}\` of service \`${at.serviceId}\``;

  const [binding] = await call.tx.bindings.find({ ...at, planId: plan.id, level: "SERVICE" });
  if (binding === undefined) throw refusal(`The usage plan \`${plan.id}\` is not bound to ${where} at service level.`);
  const apis = await call.tx.apis.listAll(service.id);
  if (apis.length === 0) throw refusal(`The service \`${service.id}\` has no API that could take the usage plan.`);
  const running = await call.tx.releases.running(service.id);
  if (!running.some((version) => version.environment === at.environment))
    throw refusal(`The ${where} is not released.`);

  const ofApis: readonly Binding[] = apis.map((api) => ({
    ...at,
    planId: plan.id,
    apiId: api.id,
    createdAt: call.now,
  }));
  await checkQuota(call, plan, ofApis.length);
  await call.tx.bindings.remove([binding]);
  await call.tx.bindings.add(ofApis);
  return { Result: true };
};

async function checkQuota(call: Call, plan: UsagePlan, added: number): Promise<void> {
  const limit = call.settings.quotas.apisPerUsagePlan;
  const bound = await call.tx.bindings.count({ planId: plan.id, level: "API" });
  if (bound + added <= limit) return;
  const message = `The usage plan \`${plan.id}\` is bound to ${bound} APIs; with ${added} more it would exceed ${limit}.`;
  throw new ApiError("LimitExceeded", message);
}

/** The one code this action lists for a state that forbids it. */
function refusal(message: string): ApiError {
  return new ApiError("UnsupportedOperation.NoUsagePlanEnv", message);
}
