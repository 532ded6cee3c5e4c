import { parseBackendPath } from "../../../api-path/backend-path.ts";
import { compileLinearRegex, InvalidRegex } from "../../../condition/linear-regex.ts";
import { isHttpBackend } from "../../../model/api.ts";
import {
  type FunctionName,
  type FunctionRoute,
  findFunctionUrl,
  formatFunctionName,
} from "../../../model/cloud-function.ts";
import { patternsOf } from "../../../model/plugin/condition/patterns.ts";
import { InvalidPluginData, type PluginRule } from "../../../model/plugin/invalid-plugin-data.ts";
import { parsePlugin } from "../../../model/plugin/parse-plugin.ts";
import { backendsOf, conditionsOf, functionsOf, upstreamsOf } from "../../../model/plugin/parts-of.ts";
import type { PluginType } from "../../../model/plugin.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { ErrorCode } from "../../contract/generated/contract.ts";
import { quote } from "../../contract/quote.ts";

/** Which code of its published list an action answers for a broken rule of plugin data. */
type PluginDataCodes = Readonly<Record<PluginRule, ErrorCode>>;

export const createPluginCodes: PluginDataCodes = {
  json: "InvalidParameter.FormatError",
  missing: "MissingParameter.PluginConfig",
  "backend-missing": "MissingParameter.BackendSpecificParam",
  value: "InvalidParameterValue.InvalidPluginConfig",
  condition: "InvalidParameterValue.InvalidCondition",
  duplicate: "InvalidParameterValue.DuplicatePluginConfig",
  "too-many": "InvalidParameterValue.ParameterValueLimitExceeded",
  "backend-type": "InvalidParameterValue.InvalidServiceType",
  "backend-url": "InvalidParameterValue.InvalidUrl",
  "backend-address": "InvalidParameterValue.InvalidIPAddress",
  "backend-port": "InvalidParameterValue.InvalidPort",
  "backend-path": "InvalidParameterValue.InvalidBackendPath",
  "backend-config": "InvalidParameterValue.InvalidServiceConfig",
  function: "InvalidParameterValue.InvalidScfConfig",
  upstream: "InvalidParameterValue.InvalidUpstream",
  unsupported: "UnsupportedOperation.InvalidAction",
};

/** ModifyPlugin does not list the code for too many entries. */
export const modifyPluginCodes: PluginDataCodes = {
  ...createPluginCodes,
  "too-many": "InvalidParameterValue.RangeExceeded",
};

/** Throws with the action's code of the first broken rule: what is stored can be served. */
export function checkPluginData(
  type: PluginType,
  data: string,
  functions: readonly FunctionRoute[],
  codes: PluginDataCodes,
): void {
  try {
    const config = parsePlugin(type, data);
    for (const condition of conditionsOf(type, config)) patternsOf(condition).forEach(compileLinearRegex);
    for (const name of functionsOf(type, config)) checkFunction(functions, name);
    for (const { backend } of backendsOf(type, config)) if (isHttpBackend(backend)) checkPath(backend.path);
  } catch (error) {
    if (error instanceof InvalidPluginData) {
      throw new ApiError(codes[error.rule], `The parameter \`PluginData\` is invalid: ${error.message}.`);
    }
    if (!(error instanceof InvalidRegex)) throw error;
    const message = "The parameter `PluginData` is invalid: a regular expression is not RE2 syntax, or is too large.";
    throw new ApiError(codes.condition, message);
  }
}

/** Checks that the upstreams that sound data names are there. */
export async function checkPluginUpstreams(
  call: Call,
  type: PluginType,
  data: string,
  codes: PluginDataCodes,
): Promise<void> {
  for (const upstreamId of upstreamsOf(type, parsePlugin(type, data))) {
    if ((await call.tx.upstreams.find(call.scope, upstreamId)) !== undefined) continue;
    const message = `The parameter \`PluginData\` is invalid: there is no upstream \`${quote(upstreamId)}\`.`;
    throw new ApiError(codes.upstream, message);
  }
}

function checkFunction(functions: readonly FunctionRoute[], name: FunctionName): void {
  if (findFunctionUrl(functions, name) !== undefined) return;
  const message = `TURNPIKE_FUNCTIONS names no endpoint of the function \`${quote(formatFunctionName(name))}\``;
  throw new InvalidPluginData(functions.length === 0 ? "unsupported" : "function", message);
}

function checkPath(path: string): void {
  const parsed = parseBackendPath(path);
  if (!parsed.ok) throw new InvalidPluginData("backend-path", `a backend's path ${parsed.message}`);
}
