import { newResourceId } from "../../../model/identifiers.ts";
import { bindSecretIds } from "../../actions/usage-plan/bind-secret-ids.ts";
import { constant, list, optional, same } from "../fields.ts";
import type { Done, LegacyAction, Members } from "../legacy-action.ts";

const secretIds = { secretIds: "AccessKeyIds" };
const bySample = { usagePlanId: "UsagePlanIds", bindEnvironment: "Environment" };
const byService = { BindType: "SERVICE" };

export const legacyUsagePlanActions: Readonly<Record<string, LegacyAction>> = {
  CreateUsagePlan: {
    action: "CreateUsagePlan",
    defaults: { MaxRequestNumPreSec: 1000 },
    complete: ({ random }, members) => ({ UsagePlanName: newResourceId("usagePlan_", random), ...members }),
    reply: same("usagePlanId", "usagePlanName", "usagePlanDesc", "createdTime"),
    finish: bindFirstKeys,
  },
  ModifyUsagePlan: {
    action: "ModifyUsagePlan",
    reply: same("usagePlanId", "usagePlanName", "usagePlanDesc", "maxRequestNumPreSec", "modifiedTime"),
  },
  DeleteUsagePlan: { action: "DeleteUsagePlan" },
  DescribeUsagePlan: {
    action: "DescribeUsagePlan",
    reply: {
      ...same("usagePlanId", "usagePlanName", "usagePlanDesc", "maxRequestNumPreSec", "createdTime", "modifiedTime"),
      ...same("bindSecretIdTotalCount", "bindSecretIds", "bindEnvironmentTotalCount"),
      bindEnvironments: list("BindEnvironments", { seviceId: "ServiceId", ...same("environmentName") }),
    },
  },
  DescribeUsagePlansStatus: {
    action: "DescribeUsagePlansStatus",
    filters: {
      usagePlanIds: "UsagePlanId",
      searchName: "UsagePlanName",
      "filter.notServiceId": "NotServiceId",
      "filter.environment": "Environment",
    },
    list: {
      rows: "usagePlanStatusSet",
      matches: { searchId: "usagePlanId" },
      searched: ["usagePlanName", "usagePlanId"],
      isOrdered: true,
    },
    reply: {
      ...same("totalCount"),
      usagePlanStatusSet: list("UsagePlanStatusSet", {
        ...same("usagePlanId", "usagePlanName"),
        usagePlanDescription: "UsagePlanDesc",
        // The table has this pair where the example has the one number below.
        requestControlUnit: constant("SECOND"),
        requestControlNum: "MaxRequestNumPreSec",
        ...same("maxRequestNumPreSec", "maxRequestNum", "createdTime", "modifiedTime"),
      }),
    },
  },
  DescribeUsagePlanEnvironments: {
    action: "DescribeUsagePlanEnvironments",
    defaults: byService,
    reply: {
      ...same("totalCount"),
      environmentList: list("EnvironmentList", {
        seviceId: "ServiceId",
        ...same("serviceId", "serviceName"),
        environmentName: "Environment",
        apiId: optional("ApiId"),
        ...same("inUseRequestNum", "maxRequestNum"),
      }),
    },
  },
  DescribeUsagePlanSecretIds: {
    action: "DescribeUsagePlanSecretIds",
    reply: {
      ...same("totalCount"),
      secretIdList: list("AccessKeyList", { ...same("secretName"), secretId: "AccessKeyId", ...same("status") }),
    },
  },
  DescribeServiceUsagePlan: {
    action: "DescribeServiceUsagePlan",
    list: { rows: "usagePlanList", matches: { searchEnvironment: "environment" } },
    reply: {
      ...same("totalCount"),
      usagePlanList: list("ServiceUsagePlanList", {
        ...same("usagePlanId", "usagePlanName", "usagePlanDesc", "environment", "maxRequestNumPreSec"),
        ...same("createdTime", "modifiedTime", "inUseRequestNum", "maxRequestNum"),
      }),
    },
  },
  DescribeApiUsagePlan: {
    action: "DescribeApiUsagePlan",
    list: { rows: "usagePlanList", matches: { searchEnvironment: "environment", apiIds: "apiId" } },
    reply: {
      ...same("totalCount"),
      usagePlanList: list("ApiUsagePlanList", {
        ...same("usagePlanId", "usagePlanName", "usagePlanDesc", "environment", "createdTime", "modifiedTime"),
        ...same("inUseRequestNum", "maxRequestNum", "maxRequestNumPreSec"),
        ...same("apiId", "path", "method", "apiName", "serviceId", "serviceName"),
      }),
    },
  },
  BindSecretIds: { action: "BindSecretIds", renames: secretIds },
  UnBindSecretIds: { action: "UnBindSecretIds", renames: secretIds },
  BindEnvironment: { action: "BindEnvironment", synonyms: bySample, defaults: byService },
  UnBindEnvironment: { action: "UnBindEnvironment", synonyms: bySample, defaults: byService },
  DemoteServiceUsagePlan: { action: "DemoteServiceUsagePlan" },
};

/** The legacy command line can give a plan its first keys along with its creation. */
async function bindFirstKeys({ call, sent, reply }: Done): Promise<Members> {
  const keyIds = sent.texts("bindSecretIds");
  if (keyIds.length > 0) {
    await bindSecretIds(call, { UsagePlanId: String(reply["usagePlanId"]), AccessKeyIds: keyIds });
  }
  return reply;
}
