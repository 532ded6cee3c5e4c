import { type Action, reads, writes } from "../../action.ts";
import { createExclusiveInstances } from "./create-exclusive-instances.ts";
import {
  describeExclusiveInstanceDetail,
  describeExclusiveInstanceRegions,
  describeExclusiveInstances,
  describeExclusiveInstancesStatus,
  describeInstancesNetworkConfig,
} from "./describe.ts";
import { modifyExclusiveInstance } from "./modify-exclusive-instance.ts";

type ExclusiveInstanceAction =
  | "CreateExclusiveInstances"
  | "DescribeExclusiveInstanceDetail"
  | "DescribeExclusiveInstanceRegions"
  | "DescribeExclusiveInstances"
  | "DescribeExclusiveInstancesStatus"
  | "DescribeInstancesNetworkConfig"
  | "ModifyExclusiveInstance";

export const exclusiveInstanceActions: { readonly [A in ExclusiveInstanceAction]: Action<A> } = {
  CreateExclusiveInstances: writes(createExclusiveInstances),
  DescribeExclusiveInstanceDetail: reads(describeExclusiveInstanceDetail),
  DescribeExclusiveInstanceRegions: reads(describeExclusiveInstanceRegions),
  DescribeExclusiveInstances: reads(describeExclusiveInstances),
  DescribeExclusiveInstancesStatus: reads(describeExclusiveInstancesStatus),
  DescribeInstancesNetworkConfig: reads(describeInstancesNetworkConfig),
  ModifyExclusiveInstance: writes(modifyExclusiveInstance),
};
