import { missingParameter, wrongType } from "./contract/errors.ts";
import type { ControlRequest } from "./request.ts";

/** The parameters every call carries beside the action's own. Source: Tencent Cloud docs 628/13882. */
export interface CommonParameters {
  /** Where the caller put them: `X-TC-*` headers, or parameters of the query or form. */
  readonly source: "headers" | "parameters";
  readonly action: string;
  readonly version: string;
  /** Unix seconds as written. */
  readonly timestamp: string;
  /** Undefined when not sent at all; may be empty or unknown until the region is checked. */
  readonly region: string | undefined;
}

/** Throws MissingParameter for the first of Action, Version and Timestamp that is absent or empty. */
export function readCommonParameters(request: ControlRequest): CommonParameters {
  const parameters = textParametersOf(request);
  const source =
    request.isTc3 || (request.headers.has("x-tc-action") && !parameters.has("Action")) ? "headers" : "parameters";
  // V1 signs its parameters and no header, so only the parameters count there. TC3 callers may use either.
  const read = (name: string) =>
    (source === "headers" ? request.headers.get(`x-tc-${name.toLowerCase()}`) : undefined) ?? parameters.get(name);
  const required = (name: string) => {
    const value = read(name);
    if (value === undefined || value === "") throw missingParameter(name);
    return value;
  };
  return {
    source,
    action: required("Action"),
    version: required("Version"),
    timestamp: required("Timestamp"),
    region: read("Region"),
  };
}

const noParameters: ReadonlyMap<string, string> = new Map();

/** Parameters that came as text; none when the body is JSON. */
export function textParametersOf(request: ControlRequest): ReadonlyMap<string, string> {
  return request.parameters.kind === "text" ? request.parameters.values : noParameters;
}

/** Epoch milliseconds of the call's timestamp. */
export function readTimestamp(common: CommonParameters): number {
  if (!/^[0-9]{1,12}$/.test(common.timestamp)) throw wrongType("Timestamp", "integer");
  return Number(common.timestamp) * 1000;
}
