import { isScalar, LineCounter, parseDocument as parseYaml, visit } from "yaml";
import { ApiError } from "../../../contract/errors.ts";
import { quote } from "../../../contract/quote.ts";
import type { DocumentNode } from "./document-node.ts";

/** Aliases that may be expanded; a few lines of nested ones would fill the memory. */
const maxAliases = 100;

/** The root of the document a text holds. Throws `InvalidParameter.FormatError`. */
export function parseDocument(content: string, encoding: "YAML" | "JSON"): DocumentNode {
  return { value: encoding === "JSON" ? readJson(content) : readYaml(content), pointer: "#" };
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw unreadable("is not valid JSON");
  }
}

function readYaml(content: string): unknown {
  const lines = new LineCounter();
  try {
    // The library compares every key of a mapping with every other, which takes minutes for a long one.
    const document = parseYaml(content, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const [fault] = document.errors;
    if (fault?.code === "RESOURCE_EXHAUSTION") throw unreadable("is nested too deeply", fault);
    if (fault !== undefined) {
      const { line, col } = lines.linePos(fault.pos[0]);
      throw unreadable(`is not valid YAML at line ${line}, column ${col}: ${quote(fault.message)}`);
    }
    visit(document, {
      Map(_, { items }) {
        const names = items.map(({ key }) => (isScalar(key) ? String(key.value) : key));
        if (new Set(names).size < names.length) throw unreadable("gives a key twice in one mapping");
      },
    });
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    // Too many aliases, or a value nested too deeply for the stack.
    throw unreadable("cannot be read as YAML", error);
  }
}

function unreadable(what: string, cause?: unknown): ApiError {
  return new ApiError("InvalidParameter.FormatError", `The parameter \`Content\` ${what}.`, { cause });
}
