import type { ApiDefinition, BackendParameter, ConstantParameter, RequestParameter } from "./api.ts";
import type { DefinitionFault, DefinitionRule } from "./definition-fault.ts";
import { isHeaderValue, isSettableHeader } from "./header-field.ts";

type Parameters = Pick<ApiDefinition, "requestParameters" | "backendParameters" | "constantParameters">;

/** The `{name}`s of the API's path and of its backend's. */
export interface PathNames {
  readonly frontend: readonly string[];
  readonly backend: readonly string[];
}

const controlCharacter = /[\x00-\x1f\x7f]/;

/**
 * The first broken rule of an API's parameters.
 * Sources: Tencent Cloud docs 628/11797; header rules are ours and keep a value from becoming a second header.
 */
export function findParameterFault(api: Parameters, pathNames: PathNames): DefinitionFault | undefined {
  return (
    findRequestParameterFault(api.requestParameters, pathNames.frontend) ??
    findBackendParameterFault(api.backendParameters, api.requestParameters) ??
    findUnfilledVariable(api, pathNames.backend) ??
    findConstantFault(api.constantParameters)
  );
}

function findRequestParameterFault(
  parameters: readonly RequestParameter[],
  pathNames: readonly string[],
): DefinitionFault | undefined {
  const rule = "request-parameters";
  const fields = parameters.map((parameter) => ({ ...parameter, value: parameter.defaultValue }));
  const fieldFault = findFieldFault(rule, fields, ["header", "query", "path", "body"]);
  if (fieldFault !== undefined) return fieldFault;

  const declared = parameters.filter((parameter) => isAt(parameter.position, "path")).map(({ name }) => name);
  const undeclared = pathNames.find((name) => !declared.includes(name));
  if (undeclared !== undefined) {
    return { rule, message: `The path holds {${undeclared}}, but no path parameter of that name is declared.` };
  }
  const absent = declared.find((name) => !pathNames.includes(name));
  if (absent === undefined) return undefined;
  return { rule, message: `The path parameter ${absent} is declared, but the path does not hold {${absent}}.` };
}

function findBackendParameterFault(
  parameters: readonly BackendParameter[],
  declared: readonly RequestParameter[],
): DefinitionFault | undefined {
  const fields = parameters.map((parameter) => ({ ...parameter, value: parameter.defaultValue }));
  const fieldFault = findFieldFault("backend-parameters", fields, ["header", "query", "path", "body"]);
  if (fieldFault !== undefined) return fieldFault;
  for (const parameter of parameters) {
    const source = declared.find((input) => isSource(input, parameter));
    if (source === undefined) {
      const message = `The backend parameter ${parameter.name} is taken from ${parameter.sourceName}, which is not declared there.`;
      return { rule: "parameter-source", message };
    }
    // The default of an input goes where the input goes.
    if (isAt(parameter.position, "header") && !isHeaderValue(source.defaultValue ?? "")) {
      const message = `The default of ${source.name} must be printable ASCII, for it is sent in the header ${parameter.name}.`;
      return { rule: "backend-parameters", message };
    }
  }
  return undefined;
}

/** Without a mapping a declared path parameter fills the backend variable of its own name. */
function findUnfilledVariable(
  { backendParameters, requestParameters }: Parameters,
  backendNames: readonly string[],
): DefinitionFault | undefined {
  const fills = (name: string) => (parameter: { readonly name: string; readonly position: string }) =>
    parameter.name === name && isAt(parameter.position, "path");
  const unfilled = backendNames.find(
    (name) => !backendParameters.some(fills(name)) && !requestParameters.some(fills(name)),
  );
  if (unfilled === undefined) return undefined;
  return { rule: "path-variable", message: `The backend path holds {${unfilled}}, but no parameter fills it.` };
}

function findConstantFault(constants: readonly ConstantParameter[]): DefinitionFault | undefined {
  return findFieldFault("constant-parameters", constants, ["header", "query"]);
}

interface Field {
  readonly name: string;
  readonly position: string;
  readonly value: string | null;
}

function findFieldFault(
  rule: DefinitionRule,
  fields: readonly Field[],
  positions: readonly string[],
): DefinitionFault | undefined {
  const seen = new Set<string>();
  for (const field of fields) {
    const position = field.position.toLowerCase();
    if (field.name === "") return { rule, message: "A parameter needs a name." };
    if (!positions.includes(position)) {
      return { rule, message: `The position of a parameter must be one of ${positions.join(", ")}.` };
    }
    const isHeader = position === "header";
    if (isHeader ? !isSettableHeader(field.name) : controlCharacter.test(field.name)) {
      return { rule, message: `A ${position} parameter has a name that cannot be sent there.` };
    }
    if (isHeader && !isHeaderValue(field.value ?? "")) {
      return { rule, message: `The value of the header ${field.name} must be printable ASCII.` };
    }
    // Header names are the same whatever their case (RFC 9110 §5.1).
    const place = `${position} ${isHeader ? field.name.toLowerCase() : field.name}`;
    if (seen.has(place)) return { rule, message: `The ${position} parameter ${field.name} is given twice.` };
    seen.add(place);
  }
  return undefined;
}

function isSource(declared: RequestParameter, { sourceName, sourcePosition }: BackendParameter): boolean {
  if (!isAt(declared.position, sourcePosition)) return false;
  if (declared.name === sourceName) return true;
  return isAt(declared.position, "header") && declared.name.toLowerCase() === sourceName.toLowerCase();
}

function isAt(position: string, other: string): boolean {
  return position.toLowerCase() === other.toLowerCase();
}
