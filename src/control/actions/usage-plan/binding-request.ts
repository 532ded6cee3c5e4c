import type { Api } from "../../../model/api.ts";
import type { BindingLevel, Place } from "../../../model/place.ts";
import type { Service } from "../../../model/service.ts";
import type { UsagePlan } from "../../../model/usage-plan.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { BindEnvironmentRequest, UnBindEnvironmentRequest } from "../../contract/generated/types.ts";
import { quote } from "../../contract/quote.ts";
import { loadApis } from "../api/load.ts";
import { loadService } from "../service/load.ts";
import { loadPlans } from "./load.ts";

/** What a call to bind or unbind names, found. */
export interface BindingRequest {
  readonly service: Service;
  readonly plans: readonly UsagePlan[];
  readonly level: BindingLevel;
  /** Empty at service level. */
  readonly apis: readonly Api[];
  readonly places: readonly Place[];
}

const apiIdForm = /^api-[A-Za-z0-9_-]{1,50}$/;

/**
 * Finds service, plans and APIs, in this order. At service level `ApiIds` is not read; a bad one at API level is
 * answered with `apiIdsCode`, which differs between the two actions.
 */
export async function loadBindingRequest(
  call: Call,
  input: BindEnvironmentRequest | UnBindEnvironmentRequest,
  apiIdsCode: "InvalidParameterValue.InvalidApiIds" | "InvalidParameter.FormatError",
): Promise<BindingRequest> {
  const service = await loadService(call, input.ServiceId);
  const plans = await loadPlans(call, input.UsagePlanIds);
  const at = { serviceId: service.id, environment: input.Environment };
  if (input.BindType === "SERVICE")
    return { service, plans, level: "SERVICE", apis: [], places: [{ ...at, apiId: null }] };
  const problem = problemOfApiIds(input.ApiIds ?? []);
  if (problem !== undefined) throw new ApiError(apiIdsCode, `The parameter \`ApiIds\` ${problem}.`);
  const apis = await loadApis(call, service.id, input.ApiIds ?? []);
  return { service, plans, level: "API", apis, places: apis.map((api) => ({ ...at, apiId: api.id })) };
}

function problemOfApiIds(ids: readonly string[]): string | undefined {
  if (ids.length === 0) return "names no API, which `BindType` API needs";
  const malformed = ids.find((id) => !apiIdForm.test(id));
  return malformed === undefined ? undefined : `holds \`${quote(malformed)}\`, which has not the form of an API id`;
}
