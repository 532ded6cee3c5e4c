import type { ParseFailure, RequestHead } from "../../http1/message-head.ts";
import { BAD_HOST } from "../../http1/parse-request-head.ts";
import type { AbortReason } from "../../http1/server-exchange.ts";
import type { UpstreamFailure } from "../../http1/upstream-failure.ts";
import { type GatewayError, type GatewayErrorCode, gatewayError } from "../errors.ts";

const codesByStatus = new Map<number, GatewayErrorCode>([
  [405, "methodNotAllowed"],
  [408, "requestTimeout"],
  [413, "bodyTooLarge"],
  [414, "targetTooLong"],
  [417, "expectationFailed"],
  [429, "tooManyConnections"],
  [431, "headTooLarge"],
  [500, "internal"],
  [501, "methodTooLong"],
  [503, "unfinished"],
  [505, "versionNotSupported"],
]);

/** What a caller is told whose request the engine refuses. `head` is what could be read of it. */
export function refusalError(failure: ParseFailure, head: RequestHead | null): GatewayError {
  if (failure === BAD_HOST && head !== null && head.host !== "") return gatewayError("hostUnusable");
  return gatewayError(codesByStatus.get(failure.status) ?? "badRequest");
}

/** What a caller is told when the call to the backend fails. */
export function backendError({ kind, status }: UpstreamFailure): GatewayError {
  if (kind === "blocked") return gatewayError("backendBlocked");
  if (status === 503) return gatewayError("backendBusy");
  return gatewayError(status === 504 ? "backendTimeout" : "backendUnreachable");
}

/** How a request is logged that ended without a whole answer. */
export interface Ending {
  readonly status: number;
  readonly error: string;
}

const callerGone: Ending = { status: 499, error: "Client closed connection" };
const cutOff: Ending = { status: 503, error: "The gateway ended the call" };

export function endingOf(reason: AbortReason, bodyFailure: ParseFailure | null): Ending {
  if (bodyFailure !== null) {
    const { status, message } = refusalError(bodyFailure, null);
    return { status, error: message };
  }
  return reason === "timeout" || reason === "stopped" ? cutOff : callerGone;
}
