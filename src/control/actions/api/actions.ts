import { type Action, reads, writes } from "../../action.ts";
import { createApi } from "./create-api.ts";
import { deleteApi } from "./delete-api.ts";
import { describeApi, describeApiForApiApp } from "./describe-api.ts";
import { describeApisStatus } from "./describe-apis-status.ts";
import { importOpenApi } from "./import-open-api/import-open-api.ts";
import { modifyApi } from "./modify-api.ts";
import { modifyApiIncrement } from "./modify-api-increment.ts";

type ApiActionName =
  | "CreateApi"
  | "ModifyApi"
  | "ModifyApiIncrement"
  | "DeleteApi"
  | "DescribeApi"
  | "DescribeApiForApiApp"
  | "DescribeApisStatus"
  | "ImportOpenApi";

export const apiActions: { readonly [A in ApiActionName]: Action<A> } = {
  CreateApi: writes(createApi),
  ModifyApi: writes(modifyApi),
  ModifyApiIncrement: writes(modifyApiIncrement),
  DeleteApi: writes(deleteApi),
  DescribeApi: reads(describeApi),
  DescribeApiForApiApp: reads(describeApiForApiApp),
  DescribeApisStatus: reads(describeApisStatus),
  ImportOpenApi: writes(importOpenApi),
};
