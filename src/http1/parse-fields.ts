import { COLON, CR, equalsIgnoreCase, FIELD_VALUE, HTAB, LF, SP, TOKEN } from "./grammar.ts";
import { type HeadLimits, type HeadSource, type MessageHead, ParseFailure, RequestHead } from "./message-head.ts";

const EMPTY_NAME = new ParseFailure(400, "field line without a name");
const FOLDED = new ParseFailure(400, "folded field line");
const SPACE_BEFORE_COLON = new ParseFailure(400, "space before the colon of a field");
const BAD_NAME = new ParseFailure(400, "invalid character in a field name");
const BAD_VALUE = new ParseFailure(400, "invalid character in a field value");
const BAD_LINE_END = new ParseFailure(400, "line not ended by CRLF");
const UNDERSCORE = new ParseFailure(400, "underscore in a field name");
const TOO_MANY = new ParseFailure(431, "too many fields");
const TWO_LENGTHS = new ParseFailure(400, "more than one Content-Length");
const BAD_LENGTH = new ParseFailure(400, "invalid Content-Length");
const TWO_CODINGS = new ParseFailure(400, "more than one Transfer-Encoding");
const BAD_CODING = new ParseFailure(400, "transfer coding other than chunked");
const CODING_BEFORE_1_1 = new ParseFailure(400, "Transfer-Encoding in HTTP/1.0");
const LENGTH_AND_CODING = new ParseFailure(400, "both Content-Length and Transfer-Encoding");
const BAD_CONNECTION = new ParseFailure(400, "invalid Connection");
const ESSENTIAL_NOMINATED = new ParseFailure(400, "Connection names a field that must reach the other end");
const TWO_HOSTS = new ParseFailure(400, "more than one Host");
const TWO_UPGRADES = new ParseFailure(400, "more than one Upgrade");
const UNKNOWN_EXPECTATION = new ParseFailure(417, "unknown expectation");

/** Nominating one of these would make two hops disagree about framing, routing or who the caller is. */
const NEVER_NOMINATED = new Set([
  "authorization",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "cookie",
  "date",
  "expect",
  "host",
  "transfer-encoding",
]);

/** Answered in place of an offset when the text stops in the middle of a line. */
export const INCOMPLETE = -1;

/**
 * Parses field lines from `start` up to and with the empty line, left to right, into `head`. Answers the offset after
 * it, the failure, or INCOMPLETE when the source stops before the end.
 */
export function parseFields(
  source: HeadSource,
  start: number,
  head: MessageHead,
  limits: HeadLimits,
): ParseFailure | number {
  let at = start;
  for (let count = 0; ; count++) {
    if (at >= source.text.length) return INCOMPLETE;
    if (source.bytes[source.start + at] === CR) return endOfLine(source, at);
    if (count === limits.maxFields) return TOO_MANY;
    const next = parseField(source, at, head, limits);
    if (typeof next !== "number" || next === INCOMPLETE) return next;
    at = next;
  }
}

/** Offset after the CRLF at `at`. */
export function endOfLine(source: HeadSource, at: number): ParseFailure | number {
  const { bytes, start, text } = source;
  if (at >= text.length) return INCOMPLETE;
  if (bytes[start + at] !== CR) return BAD_LINE_END;
  if (at + 1 === text.length) return INCOMPLETE;
  return bytes[start + at + 1] === LF ? at + 2 : BAD_LINE_END;
}

function parseField(source: HeadSource, offset: number, head: MessageHead, limits: HeadLimits): ParseFailure | number {
  const { bytes, start, text } = source;
  const end = start + text.length;
  const nameAt = start + offset;
  let colon = nameAt;
  while (colon < end && TOKEN[bytes[colon] as number] === 1) colon++;
  if (colon === end) return INCOMPLETE;
  if (colon === nameAt || bytes[colon] !== COLON) return badName(bytes[colon] as number, colon === nameAt);

  let from = colon + 1;
  while (from < end && isBlank(bytes[from])) from++;
  let to = from;
  while (to < end && FIELD_VALUE[bytes[to] as number] === 1) to++;
  if (to === end) return INCOMPLETE;
  if (bytes[to] !== CR) return bytes[to] === LF ? BAD_LINE_END : BAD_VALUE;
  const next = endOfLine(source, to - start);
  if (typeof next !== "number" || next === INCOMPLETE) return next;
  while (to > from && isBlank(bytes[to - 1])) to--;

  const name = text.slice(offset, colon - start);
  if (limits.underscoreNames !== "keep" && name.includes("_")) {
    return limits.underscoreNames === "drop" ? next : UNDERSCORE;
  }
  const value = text.slice(from - start, to - start);
  head.fields.push(name, value);
  head.lines.push(offset, next);
  return readMeaning(name, value, head) ?? next;
}

function isBlank(byte: number | undefined): boolean {
  return byte === SP || byte === HTAB;
}

function badName(stop: number, isEmpty: boolean): ParseFailure {
  if (isEmpty) return stop === COLON ? EMPTY_NAME : isBlank(stop) ? FOLDED : BAD_NAME;
  if (stop === CR || stop === LF) return BAD_LINE_END;
  return isBlank(stop) ? SPACE_BEFORE_COLON : BAD_NAME;
}

