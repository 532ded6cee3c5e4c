// Character classes of RFC 9110 §5.6 and RFC 3986, as 256-entry tables indexed by byte: one load answers "is this
// byte allowed here", which is the whole cost of strictness in the parser's inner loops.

function table(isMember: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (isMember(byte) ? 1 : 0));
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isAlpha = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
const oneOf = (characters: string) => (byte: number) => byte < 0x80 && characters.includes(String.fromCharCode(byte));

const isTokenMark = oneOf("!#$%&'*+-.^_`|~");
const isHostMark = oneOf("-._");
const isNeverInTarget = oneOf('"#<>');

/** token, RFC 9110 §5.6.2: methods and field names. */
export const TOKEN = table((byte) => isDigit(byte) || isAlpha(byte) || isTokenMark(byte));

/** Bytes of a field value, RFC 9110 §5.5: visible ASCII, SP, HTAB and obs-text; every other control is refused. */
export const FIELD_VALUE = table((byte) => byte === 0x09 || (byte >= 0x20 && byte !== 0x7f));

/**
 * Bytes of a request target. RFC 3986 plus the few that browsers leave unescaped (`|`, `{`, `^`, …), which carry no
 * ambiguity; a fragment, the delimiters `"` `<` `>` and anything outside visible ASCII are refused.
 */
export const TARGET = table((byte) => byte > 0x20 && byte < 0x7f && !isNeverInTarget(byte));

/** Bytes of a host name or IPv4 address. RFC 3986 reg-name allows more; no real host name needs it. */
const HOST_NAME = table((byte) => isDigit(byte) || isAlpha(byte) || isHostMark(byte));

/** Bytes between the brackets of an IPv6 literal. */
const IPV6_LITERAL = table((byte) => isDigit(byte) || oneOf("abcdefABCDEF:.")(byte));

/** Value of a hexadecimal digit, or 255. */
export const HEX_VALUE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 255;
});

export const HTAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const COLON = 0x3a;

/** Whether `text[start, end)` equals `lower`, a lower-case ASCII word, ignoring case. */
export function equalsIgnoreCase(text: string, start: number, end: number, lower: string): boolean {
  if (end - start !== lower.length) return false;
  for (let i = 0; i < lower.length; i++) {
    const byte = text.charCodeAt(start + i);
    const folded = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    if (folded !== lower.charCodeAt(i)) return false;
  }
  return true;
}

/** Whether `text` is `host` or `host:port` (RFC 9110 §7.2), never empty, without userinfo, list or empty port. */
export function isHostAndPort(text: string): boolean {
  let at = 0;
  if (text.charCodeAt(0) === 0x5b /* [ */) {
    at = 1;
    while (at < text.length && IPV6_LITERAL[text.charCodeAt(at)] === 1) at++;
    if (at < 3 || text.charCodeAt(at) !== 0x5d /* ] */) return false;
    at++;
  } else {
    while (at < text.length && HOST_NAME[text.charCodeAt(at)] === 1) at++;
    if (at === 0) return false;
  }
  return at === text.length || isPortSuffix(text, at);
}

function isPortSuffix(text: string, start: number): boolean {
  const digits = text.length - start - 1;
  if (text.charCodeAt(start) !== COLON || digits < 1 || digits > 5) return false;
  let port = 0;
  for (let i = start + 1; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    if (!isDigit(byte)) return false;
    port = port * 10 + (byte - 0x30);
  }
  return port <= 65_535;
}
