/**
 * Which characters a canonical path may hold, and the one canonical spelling of every byte (RFC 3986 §2.3, §3.3, §6.2.2).
 */

/** What to do with a character that arrives raw in a request path. The first three may stand in a canonical path unseen. */
export const CharacterClass = {
  /** An RFC 3986 pchar other than those below: kept. */
  PLAIN: 0,
  SLASH: 1,
  DOT: 2,
  PERCENT: 3,
  SEMICOLON: 4,
  /** Not a pchar, but browsers send it raw and it delimits nothing: kept as its escape. */
  ENCODED: 5,
  FORBIDDEN: 6,
} as const;

const UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
const SUB_DELIMS_AND_MORE = "!$&'()*+,=:@";
// The WHATWG URL parser leaves (or until recently left) these raw in a path, so browsers and the clients built on it send them.
const SENT_RAW_BY_BROWSERS = "[]^{|}";

const CLASS_OF_ASCII = new Uint8Array(128).fill(CharacterClass.FORBIDDEN);
for (const char of UNRESERVED + SUB_DELIMS_AND_MORE) CLASS_OF_ASCII[char.charCodeAt(0)] = CharacterClass.PLAIN;
for (const char of SENT_RAW_BY_BROWSERS) CLASS_OF_ASCII[char.charCodeAt(0)] = CharacterClass.ENCODED;
CLASS_OF_ASCII["/".charCodeAt(0)] = CharacterClass.SLASH;
CLASS_OF_ASCII[".".charCodeAt(0)] = CharacterClass.DOT;
CLASS_OF_ASCII["%".charCodeAt(0)] = CharacterClass.PERCENT;
CLASS_OF_ASCII[";".charCodeAt(0)] = CharacterClass.SEMICOLON;

export function characterClass(code: number): number {
  return CLASS_OF_ASCII[code] ?? CharacterClass.FORBIDDEN;
}

function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

const SPELLING_OF_BYTE: readonly (string | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  if (isControl(byte)) return undefined;
  const char = String.fromCharCode(byte);
  if (UNRESERVED.includes(char)) return char;
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
});

/**
 * The canonical spelling of an escaped byte: the character itself when it is unreserved, else the escape with upper-case
 * digits. Undefined for control characters, which no path may carry.
 */
export function canonicalEscape(byte: number): string | undefined {
  return SPELLING_OF_BYTE[byte];
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x66) return lower - 0x57;
  return -1;
}

/** The byte written by the two hexadecimal digits at `index`, or -1 when they are not two hexadecimal digits. */
export function hexByteAt(text: string, index: number): number {
  // Past the end charCodeAt gives NaN, which is no digit.
  const high = hexDigit(text.charCodeAt(index));
  const low = hexDigit(text.charCodeAt(index + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}
