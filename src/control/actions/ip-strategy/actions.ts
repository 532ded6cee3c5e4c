import { type Action, reads, writes } from "../../action.ts";
import { bindIPStrategy, unBindIPStrategy } from "./bind-ip-strategy.ts";
import { createIPStrategy } from "./create-ip-strategy.ts";
import { deleteIPStrategy } from "./delete-ip-strategy.ts";
import { describeIPStrategyApisStatus } from "./describe-bindable-apis.ts";
import { describeIPStrategy, describeIPStrategysStatus } from "./describe-ip-strategies.ts";
import { modifyIPStrategy } from "./modify-ip-strategy.ts";

type IpStrategyAction =
  | "BindIPStrategy"
  | "CreateIPStrategy"
  | "DeleteIPStrategy"
  | "DescribeIPStrategy"
  | "DescribeIPStrategyApisStatus"
  | "DescribeIPStrategysStatus"
  | "ModifyIPStrategy"
  | "UnBindIPStrategy";

export const ipStrategyActions: { readonly [A in IpStrategyAction]: Action<A> } = {
  BindIPStrategy: writes(bindIPStrategy),
  CreateIPStrategy: writes(createIPStrategy),
  DeleteIPStrategy: writes(deleteIPStrategy),
  DescribeIPStrategy: reads(describeIPStrategy),
  DescribeIPStrategyApisStatus: reads(describeIPStrategyApisStatus),
  DescribeIPStrategysStatus: reads(describeIPStrategysStatus),
  ModifyIPStrategy: writes(modifyIPStrategy),
  UnBindIPStrategy: writes(unBindIPStrategy),
};
