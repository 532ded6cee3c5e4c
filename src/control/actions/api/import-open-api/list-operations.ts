import { quote } from "../../../contract/quote.ts";
import { DocumentError, type DocumentNode, itemsOf, memberOf, membersOf } from "./document-node.ts";
import { resolve } from "./references.ts";

/** One method of one path. */
export interface Operation {
  readonly path: string;
  /** Upper case. */
  readonly method: string;
  readonly node: DocumentNode;
  /** Parameters of all operations of the path. */
  readonly pathParameters: readonly DocumentNode[];
}

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
const otherMembers: ReadonlySet<string> = new Set(["$ref", "summary", "description", "servers", "parameters"]);

/** The operations in the order of the document: OpenAPI 3.0 or Swagger 2.0. */
export function listOperations(root: DocumentNode): readonly Operation[] {
  checkVersion(root);
  const paths = memberOf(root, "paths");
  if (paths === undefined)
    throw new DocumentError("InvalidParameter.FormatError", root, "The document has no `paths`.");
  return membersOf(paths)
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => operationsOf(path, resolve(root, item)));
}

function checkVersion(root: DocumentNode): void {
  membersOf(root);
  const node = memberOf(root, "openapi") ?? memberOf(root, "swagger");
  if (node === undefined) {
    const message = "The document names no version: neither `openapi` nor `swagger`.";
    throw new DocumentError("InvalidParameter.FormatError", root, message);
  }
  // YAML reads an unquoted 2.0 as the number 2.
  const version = String(node.value);
  if (node.pointer === "#/openapi" ? version === "3.0" || version.startsWith("3.0.") : /^2(?:\.0)?$/.test(version))
    return;
  const message = `The version \`${quote(version)}\` is not supported, only OpenAPI 3.0 and Swagger 2.0 are.`;
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}

function operationsOf(path: string, item: DocumentNode): readonly Operation[] {
  const pathParameters = itemsOf(memberOf(item, "parameters"));
  return membersOf(item).flatMap(([name, node]) => {
    if (methods.has(name)) return [{ path, method: name.toUpperCase(), node, pathParameters }];
    if (otherMembers.has(name) || name.startsWith("x-")) return [];
    const message = "This is neither a method nor anything else a path may have.";
    throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
  });
}
