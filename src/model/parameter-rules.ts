import type { ApiDefinition, BackendParameter, ConstantParameter, RequestParameter } from "./api.ts";
import type { DefinitionFault } from "./definition-fault.ts";
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
    return {
      rule,
      message: "A variable of `RequestConfig.Path` is not declared in `RequestParameters`, with the position path",
      subject: undeclared,
    };
  }
  const absent = declared.find((name) => !pathNames.includes(name));
  if (absent === undefined) return undefined;
  return {
    rule,
    message: "`RequestConfig.Path` does not hold a path parameter that `RequestParameters` declares",
    subject: absent,
  };
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
      const message = "`ServiceParameters` takes an input that `RequestParameters` does not declare in that position";
      return { rule: "parameter-source", message, subject: parameter.sourceName };
    }
    // The default of an input goes where the input goes.
    if (isAt(parameter.position, "header") && !isHeaderValue(source.defaultValue ?? "")) {
      const message = "`RequestParameters`: the default of an input that is sent in a header must be printable ASCII";
      return { rule: "backend-parameters", message, subject: source.name };
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
  return { rule: "path-variable", message: "No parameter fills a variable of `ServiceConfig.Path`", subject: unfilled };
}

function findConstantFault(constants: readonly ConstantParameter[]): DefinitionFault | undefined {
  return findFieldFault("constant-parameters", constants, ["header", "query"]);
}

type FieldRule = "request-parameters" | "backend-parameters" | "constant-parameters";

/** What the lists of parameters are called in a request. */
const listNames: Readonly<Record<FieldRule, string>> = {
  "request-parameters": "RequestParameters",
  "backend-parameters": "ServiceParameters",
  "constant-parameters": "ConstantParameters",
};

interface Field {
  readonly name: string;
  readonly position: string;
  readonly value: string | null;
}

function findFieldFault(
  rule: FieldRule,
  fields: readonly Field[],
  positions: readonly string[],
): DefinitionFault | undefined {
  const fault = (problem: string, subject?: string): DefinitionFault => {
    return { rule, message: `\`${listNames[rule]}\`: ${problem}`, ...(subject !== undefined && { subject }) };
  };
  const seen = new Set<string>();
  for (const field of fields) {
    const position = field.position.toLowerCase();
    if (field.name === "") return fault("a parameter needs a name");
    if (!positions.includes(position)) {
      return fault(`the position of a parameter must be one of ${positions.join(", ")}`, field.name);
    }
    const isHeader = position === "header";
    if (isHeader ? !isSettableHeader(field.name) : controlCharacter.test(field.name)) {
      return fault(`a ${position} parameter has a name that cannot be sent there`, field.name);
    }
    if (isHeader && !isHeaderValue(field.value ?? "")) {
      return fault("the value of a header must be printable ASCII", field.name);
    }
    // Header names are the same whatever their case (RFC 9110 §5.1).
    const place = `${position} ${isHeader ? field.name.toLowerCase() : field.name}`;
    if (seen.has(place)) return fault(`a ${position} parameter is given twice`, field.name);
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
