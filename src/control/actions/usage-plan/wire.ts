import type { Api } from "../../../model/api.ts";
import type { ApiKey } from "../../../model/api-key.ts";
import type { Service } from "../../../model/service.ts";
import type { Binding, UsagePlan } from "../../../model/usage-plan.ts";
import type {
  ApiUsagePlan,
  UsagePlanBindSecret,
  UsagePlanEnvironment,
  UsagePlanInfo,
  UsagePlanStatusInfo,
} from "../../contract/generated/types.ts";
import { toWireStatus } from "../api-key/wire.ts";
import { isoTime } from "../iso-time.ts";
import { tagsMember } from "../tags.ts";

/** What a plan holds as a reply shows it. */
type PlanContents = Pick<
  UsagePlanInfo,
  "BindSecretIdTotalCount" | "BindSecretIds" | "BindEnvironmentTotalCount" | "BindEnvironments"
>;

/** A fresh plan: the published reply of CreateUsagePlan counts zero and leaves the lists null. */
export const emptyContents: PlanContents = {
  BindSecretIdTotalCount: 0,
  BindSecretIds: null,
  BindEnvironmentTotalCount: 0,
  BindEnvironments: null,
};

/** The published reply of ModifyUsagePlan does not say what the plan holds. */
export const untoldContents: PlanContents = {
  BindSecretIdTotalCount: null,
  BindSecretIds: null,
  BindEnvironmentTotalCount: null,
  BindEnvironments: null,
};

/** `environments` has one binding of each environment. */
export function toPlanContents(keyIds: readonly string[], environments: readonly Binding[]): PlanContents {
  return {
    BindSecretIdTotalCount: keyIds.length,
    BindSecretIds: keyIds,
    BindEnvironmentTotalCount: environments.length,
    BindEnvironments: environments.map(({ serviceId, environment }) => ({
      EnvironmentName: environment,
      ServiceId: serviceId,
    })),
  };
}

export function toUsagePlanInfo(plan: UsagePlan, contents: PlanContents): UsagePlanInfo {
  return { ...toUsagePlanStatusInfo(plan), ...contents };
}

/** Limits are always numbers, -1 when off: clients would take null for a change. */
export function toUsagePlanStatusInfo(plan: UsagePlan): UsagePlanStatusInfo {
  return {
    UsagePlanId: plan.id,
    UsagePlanName: plan.name,
    UsagePlanDesc: plan.description,
    MaxRequestNumPreSec: plan.ratePerSecond,
    MaxRequestNum: plan.quota,
    CreatedTime: isoTime(plan.createdAt),
    ModifiedTime: isoTime(plan.modifiedAt),
    ...tagsMember(plan.tags),
  };
}

/** A binding with what its row in a list tells about the other ends. */
export interface BindingRow {
  readonly binding: Binding;
  readonly plan: UsagePlan;
  readonly service: Service;
  /** Absent at service level. */
  readonly api: Api | undefined;
  /** Calls spent where the plan is bound here. */
  readonly inUse: number;
}

/** As the lists of a service show a binding; the times are the plan's. */
export function toApiUsagePlan(row: BindingRow): ApiUsagePlan {
  return {
    ...placeMembers(row),
    UsagePlanId: row.plan.id,
    UsagePlanName: row.plan.name,
    UsagePlanDesc: row.plan.description,
    CreatedTime: isoTime(row.plan.createdAt),
    ModifiedTime: isoTime(row.plan.modifiedAt),
    ...tagsMember(row.plan.tags),
  };
}

/** As the list of a plan shows a binding; the times are the binding's, which is never modified. */
export function toUsagePlanEnvironment(row: BindingRow): UsagePlanEnvironment {
  return { ...placeMembers(row), CreatedTime: isoTime(row.binding.createdAt), ModifiedTime: null };
}

function placeMembers({ binding, plan, service, api, inUse }: BindingRow) {
  return {
    ServiceId: binding.serviceId,
    ServiceName: service.name,
    ApiId: binding.apiId,
    ApiName: api?.definition.name ?? null,
    Path: api?.definition.path ?? null,
    Method: api?.definition.method ?? null,
    Environment: binding.environment,
    InUseRequestNum: inUse,
    MaxRequestNum: plan.quota,
    MaxRequestNumPreSec: plan.ratePerSecond,
  };
}

export function toUsagePlanBindSecret(key: ApiKey): UsagePlanBindSecret {
  return { AccessKeyId: key.id, SecretName: key.name, Status: toWireStatus(key.isEnabled) };
}
