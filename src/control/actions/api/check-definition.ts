import { type Api, type ApiDefinition, isHttpBackend } from "../../../model/api.ts";
import { findBackendFault } from "../../../model/backend-rules.ts";
import { type FunctionName, findFunctionUrl, formatFunctionName } from "../../../model/cloud-function.ts";
import type { DefinitionFault } from "../../../model/definition-fault.ts";
import { findParameterFault } from "../../../model/parameter-rules.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import { quote } from "../../contract/quote.ts";
import type { DefinitionCodes } from "./definition-codes.ts";
import { pathShape, readPathNames } from "./path-names.ts";

/** Checks a definition by itself; throws with the action's code of the first broken rule. */
export function checkDefinition(definition: ApiDefinition, codes: DefinitionCodes): void {
  const backendFault = findBackendFault(definition.backend, definition.protocol);
  if (backendFault !== undefined) throw faultError(backendFault, codes);
  if (definition.protocol === "WEBSOCKET" && definition.method !== "GET") {
    throw faultError(
      { rule: "websocket-method", message: "`RequestConfig.Method` of a WEBSOCKET API must be GET" },
      codes,
    );
  }
  const pathNames = readPathNames(definition);
  if ("rule" in pathNames) throw faultError(pathNames, codes);
  const parameterFault = findParameterFault(definition, pathNames);
  if (parameterFault !== undefined) throw faultError(parameterFault, codes);
}

/** Checks that the upstream or the function a definition names is there. */
export async function checkBackend(call: Call, { backend }: ApiDefinition, codes: DefinitionCodes): Promise<void> {
  if (backend.type === "SCF") checkFunction(call, backend.function, codes);
  if (!isHttpBackend(backend) || backend.upstreamId === undefined) return;
  if ((await call.tx.upstreams.find(call.scope, backend.upstreamId)) !== undefined) return;
  throw faultError(
    { rule: "upstream", message: "`ServiceConfig.UpstreamId` names no upstream", subject: backend.upstreamId },
    codes,
  );
}

function checkFunction({ settings }: Call, name: FunctionName, codes: DefinitionCodes): void {
  if (findFunctionUrl(settings.functions, name) !== undefined) return;
  const message = "TURNPIKE_FUNCTIONS names no endpoint of the function";
  throw faultError({ rule: "function", message, subject: formatFunctionName(name) }, codes);
}

/**
 * Checks that no other API of the service has the definition's name, or its path and method. ANY is a method of its own
 * here: it may stand beside an API of the same path for one method, which then goes first.
 */
export async function checkUnique(
  call: Call,
  serviceId: string,
  definition: ApiDefinition,
  codes: DefinitionCodes,
  ownId?: string,
): Promise<void> {
  const { name } = definition;
  if (name !== null) {
    const namesake = await call.tx.apis.findByName(call.scope, serviceId, name);
    if (namesake !== undefined && namesake.id !== ownId) {
      const message = `The \`ApiName\` is taken by the API \`${namesake.id}\` of the service.`;
      throw new ApiError("InvalidParameter.FormatError", message);
    }
  }
  const twin = await findTwin(call, serviceId, definition, ownId);
  if (twin === undefined) return;
  const message = "The service already has an API of that path and method";
  throw faultError({ rule: "request-path", message, subject: twin.id }, codes);
}

/** An API that would match the very requests of the definition: `/a/{x}` stands in the way of `/a/{y}`. */
async function findTwin(
  call: Call,
  serviceId: string,
  { path, method }: ApiDefinition,
  ownId: string | undefined,
): Promise<Api | undefined> {
  const same = await call.tx.apis.findByPathAndMethod(call.scope, serviceId, path, method);
  if (same !== undefined && same.id !== ownId) return same;
  const shape = pathShape(path);
  // A plain path spelt canonically is its own shape; the look-up above has answered for it.
  if (shape === path) return undefined;
  const drafts = await call.tx.apis.listAll(serviceId);
  return drafts.find(
    ({ id, definition }) => id !== ownId && definition.method === method && pathShape(definition.path) === shape,
  );
}

function faultError({ rule, message, subject }: DefinitionFault, codes: DefinitionCodes): ApiError {
  return new ApiError(codes[rule], subject === undefined ? `${message}.` : `${message}: \`${quote(subject)}\`.`);
}
