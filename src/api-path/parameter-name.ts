import { InvalidApiPath } from "./path-literal.ts";

const NAMED_PARAMETER = /^\{([A-Za-z0-9_.-]+)\}/;

/** The name in the `{name}` that opens at `index`. */
export function parameterNameAt(text: string, index: number): string {
  const name = NAMED_PARAMETER.exec(text.slice(index))?.[1];
  if (name !== undefined) return name;
  if (text.startsWith("{}", index)) throw new InvalidApiPath("a parameter needs a name between its braces");
  throw new InvalidApiPath("braces must enclose a parameter name of letters, digits, _, - and .");
}

/** Literal texts around the `{name}`s of a path, one more than there are names, neither canonical nor checked. */
export function splitAtParameters(text: string): { readonly literals: string[]; readonly names: string[] } {
  const literals: string[] = [];
  const names: string[] = [];
  let literalStart = 0;
  for (let open = text.indexOf("{"); open >= 0; open = text.indexOf("{", literalStart)) {
    const name = parameterNameAt(text, open);
    literals.push(text.slice(literalStart, open));
    names.push(name);
    literalStart = open + name.length + 2;
  }
  literals.push(text.slice(literalStart));
  if (literals.some((literal) => literal.includes("}")))
    throw new InvalidApiPath("a closing brace has no opening brace");
  return { literals, names };
}
