import type { Api } from "../../../model/api.ts";
import type { Service } from "../../../model/service.ts";
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
  const apis = await call.tx.apis.listAll(id);
  const businessApis = await businessApisOfMany(call, apis);
  const plans = await serviceLevelPlans(call, id);
  return {
    ...serviceMembers(service, await call.tx.releases.running(id)),
    InternalSubDomain: innerDomain(service, call.settings.domain),
    OuterSubDomain: outerDomain(service, call.settings.domain),
    ApiTotalCount: apis.length,
    ApiIdStatusSet: apis.map((api) => apiIdStatus(api, businessApis)),
    UsagePlanTotalCount: plans.length,
    UsagePlanList: plans,
    UserType: null,
    SetId: null,
    InstanceName: await instanceName(call, service),
    SpecialUse: "DEFAULT",
    UniqVpcId: service.vpcId,
  };
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
  const bindings = await call.tx.bindings.find({ serviceId, level: "SERVICE" });
  const plans = await call.tx.usagePlans.findMany(call.scope, [...new Set(bindings.map((binding) => binding.planId))]);
  const plansById = new Map(plans.map((plan) => [plan.id, plan]));
  return bindings.flatMap(({ planId, environment }) => {
    const plan = plansById.get(planId);
    if (plan === undefined) return [];
    return {
      Environment: environment,
      UsagePlanId: plan.id,
      UsagePlanName: plan.name,
      UsagePlanDesc: plan.description,
      MaxRequestNumPreSec: plan.ratePerSecond,
      CreatedTime: isoTime(plan.createdAt),
      ModifiedTime: isoTime(plan.modifiedAt),
    };
  });
}
