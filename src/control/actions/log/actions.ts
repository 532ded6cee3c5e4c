import { type Action, reads } from "../../action.ts";
import { describeLogSearch } from "./describe-log-search.ts";

export const logActions: { readonly [A in "DescribeLogSearch"]: Action<A> } = {
  DescribeLogSearch: reads(describeLogSearch),
};
