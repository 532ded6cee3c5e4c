import { type Action, reads, writes } from "../../action.ts";
import { bindSubDomain } from "./bind-sub-domain.ts";
import { deleteServiceSubDomainMapping } from "./delete-mapping.ts";
import { describeServiceSubDomainMappings, describeServiceSubDomains } from "./describe.ts";
import { modifySubDomain } from "./modify-sub-domain.ts";
import { unBindSubDomain } from "./unbind-sub-domain.ts";

type SubDomainAction =
  | "BindSubDomain"
  | "DeleteServiceSubDomainMapping"
  | "DescribeServiceSubDomainMappings"
  | "DescribeServiceSubDomains"
  | "ModifySubDomain"
  | "UnBindSubDomain";

export const subDomainActions: { readonly [A in SubDomainAction]: Action<A> } = {
  BindSubDomain: writes(bindSubDomain),
  DeleteServiceSubDomainMapping: writes(deleteServiceSubDomainMapping),
  DescribeServiceSubDomainMappings: reads(describeServiceSubDomainMappings),
  DescribeServiceSubDomains: reads(describeServiceSubDomains),
  ModifySubDomain: writes(modifySubDomain),
  UnBindSubDomain: writes(unBindSubDomain),
};
