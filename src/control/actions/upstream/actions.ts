import { type Action, reads, writes } from "../../action.ts";
import { createUpstream } from "./create-upstream.ts";
import { deleteUpstream } from "./delete-upstream.ts";
import { describeUpstreamBindApis, describeUpstreams } from "./describe.ts";
import { modifyUpstream } from "./modify-upstream.ts";

type UpstreamAction =
  | "CreateUpstream"
  | "ModifyUpstream"
  | "DeleteUpstream"
  | "DescribeUpstreams"
  | "DescribeUpstreamBindApis";

export const upstreamActions: { readonly [A in UpstreamAction]: Action<A> } = {
  CreateUpstream: writes(createUpstream),
  ModifyUpstream: writes(modifyUpstream),
  DeleteUpstream: writes(deleteUpstream),
  DescribeUpstreams: reads(describeUpstreams),
  DescribeUpstreamBindApis: reads(describeUpstreamBindApis),
};
