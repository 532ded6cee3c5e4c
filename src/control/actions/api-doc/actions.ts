import { type Action, reads, retired, writes } from "../../action.ts";
import { buildApiDoc, createApiDoc, deleteApiDoc, modifyApiDoc, resetApiDocPassword } from "./change.ts";
import { describeApiDocDetail, describeApiDocs } from "./describe.ts";

type ApiDocAction =
  | "BuildAPIDoc"
  | "CreateAPIDoc"
  | "DeleteAPIDoc"
  | "DescribeAPIDocDetail"
  | "DescribeAPIDocs"
  | "GenerateApiDocument"
  | "ModifyAPIDoc"
  | "ResetAPIDocPassword";

export const apiDocActions: { readonly [A in ApiDocAction]: Action<A> } = {
  BuildAPIDoc: writes(buildApiDoc),
  CreateAPIDoc: writes(createApiDoc),
  DeleteAPIDoc: writes(deleteApiDoc),
  DescribeAPIDocDetail: reads(describeApiDocDetail),
  DescribeAPIDocs: reads(describeApiDocs),
  // Replaced by the actions above; it made client libraries as well.
  GenerateApiDocument: retired(),
  ModifyAPIDoc: writes(modifyApiDoc),
  ResetAPIDocPassword: writes(resetApiDocPassword),
};
