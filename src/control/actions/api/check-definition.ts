import type { ApiDefinition } from "../../../model/api.ts";
import { findBackendFault } from "../../../model/backend-rules.ts";
import type { DefinitionFault } from "../../../model/definition-fault.ts";
import { findParameterFault } from "../../../model/parameter-rules.ts";
import type { Call } from "../../action.ts";
import { ApiError } from "../../contract/errors.ts";
import type { DefinitionCodes } from "./definition-codes.ts";
import { readPathNames } from "./path-names.ts";

/** Checks a definition by itself; throws with the action's code of the first broken rule. */
export function checkDefinition(definition: ApiDefinition, codes: DefinitionCodes): void {
  const backendFault = findBackendFault(definition.backend);
  if (backendFault !== undefined) throw faultError(backendFault, codes);
  const pathNames = readPathNames(definition);
  if ("rule" in pathNames) throw faultError(pathNames, codes);
  const parameterFault = findParameterFault(definition, pathNames);
  if (parameterFault !== undefined) throw faultError(parameterFault, codes);
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
  const { name, path, method } = definition;
  if (name !== null) {
    const namesake = await call.tx.apis.findByName(call.scope, serviceId, name);
    if (namesake !== undefined && namesake.id !== ownId) {
      const message = `The service already has an API of that name, ${namesake.id}.`;
      throw new ApiError("InvalidParameter.FormatError", message);
    }
  }
  const twin = await call.tx.apis.findByPathAndMethod(call.scope, serviceId, path, method);
  if (twin === undefined || twin.id === ownId) return;
  const message = `The service already has an API of that path and method, ${twin.id}.`;
  throw faultError({ rule: "request-path", message }, codes);
}

function faultError({ rule, message }: DefinitionFault, codes: DefinitionCodes): ApiError {
  return new ApiError(codes[rule], message);
}
