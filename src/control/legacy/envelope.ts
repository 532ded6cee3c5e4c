import type { ApiError } from "../contract/errors.ts";
import type { ControlResponse } from "../envelope.ts";
import { writeJson } from "../write-json.ts";
import { resultCode } from "./result-code.ts";

/** Fields of API 2.0 stand beside those of the envelope; nothing names the request. */
export function legacySuccess(fields: object): Promise<ControlResponse> {
  return respond({ code: 0, message: "", codeDesc: "Success", ...fields });
}

export function legacyFailure(error: ApiError): Promise<ControlResponse> {
  const { code, codeDesc } = resultCode(error.code);
  return respond({ code, message: error.message, codeDesc });
}

/** Always 200: the clients take any other status for a broken connection. */
async function respond(body: object): Promise<ControlResponse> {
  return { status: 200, headers: { "Content-Type": "application/json" }, body: await writeJson(body) };
}
