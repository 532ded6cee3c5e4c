import { quote } from "../../../contract/quote.ts";
import { DocumentError, type DocumentNode, memberOf } from "./document-node.ts";

/** References that lead to references; a circle of them never ends. */
const maxReferences = 16;

/** What a node is after following its `$ref`, if it is one. Only places in the document itself can be referred to. */
export function resolve(root: DocumentNode, node: DocumentNode): DocumentNode {
  let current = node;
  for (let followed = 0; followed <= maxReferences; followed++) {
    const reference = memberOf(current, "$ref");
    if (reference === undefined || typeof reference.value !== "string") return current;
    current = lookUp(root, reference, reference.value);
  }
  const message = `More than ${maxReferences} references lead to each other.`;
  throw new DocumentError("InvalidParameterValue.UnsupportedParameter", node, message);
}

function lookUp(root: DocumentNode, place: DocumentNode, reference: string): DocumentNode {
  if (reference !== "#" && !reference.startsWith("#/")) {
    const message = `References out of the document, such as \`${quote(reference)}\`, are not followed.`;
    throw new DocumentError("InvalidParameterValue.UnsupportedParameter", place, message);
  }
  let found: DocumentNode | undefined = root;
  for (const segment of reference.split("/").slice(1)) {
    found = found && memberOf(found, unescaped(segment));
  }
  if (found !== undefined) return found;
  const message = `The reference \`${quote(reference)}\` leads nowhere.`;
  throw new DocumentError("InvalidParameter.FormatError", place, message);
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return segment;
  }
}
