import { FIELD_VALUE } from "./grammar.ts";
import { type HeadLimits, type HeadSource, ParseFailure, RESPONSE_HEAD_LIMITS, ResponseHead } from "./message-head.ts";
import { endOfLine, INCOMPLETE, parseFields } from "./parse-fields.ts";

const BAD_STATUS_LINE = new ParseFailure(502, "invalid status line");
const LONG_STATUS_LINE = new ParseFailure(502, "status line too long");
const LAST_INTERIM = new ParseFailure(502, "interim answer that ends the connection");
const INTERIM_WITH_BODY = new ParseFailure(502, "interim answer with a body");

/** Offset of the reason phrase in `HTTP/1.1 200 OK`. */
const REASON_AT = 13;

/** Parses one response head (RFC 9112 §4–5), as `parseRequestHead` does for requests. */
export function parseResponseHead(
  source: HeadSource,
  limits: HeadLimits = RESPONSE_HEAD_LIMITS,
): ResponseHead | ParseFailure | undefined {
  const head = new ResponseHead();
  head.text = source.text;
  const fieldsAt = parseStatusLine(source, head, limits);
  if (typeof fieldsAt !== "number") return fieldsAt;
  if (fieldsAt === INCOMPLETE) return undefined;
  const end = parseFields(source, fieldsAt, head, limits);
  if (typeof end !== "number") return end;
  if (end === INCOMPLETE) return undefined;
  head.length = end;
  if (!head.hasUpgrade || head.minorVersion === 0) head.upgrade = "";
  // RFC 9112 §6.1, RFC 9110 §8.6. Nobody could say where the next answer begins.
  if (head.status < 200 && (head.chunked || head.contentLength > 0)) return INTERIM_WITH_BODY;
  // Another answer must follow it, or another protocol (RFC 9110 §15.2).
  if (head.status < 200 && !head.wantsKeepAlive) return LAST_INTERIM;
  return head;
}

function parseStatusLine(source: HeadSource, head: ResponseHead, limits: HeadLimits): ParseFailure | number {
  const { bytes, start, text } = source;
  const known = Math.min(text.length, REASON_AT);
  for (let i = 0; i < known; i++) {
    if (!isStatusLineByte(i, text.charCodeAt(i))) return BAD_STATUS_LINE;
  }
  if (text.length < REASON_AT) return INCOMPLETE;
  head.minorVersion = text.charCodeAt(7) - 0x30;
  head.status = digit(text, 9) * 100 + digit(text, 10) * 10 + digit(text, 11);

  let at = REASON_AT;
  while (at < text.length && FIELD_VALUE[bytes[start + at] ?? 0] === 1) at++;
  if (at > limits.maxLineBytes) return LONG_STATUS_LINE;
  if (at === text.length) return INCOMPLETE;
  head.reason = text.slice(REASON_AT, at);
  return endOfLine(source, at);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 0x30;
}

/** `HTTP/1.x SP 1-5 digit digit SP`: even with an empty reason the last space is required (RFC 9112 §4). */
function isStatusLineByte(at: number, byte: number): boolean {
  if (at === 7) return byte === 0x30 || byte === 0x31;
  if (at === 9) return byte >= 0x31 && byte <= 0x35;
  if (at === 10 || at === 11) return byte >= 0x30 && byte <= 0x39;
  return byte === "HTTP/1.1 200 ".charCodeAt(at);
}
