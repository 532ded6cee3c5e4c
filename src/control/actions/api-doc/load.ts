import type { ApiDoc } from "../../../model/api-doc.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";
import { quote } from "../../contract/quote.ts";

/** DeleteAPIDoc lists only the general code for a document that is not there. */
export async function loadApiDoc(
  call: Call,
  id: string,
  code: ErrorCode = "ResourceNotFound.InvalidApiDoc",
): Promise<ApiDoc> {
  const doc = await call.tx.apiDocs.find(call.scope, id);
  if (doc !== undefined) return doc;
  throw new ApiError(code, `The API document \`${quote(id)}\` does not exist.`);
}
