import { type Action, reads, writes } from "../../action.ts";
import { buildApiDoc, createApiDoc, deleteApiDoc, modifyApiDoc, resetApiDocPassword } from "./change.ts";
import { describeApiDocDetail, describeApiDocs } from "./describe.ts";
import { generateApiDocument } from "./generate-api-document.ts";

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
  GenerateApiDocument: reads(generateApiDocument),
  ModifyAPIDoc: writes(modifyApiDoc),
  ResetAPIDocPassword: writes(resetApiDocPassword),
};
