import { type Action, reads, writes } from "../../action.ts";
import { bindEnvironment } from "./bind-environment.ts";
import { bindSecretIds } from "./bind-secret-ids.ts";
import { createUsagePlan } from "./create-usage-plan.ts";
import { deleteUsagePlan } from "./delete-usage-plan.ts";
import { demoteServiceUsagePlan } from "./demote-service-usage-plan.ts";
import { describeApiUsagePlan, describeServiceUsagePlan, describeUsagePlanEnvironments } from "./describe-bindings.ts";
import { describeUsagePlan, describeUsagePlanSecretIds, describeUsagePlansStatus } from "./describe-plans.ts";
import { modifyUsagePlan } from "./modify-usage-plan.ts";
import { unBindEnvironment } from "./unbind-environment.ts";
import { unBindSecretIds } from "./unbind-secret-ids.ts";

type UsagePlanAction =
  | "BindEnvironment"
  | "BindSecretIds"
  | "CreateUsagePlan"
  | "DeleteUsagePlan"
  | "DemoteServiceUsagePlan"
  | "DescribeApiUsagePlan"
  | "DescribeServiceUsagePlan"
  | "DescribeUsagePlan"
  | "DescribeUsagePlanEnvironments"
  | "DescribeUsagePlanSecretIds"
  | "DescribeUsagePlansStatus"
  | "ModifyUsagePlan"
  | "UnBindEnvironment"
  | "UnBindSecretIds";

export const usagePlanActions: { readonly [A in UsagePlanAction]: Action<A> } = {
  BindEnvironment: writes(bindEnvironment),
  BindSecretIds: writes(bindSecretIds),
  CreateUsagePlan: writes(createUsagePlan),
  DeleteUsagePlan: writes(deleteUsagePlan),
  DemoteServiceUsagePlan: writes(demoteServiceUsagePlan),
  DescribeApiUsagePlan: reads(describeApiUsagePlan),
  DescribeServiceUsagePlan: reads(describeServiceUsagePlan),
  DescribeUsagePlan: reads(describeUsagePlan),
  DescribeUsagePlanEnvironments: reads(describeUsagePlanEnvironments),
  DescribeUsagePlanSecretIds: reads(describeUsagePlanSecretIds),
  DescribeUsagePlansStatus: reads(describeUsagePlansStatus),
  ModifyUsagePlan: writes(modifyUsagePlan),
  UnBindEnvironment: writes(unBindEnvironment),
  UnBindSecretIds: writes(unBindSecretIds),
};
