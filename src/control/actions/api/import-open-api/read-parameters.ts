import { quote } from "../../../contract/quote.ts";
import { DocumentError, type DocumentNode, itemsOf, memberOf, textOf } from "./document-node.ts";
import type { Operation } from "./list-operations.ts";
import { resolve } from "./references.ts";

/** A declared input as CreateApi takes it. */
interface ImportedParameter {
  readonly Name: string;
  readonly Position: string;
  readonly Type: string;
  readonly DefaultValue: string;
  readonly Required: boolean;
  readonly Desc: string;
}

const positions: ReadonlySet<string> = new Set(["path", "query", "header"]);
/** Bodies pass through as they are, so nothing needs to be declared about them. */
const bodyPositions: ReadonlySet<string> = new Set(["body", "formData"]);
/** Header parameters of these names are to be ignored, for others describe them (OpenAPI 3.0.3, Parameter Object). */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** The inputs of an operation; its own go before those of its path. */
export function readParameters(root: DocumentNode, { node, pathParameters }: Operation): readonly ImportedParameter[] {
  const parameters = new Map<string, ImportedParameter>();
  for (const item of [...itemsOf(memberOf(node, "parameters")), ...pathParameters]) {
    const parameter = readParameter(root, resolve(root, item));
    if (parameter === undefined) continue;
    const place = `${parameter.Position} ${parameter.Name}`;
    if (!parameters.has(place)) parameters.set(place, parameter);
  }
  return [...parameters.values()];
}

function readParameter(root: DocumentNode, node: DocumentNode): ImportedParameter | undefined {
  const position = required(node, "in");
  if (bodyPositions.has(position)) return undefined;
  const name = required(node, "name");
  if (position === "header" && ignoredHeaders.has(name.toLowerCase())) return undefined;
  if (!positions.has(position)) {
    const message = `A parameter in \`${quote(position)}\` cannot be declared, only those in path, query and header.`;
    throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
  }
  // Swagger 2.0 writes the members of the schema beside those of the parameter.
  const schemaMember = memberOf(node, "schema");
  const schema = schemaMember === undefined ? node : resolve(root, schemaMember);
  const description = memberOf(node, "description");
  return {
    Name: name,
    Position: position.toUpperCase(),
    Type: typeOf(schema),
    DefaultValue: defaultOf(schema),
    Required: memberOf(node, "required")?.value === true,
    Desc: typeof description?.value === "string" ? description.value : "",
  };
}

function required(node: DocumentNode, name: string): string {
  const member = memberOf(node, name);
  if (member !== undefined) return textOf(member);
  throw new DocumentError("InvalidParameter.FormatError", node, `The parameter has no \`${name}\`.`);
}

function typeOf(schema: DocumentNode): string {
  const format = memberOf(schema, "format")?.value;
  switch (memberOf(schema, "type")?.value) {
    case "integer":
      return format === "int64" ? "long" : "int";
    case "number":
      return format === "float" ? "float" : "double";
    case "boolean":
      return "boolean";
    default:
      return "string";
  }
}

function defaultOf(schema: DocumentNode): string {
  const node = memberOf(schema, "default");
  if (node === undefined || node.value === null) return "";
  if (typeof node.value !== "object") return String(node.value);
  const message = "The default of a parameter must be a single value.";
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}
