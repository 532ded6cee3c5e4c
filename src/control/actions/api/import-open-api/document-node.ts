import { ApiError } from "../../../contract/errors.ts";
import type { ErrorCode } from "../../../contract/generated/contract.ts";
import { quote } from "../../../contract/quote.ts";

/** A value of a document and its place there, a JSON pointer as URI fragment: `#/paths/~1users/get` (RFC 6901 §6). */
export interface DocumentNode {
  readonly value: unknown;
  readonly pointer: string;
}

/** Something in the document that cannot be imported; the message begins with its place. */
export class DocumentError extends ApiError {
  constructor(code: ErrorCode, { pointer }: Pick<DocumentNode, "pointer">, message: string) {
    super(code, `${pointer}: ${message}`);
  }
}

/** The member itself, not what it may refer to. */
export function memberOf(node: DocumentNode, name: string): DocumentNode | undefined {
  const { value } = node;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return { value: (value as Record<string, unknown>)[name], pointer: `${node.pointer}/${segment(name)}` };
}

export function membersOf(node: DocumentNode): readonly (readonly [name: string, member: DocumentNode])[] {
  const { value, pointer } = node;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new DocumentError("InvalidParameter.FormatError", node, "An object is expected here.");
  }
  return Object.entries(value).map(([name, member]) => [
    name,
    { value: member, pointer: `${pointer}/${segment(name)}` },
  ]);
}

/** The items of a list; none of one that is not there. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  if (node === undefined) return [];
  const { value, pointer } = node;
  if (!Array.isArray(value)) throw new DocumentError("InvalidParameter.FormatError", node, "A list is expected here.");
  return value.map((item: unknown, index) => ({ value: item, pointer: `${pointer}/${index}` }));
}

export function textOf(node: DocumentNode): string {
  if (typeof node.value === "string") return node.value;
  throw new DocumentError("InvalidParameter.FormatError", node, "A text is expected here.");
}

/** Pointers are repeated in messages, so control characters and the like in names must not reach them. */
function segment(name: string): string {
  return quote(name).replaceAll("~", "~0").replaceAll("/", "~1");
}
