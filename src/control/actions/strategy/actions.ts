import { type Action, reads, writes } from "../../action.ts";
import { describeApiEnvironmentStrategy, modifyApiEnvironmentStrategy } from "./api-strategy.ts";
import { describeServiceEnvironmentStrategy, modifyServiceEnvironmentStrategy } from "./service-strategy.ts";

type StrategyActionName =
  | "ModifyServiceEnvironmentStrategy"
  | "DescribeServiceEnvironmentStrategy"
  | "ModifyApiEnvironmentStrategy"
  | "DescribeApiEnvironmentStrategy";

export const strategyActions: { readonly [A in StrategyActionName]: Action<A> } = {
  ModifyServiceEnvironmentStrategy: writes(modifyServiceEnvironmentStrategy),
  DescribeServiceEnvironmentStrategy: reads(describeServiceEnvironmentStrategy),
  ModifyApiEnvironmentStrategy: writes(modifyApiEnvironmentStrategy),
  DescribeApiEnvironmentStrategy: reads(describeApiEnvironmentStrategy),
};