/** Takes note of the few fields that decide framing and the connection. Most names are passed over by their length. */
function readMeaning(name: string, value: string, head: MessageHead): ParseFailure | undefined {
  switch (name.length) {
    case 4:
      if (isName(name, "date")) head.hasDate = true;
      return isName(name, "host") && head instanceof RequestHead ? readHost(value, head) : undefined;
    case 6:
      return isName(name, "expect") && head instanceof RequestHead ? readExpect(value, head) : undefined;
    case 7:
      return isName(name, "upgrade") ? readUpgrade(value, head) : undefined;
    case 10:
      return isName(name, "connection") ? readConnection(value, head) : undefined;
    case 14:
      return isName(name, "content-length") ? readContentLength(value, head) : undefined;
    case 16:
      return isName(name, "proxy-connection") ? readProxyConnection(value, head) : undefined;
    case 17:
      return isName(name, "transfer-encoding") ? readTransferEncoding(value, head) : undefined;
    default:
      return undefined;
  }
}

function isName(name: string, lower: string): boolean {
  return equalsIgnoreCase(name, 0, name.length, lower);
}

function readHost(value: string, head: RequestHead): ParseFailure | undefined {
  if (head.hostIndex !== -1) return TWO_HOSTS;
  head.hostIndex = head.fields.length - 2;
  head.host = value;
  return undefined;
}

function readExpect(value: string, head: RequestHead): ParseFailure | undefined {
  if (head.minorVersion === 0) return undefined; // RFC 9110 §10.1.1: ignored in HTTP/1.0
  if (!isName(value, "100-continue")) return UNKNOWN_EXPECTATION;
  head.expectContinue = true;
  return undefined;
}

function readUpgrade(value: string, head: MessageHead): ParseFailure | undefined {
  if (head.upgrade !== "") return TWO_UPGRADES;
  head.upgrade = value;
  return undefined;
}

/** RFC 9112 §6.3 allows equal repetitions; two hops that treat them differently are how requests get smuggled. */
function readContentLength(value: string, head: MessageHead): ParseFailure | undefined {
  if (head.contentLength !== -1) return TWO_LENGTHS;
  if (value.length < 1 || value.length > 15) return BAD_LENGTH;
  let length = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return BAD_LENGTH;
    length = length * 10 + digit;
  }
  if (value.length > 1 && value.charCodeAt(0) === 0x30) return BAD_LENGTH;
  head.contentLength = length;
  return head.chunked ? LENGTH_AND_CODING : undefined;
}

function readTransferEncoding(value: string, head: MessageHead): ParseFailure | undefined {
  if (head.chunked) return TWO_CODINGS;
  if (head.minorVersion === 0) return CODING_BEFORE_1_1;
  if (!isName(value, "chunked") || hasTab(head)) return BAD_CODING;
  head.chunked = true;
  return head.contentLength === -1 ? undefined : LENGTH_AND_CODING;
}

/** `chunked` beside a tab is what half of all parsers take for another coding: a classic of smuggling. */
function hasTab(head: MessageHead): boolean {
  const { lines, text } = head;
  return text.slice(lines.at(-2), lines.at(-1)).includes("\t");
}

function readConnection(value: string, head: MessageHead): ParseFailure | undefined {
  if (isName(value, "keep-alive")) {
    head.hasKeepAlive = true;
    return undefined;
  }
  let start = 0;
  while (start <= value.length) {
    const comma = value.indexOf(",", start);
    const failure = readOption(value, start, comma === -1 ? value.length : comma, head);
    if (failure !== undefined || comma === -1) return failure;
    start = comma + 1;
  }
  return undefined;
}

/**
 * Never a standard field, but there are recipients that end the connection for its sake (Node's parser does), and what
 * follows would be a message here and nothing there. So its `close` is heeded, and nothing else it says.
 */
function readProxyConnection(value: string, head: MessageHead): undefined {
  for (const option of value.split(",")) if (isName(option.trim(), "close")) head.hasClose = true;
}

function readOption(value: string, start: number, end: number, head: MessageHead): ParseFailure | undefined {
  let from = start;
  let to = end;
  while (from < to && isBlank(value.charCodeAt(from))) from++;
  while (to > from && isBlank(value.charCodeAt(to - 1))) to--;
  if (from === to) return undefined; // RFC 9110 §5.6.1.2: empty list elements are to be ignored
  for (let i = from; i < to; i++) if (TOKEN[value.charCodeAt(i)] !== 1) return BAD_CONNECTION;
  const name = value.slice(from, to).toLowerCase();
  if (name === "keep-alive") head.hasKeepAlive = true;
  else if (name === "close") head.hasClose = true;
  else if (name === "upgrade") head.hasUpgrade = true;
  else {
    if (NEVER_NOMINATED.has(name)) return ESSENTIAL_NOMINATED;
    if (head.nominated === null) head.nominated = [name];
    else head.nominated.push(name);
  }
  return undefined;
}
