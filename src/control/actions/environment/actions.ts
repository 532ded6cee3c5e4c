import { type Action, reads, writes } from "../../action.ts";
import { describeServiceEnvironmentList } from "./describe-environments.ts";
import { describeServiceEnvironmentReleaseHistory, describeServiceReleaseVersion } from "./describe-releases.ts";
import { releaseService, unReleaseService, updateService } from "./releases.ts";

type EnvironmentActionName =
  | "ReleaseService"
  | "UnReleaseService"
  | "UpdateService"
  | "DescribeServiceEnvironmentList"
  | "DescribeServiceEnvironmentReleaseHistory"
  | "DescribeServiceReleaseVersion";

export const environmentActions: { readonly [A in EnvironmentActionName]: Action<A> } = {
  ReleaseService: writes(releaseService),
  UnReleaseService: writes(unReleaseService),
  UpdateService: writes(updateService),
  DescribeServiceEnvironmentList: reads(describeServiceEnvironmentList),
  DescribeServiceEnvironmentReleaseHistory: reads(describeServiceEnvironmentReleaseHistory),
  DescribeServiceReleaseVersion: reads(describeServiceReleaseVersion),
};
