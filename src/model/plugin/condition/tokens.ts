import { InvalidPluginData } from "../invalid-plugin-data.ts";

export type Token =
  | { readonly kind: "word" | "text"; readonly text: string; readonly at: number }
  | { readonly kind: "number"; readonly value: number; readonly text: string; readonly at: number }
  | { readonly kind: "symbol"; readonly text: string; readonly at: number };

const maxLength = 4_096;
// Sticky and without nested repetition: each is linear, and the text is read once from left to right.
const space = /[ \t\r\n]+/y;
const number = /-?[0-9]+(?:\.[0-9]+)?(?![A-Za-z_])/y;
const word = /[A-Za-z_][A-Za-z0-9_.-]*/y;
const text = /'[^']*'|"[^"]*"/y;
const symbol = /==|!=|<=|>=|[=<>(),{}]/y;

/** The words, constants and signs of a condition. Throws InvalidPluginData for anything else. */
export function tokenize(source: string): readonly Token[] {
  if (source.length > maxLength) {
    throw new InvalidPluginData("condition", `A condition may have at most ${maxLength} characters`);
  }
  const tokens: Token[] = [];
  let at = 0;
  const read = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    return form.exec(source)?.[0];
  };
  while (at < source.length) {
    const blank = read(space);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const token = readToken(read, at);
    if (token === undefined) throw unexpected(at);
    tokens.push(token);
    at += token.kind === "text" ? token.text.length + 2 : token.text.length;
  }
  return tokens;
}

function readToken(read: (form: RegExp) => string | undefined, at: number): Token | undefined {
  const quoted = read(text);
  if (quoted !== undefined) return { kind: "text", text: quoted.slice(1, -1), at };
  const digits = read(number);
  if (digits !== undefined) return { kind: "number", value: Number(digits), text: digits, at };
  const name = read(word);
  if (name !== undefined) return { kind: "word", text: name, at };
  const sign = read(symbol);
  return sign === undefined ? undefined : { kind: "symbol", text: sign, at };
}

/** `at` counts from zero. */
export function unexpected(at: number | undefined): InvalidPluginData {
  const place = at === undefined ? "ends too early" : `cannot be read at character ${at + 1}`;
  return new InvalidPluginData("condition", `The condition ${place}`);
}
