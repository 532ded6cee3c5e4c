import { type Action, reads, writes } from "../../action.ts";
import { createApi } from "./create-api.ts";
import { deleteApi } from "./delete-api.ts";
import { describeApi, describeApiForApiApp } from "./describe-api.ts";
import { describeApisStatus } from "./describe-apis-status.ts";
import { modifyApi } from "./modify-api.ts";

type ApiActionName =
  | "CreateApi"
  | "ModifyApi"
  | "DeleteApi"
  | "DescribeApi"
  | "DescribeApiForApiApp"
  | "DescribeApisStatus";

export const apiActions: { readonly [A in ApiActionName]: Action<A> } = {
  CreateApi: writes(createApi),
  ModifyApi: writes(modifyApi),
  DeleteApi: writes(deleteApi),
  DescribeApi: reads(describeApi),
  DescribeApiForApiApp: reads(describeApiForApiApp),
  DescribeApisStatus: reads(describeApisStatus),
};
