import { ApiError, commonError } from "./contract/errors.ts";
import { writeJson } from "./write-json.ts";

/** An API 3.0 answer. Errors are told in the body: any status but 200 looks like a network failure to the SDKs. */
export interface ControlResponse {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What of a call its answer repeats. */
export interface CallMarks {
  /** A lower-case UUID, new for each call. */
  readonly requestId: string;
  /** The `X-TC-TraceId` header, which newer SDKs read back from the answer. */
  readonly traceId: string | undefined;
}

export function success(output: object, marks: CallMarks): Promise<ControlResponse> {
  return respond({ ...output, RequestId: marks.requestId }, marks);
}

export function failure(error: ApiError, marks: CallMarks): Promise<ControlResponse> {
  const details = { Code: error.code, Message: error.message };
  return respond({ Error: details, RequestId: marks.requestId }, marks);
}

/** What the caller is told of an exception: an ApiError as it is, of anything else only that it happened. */
export function publicError(exception: unknown): { error: ApiError; isExpected: boolean } {
  const error = exception instanceof ApiError ? exception : commonError("InternalError", { cause: exception });
  return { error, isExpected: !error.code.startsWith("InternalError") };
}

async function respond(response: object, marks: CallMarks): Promise<ControlResponse> {
  // Exactly this content type: with a charset the Python SDK takes an error for an empty success.
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  const traceId = marks.traceId ?? "";
  if (/^[\w.:-]{1,128}$/.test(traceId)) headers["X-TC-TraceId"] = traceId;
  return { status: 200, headers, body: await writeJson({ Response: response }) };
}
