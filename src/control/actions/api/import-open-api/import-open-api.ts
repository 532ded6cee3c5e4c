import type { Service } from "../../../../model/service.ts";
import type { Call, Handler } from "../../../action.ts";
import { ApiError } from "../../../contract/errors.ts";
import type { CreateApiRsp } from "../../../contract/generated/types.ts";
import { quote } from "../../../contract/quote.ts";
import { isoTime } from "../../iso-time.ts";
import { addApi } from "../create-api.ts";
import { DocumentError, type DocumentNode } from "./document-node.ts";
import { listOperations, type Operation } from "./list-operations.ts";
import { parseDocument } from "./parse-document.ts";
import { apiName, toCreateApi } from "./to-create-api.ts";

/** Adds an API for every operation of a document. An operation that cannot be imported does not keep the others out. */
export const importOpenApi: Handler<"ImportOpenApi"> = async (call, input) => {
  const service = await findService(call, input.ServiceId);
  checkSize(call, input.Content);
  const root = parseDocument(input.Content, input.EncodeType);
  const operations = listOperations(root);
  const limit = call.settings.quotas.apisPerImport;
  if (operations.length > limit) {
    const message = `The document holds ${operations.length} operations, but at most ${limit} can be imported at once.`;
    throw new ApiError("LimitExceeded.ApiCountLimitExceeded", message);
  }
  const rows: Required<CreateApiRsp>[] = [];
  for (const operation of operations) rows.push(await importOperation(call, service, root, operation));
  return { Result: { TotalCount: rows.length, ApiSet: rows } };
};

function checkSize(call: Call, content: string): void {
  const limitKb = call.settings.quotas.importKilobytes;
  if (Buffer.byteLength(content) <= limitKb * 1024) return;
  throw new ApiError("InvalidParameter.FormatError", `The parameter \`Content\` has more than ${limitKb} KB.`);
}

/** Of the codes for what is not found this action lists the general one alone. */
async function findService(call: Call, id: string): Promise<Service> {
  const service = await call.tx.services.find(call.scope, id);
  if (service !== undefined) return service;
  throw new ApiError("ResourceNotFound", `The service \`${quote(id)}\` does not exist.`);
}

async function importOperation(
  call: Call,
  service: Service,
  root: DocumentNode,
  operation: Operation,
): Promise<Required<CreateApiRsp>> {
  const place = { Path: operation.path, Method: operation.method };
  try {
    const { id, definition, createdAt } = await addApi(call, service, toCreateApi(root, service.id, operation));
    return {
      ApiName: definition.name ?? "",
      Path: definition.path,
      Method: definition.method,
      Status: "success",
      ErrMsg: "",
      ApiId: id,
      CreatedTime: isoTime(createdAt),
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      ApiName: shownName(operation),
      ...place,
      Status: "fail",
      ErrMsg: explain(error, operation),
      ApiId: "",
      CreatedTime: "",
    };
  }
}

/** Code, place and reason. */
function explain(error: ApiError, { node }: Operation): string {
  const isPlaced = error instanceof DocumentError;
  return `${error.code}: ${isPlaced ? "" : `${node.pointer}: `}${error.message}`;
}

/** Also of an operation whose name is at fault. */
function shownName(operation: Operation): string {
  try {
    return apiName(operation);
  } catch {
    return "";
  }
}
