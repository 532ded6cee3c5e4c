import { gatewayErrors } from "../../src/gateway/errors.ts";
import { gatewayErrorCauses, pathCauses, signatureCauses } from "./gateway-error-causes.ts";
import { code, page, table } from "./markdown.ts";

/** Every error a caller of the gateway can meet. */
export function gatewayErrorsPage(): string {
  const entries = Object.entries(gatewayErrors) as [keyof typeof gatewayErrors, { status: number; message: string }][];
  const rows = entries
    .toSorted(([, left], [, right]) => left.status - right.status)
    .map(([name, { status, message }]) => [
      String(status),
      message === "{}" ? "one of several" : code(message),
      gatewayErrorCauses[name],
    ]);
  return page("Errors of the gateway", "src/gateway/errors.ts", [
    'The body is `{"message":"…"}` with `/` written as `\\/` and a newline at its end, the type ' +
      "`application/json; charset=utf-8`. The header `X-Api-RequestId` names the request, and the access log has it under " +
      "the same id; what could not be read as a request at all has neither. `{}` stands for a part that is filled in. What a " +
      "backend answers is relayed as it is, errors included.",
    table(["status", "message", "when"], rows),
    "## Signatures",
    "All 401. The checks run in this order; after the date and the signed headers come the usage plan (403), the key and " +
      "its plan, and last the signature itself. [How to sign](signing.md).",
    table(["message", "when"], causeRows(signatureCauses)),
    "## Paths",
    "All 400. With `TURNPIKE_AMBIGUOUS_PATHS=normalise` dot segments are resolved and empty segments merged, and the last " +
      "four are let through as they are; a dot segment that is left after that is still refused.",
    table(["message", "when"], causeRows(pathCauses)),
  ]);
}

function causeRows(causes: ReadonlyMap<string, string>): string[][] {
  return [...causes].map(([message, cause]) => [code(message), cause]);
}
