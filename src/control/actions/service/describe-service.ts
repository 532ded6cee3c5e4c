import type { Api } from "../../../model/api.ts";
import type { Service } from "../../../model/service.ts";
import type { UsagePlan as BoundPlan } from "../../../model/usage-plan.ts";
import type { Call, Handler } from "../../action.ts";
import type { ApiIdStatus, DescribeServiceResponse, UsagePlan } from "../../contract/generated/types.ts";
import { businessApisOfMany } from "../api/oauth.ts";
import { type BusinessApis, toWireApiListMembers } from "../api/wire.ts";
import { isoTime } from "../iso-time.ts";
import { loadService } from "./load.ts";
import { scopeOfRegion } from "./scope-of-region.ts";
import { innerDomain, outerDomain, serviceMembers } from "./wire.ts";

export const describeService: Handler<"DescribeService"> = (call, input) => readService(call, input.ServiceId);

/** The view for owners of API apps: the service may be in another region than the call's. */
export const describeServiceForApiApp: Handler<"DescribeServiceForApiApp"> = async (call, input) => {
  const { InstanceId, InstanceName, SetType, DeploymentType, SpecialUse, UniqVpcId, ...shared } = await readService(
    { ...call, scope: scopeOfRegion(call, input.ApiRegion) },
    input.ServiceId,
  );
  return shared;
};

async function readService(call: Call, id: string): Promise<Required<DescribeServiceResponse>> {
  const service = await loadService(call, id);
  const apis = await apisOf(call, id);
  const plans = await serviceLevelPlans(call, id);
  return {
    ...serviceMembers(service, await call.tx.releases.running(id)),
    InternalSubDomain: innerDomain(service, call.settings.domain),
    OuterSubDomain: outerDomain(service, call.settings.domain),
    ApiTotalCount: apis.length,
    ApiIdStatusSet: apis,
    UsagePlanTotalCount: plans.length,
    UsagePlanList: plans,
    UserType: null,
    SetId: null,
    InstanceName: await instanceName(call, service),
    SpecialUse: "DEFAULT",
    UniqVpcId: service.vpcId,
  };
}

async function apisOf(call: Call, serviceId: string): Promise<readonly ApiIdStatus[]> {
  const all: ApiIdStatus[] = [];
  for await (const apis of call.tx.apis.slicesOf(serviceId)) {
    const businessApis = await businessApisOfMany(call, apis);
    for (const api of apis) all.push(apiIdStatus(api, businessApis));
  }
  return all;
}

function apiIdStatus(api: Api, businessApis: BusinessApis): Required<ApiIdStatus> {
  const members = toWireApiListMembers(api, businessApis);
  return { ...members, TokenLocation: members.OauthConfig?.TokenLocation ?? null };
}

async function instanceName(call: Call, { instanceId }: Service): Promise<string | null> {
  if (instanceId === null) return null;
  return (await call.tx.exclusiveInstances.find(call.scope, instanceId))?.name ?? null;
}

/** One row for each environment a plan is bound to at service level. */
async function serviceLevelPlans(call: Call, serviceId: string): Promise<readonly UsagePlan[]> {
  const all: UsagePlan[] = [];
  for await (const bindings of call.tx.bindings.slicesOf({ serviceId, level: "SERVICE" })) {
    const ids = new Set(bindings.map((binding) => binding.planId));
    const plans = await call.tx.usagePlans.findMany(call.scope, [...ids]);
    const plansById = new Map(plans.map((plan) => [plan.id, plan]));
    for (const { planId, environment } of bindings) {
      const plan = plansById.get(planId);
      if (plan !== undefined) all.push(planAt(plan, environment));
    }
  }
  return all;
}

function planAt(plan: BoundPlan, environment: string): UsagePlan {
  return {
    Environment: environment,
    UsagePlanId: plan.id,
    UsagePlanName: plan.name,
    UsagePlanDesc: plan.description,
    MaxRequestNumPreSec: plan.ratePerSecond,
    CreatedTime: isoTime(plan.createdAt),
    ModifiedTime: isoTime(plan.modifiedAt),
  };
}
