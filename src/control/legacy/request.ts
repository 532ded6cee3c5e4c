import { type CommonParameters, textParametersOf } from "../common-parameters.ts";
import { commonError, missingParameter } from "../contract/errors.ts";
import { type ControlRequest, maxV1BodyBytes, type ReceivedRequest, readRequest } from "../request.ts";
import { regionCode } from "./region-names.ts";

/** Of the headers of a legacy call only these say anything; it is signed by its parameters alone. */
const readHeaders = ["host", "content-type"];

export function readLegacyRequest(received: ReceivedRequest): ControlRequest {
  if (received.method === "POST" && (received.body?.length ?? 0) > maxV1BodyBytes) {
    throw commonError("RequestSizeLimitExceeded");
  }
  const headers = new Map(readHeaders.map((name) => [name, received.headers.get(name) ?? ""]));
  return readRequest({ ...received, headers });
}

/**
 * Throws MissingParameter for the first of Action, Timestamp and Nonce that is absent or empty. A nonce need not be new:
 * clients repeat a call as it was when its answer is lost.
 */
export function readLegacyCommonParameters(request: ControlRequest): CommonParameters {
  const parameters = textParametersOf(request);
  const required = (name: string) => parameters.get(name) || refuseMissing(name);
  const action = required("Action");
  const timestamp = required("Timestamp");
  required("Nonce");
  return { source: "parameters", action, version: "2.0", timestamp, region: regionCode(parameters.get("Region")) };
}

function refuseMissing(name: string): never {
  throw missingParameter(name);
}
