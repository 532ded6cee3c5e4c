import { CharacterClass, canonicalEscape, characterClass, hexByteAt } from "./path-characters.ts";

export class InvalidApiPath extends Error {}

/**
 * Literal text of an API path in the spelling canonical request paths have, so that comparing strings is enough: `/caf%c3%a9`
 * and `/café` both become `/caf%C3%A9`. Text that no request path can hold is refused.
 */
export function canonicalLiteral(text: string): string {
  let canonical = "";
  for (let index = 0; index < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (char === "%") {
      canonical += escapeAt(text, index);
      index += 3;
    } else {
      canonical += spellingOf(char);
      index += char.length;
    }
  }
  return canonical;
}

function escapeAt(text: string, index: number): string {
  const byte = hexByteAt(text, index + 1);
  if (byte < 0) throw new InvalidApiPath("a percent sign must be followed by two hexadecimal digits");
  const spelling = canonicalEscape(byte);
  if (spelling === undefined) throw new InvalidApiPath("control characters are not allowed, encoded or not");
  return spelling;
}

function spellingOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  switch (characterClass(code)) {
    case CharacterClass.ENCODED:
      return canonicalEscape(code) ?? "";
    case CharacterClass.FORBIDDEN:
      break;
    default:
      return char;
  }
  if (code < 0x20 || code === 0x7f) throw new InvalidApiPath("control characters are not allowed, encoded or not");
  if (char === "\\" || char === "?" || char === "#")
    throw new InvalidApiPath(`"${char}" cannot occur in a request path`);
  if (code >= 0xd800 && code <= 0xdfff) throw new InvalidApiPath("the text is not well-formed Unicode");
  return encodeURIComponent(char);
}

/**
 * Refuses segments that no canonical path holds. `endsPath` says whether a request path ends where `literal` does; otherwise
 * the last segment may go on, as `/.well-known` does after `/.`.
 */
export function checkSegments(literal: string, endsPath: boolean): void {
  if (literal.includes("//")) throw new InvalidApiPath("empty segments (//) never match a request");
  const followed = endsPath ? `${literal}/` : literal;
  if (followed.includes("/./") || followed.includes("/../")) {
    throw new InvalidApiPath("dot segments (/./ and /../) never match a request");
  }
}
