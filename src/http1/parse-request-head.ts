import { equalsIgnoreCase, isHostAndPort, SP, TARGET, TOKEN } from "./grammar.ts";
import { type HeadLimits, type HeadSource, ParseFailure, REQUEST_HEAD_LIMITS, RequestHead } from "./message-head.ts";
import { endOfLine, INCOMPLETE, parseFields } from "./parse-fields.ts";

const BAD_METHOD = new ParseFailure(400, "invalid method");
const UNKNOWN_METHOD = new ParseFailure(501, "unknown method");
const REFUSED_METHOD = new ParseFailure(405, "CONNECT and TRACE are not served");
const BAD_TARGET = new ParseFailure(400, "invalid request target");
const LONG_TARGET = new ParseFailure(414, "request line too long");
const BAD_VERSION = new ParseFailure(400, "invalid HTTP version");
const OTHER_VERSION = new ParseFailure(505, "HTTP version not supported");
const NO_HOST = new ParseFailure(400, "no Host");
export const BAD_HOST = new ParseFailure(400, "invalid Host");
const OTHER_HOST = new ParseFailure(400, "request target and Host disagree");

/**
 * A method is any token to RFC 9110 §9.1, but the parsers of other servers, Node's among them, know these and refuse the
 * rest: what they would not read as a request must not be one here.
 */
const METHODS: ReadonlySet<string> = new Set(
  (
    "ACL BIND CHECKOUT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH " +
    "POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE UNBIND UNLINK UNLOCK UNSUBSCRIBE"
  ).split(" "),
);
const MAX_METHOD_LENGTH = "UNSUBSCRIBE".length;
const VERSION_LENGTH = "HTTP/1.1".length;

/**
 * Parses one request head (RFC 9112 §2–3, §5). Reads strictly left to right, so the verdict does not depend on how much follows the first error. Answers undefined when the source is a
 * faultless beginning of a head. `head` is filled as far as reading gets.
 *
 * An empty line ahead of the request line, which RFC 9112 §2.2 lets a server ignore, is refused: it only ever comes
 * from clients that miscount the body before it.
 */
export function parseRequestHead(
  source: HeadSource,
  limits: HeadLimits = REQUEST_HEAD_LIMITS,
  head = new RequestHead(),
): RequestHead | ParseFailure | undefined {
  head.text = source.text;
  const fieldsAt = parseRequestLine(source, head, limits);
  if (typeof fieldsAt !== "number") return fieldsAt;
  if (fieldsAt === INCOMPLETE) return undefined;
  const end = parseFields(source, fieldsAt, head, limits);
  if (typeof end !== "number") return end;
  if (end === INCOMPLETE) return undefined;
  head.length = end;
  return checkWhole(head) ?? head;
}

function parseRequestLine(source: HeadSource, head: RequestHead, limits: HeadLimits): ParseFailure | number {
  const { bytes, start, text } = source;
  const length = text.length;
  let at = 0;
  while (at < length && TOKEN[bytes[start + at] ?? 0] === 1) at++;
  if (at > MAX_METHOD_LENGTH) return UNKNOWN_METHOD;
  if (at === length) return INCOMPLETE;
  if (at === 0 || bytes[start + at] !== SP) return BAD_METHOD;
  const refusal = readMethod(text, at, head);
  if (refusal !== undefined) return refusal;

  const targetAt = at + 1;
  const maxTargetEnd = limits.maxLineBytes - VERSION_LENGTH - 1;
  at = targetAt;
  while (at < length && TARGET[bytes[start + at] ?? 0] === 1) at++;
  if (at > maxTargetEnd) return LONG_TARGET;
  if (at === length) return INCOMPLETE;
  if (at === targetAt || bytes[start + at] !== SP) return BAD_TARGET;
  head.target = text.slice(targetAt, at);

  const lineEnd = parseVersion(text, at + 1, head);
  return typeof lineEnd === "number" && lineEnd !== INCOMPLETE ? endOfLine(source, lineEnd) : lineEnd;
}

/** The usual methods are one string each, which maps know without interning it anew. */
function readMethod(text: string, length: number, head: RequestHead): ParseFailure | undefined {
  if (length === 3 && text.startsWith("GET")) head.method = "GET";
  else if (length === 4 && text.startsWith("POST")) head.method = "POST";
  else {
    head.method = text.slice(0, length);
    if (!METHODS.has(head.method)) return methodFailure(head.method);
  }
  return undefined;
}

function methodFailure(method: string): ParseFailure {
  if (method === "CONNECT" || method === "TRACE") return REFUSED_METHOD;
  return method === "PRI" ? OTHER_VERSION : UNKNOWN_METHOD; // RFC 9113 §3.4
}

/** HTTP-version is case-sensitive and exactly `HTTP/digit.digit` (RFC 9112 §2.3). */
function parseVersion(text: string, start: number, head: RequestHead): ParseFailure | number {
  const end = start + VERSION_LENGTH;
  if (text.length < end) return isVersionSoFar(text.slice(start)) ? INCOMPLETE : BAD_VERSION;
  if (text.startsWith("HTTP/1.1", start)) head.minorVersion = 1;
  else if (text.startsWith("HTTP/1.0", start)) head.minorVersion = 0;
  else return isVersionSoFar(text.slice(start, end)) ? OTHER_VERSION : BAD_VERSION;
  return end;
}

function isVersionSoFar(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const isDigitExpected = i === 5 || i === 7;
    const byte = text.charCodeAt(i);
    if (isDigitExpected ? byte < 0x30 || byte > 0x39 : byte !== "HTTP/0.0".charCodeAt(i)) return false;
  }
  return true;
}

/** The rules that need the whole head: Host (RFC 9112 §3.2) and the form of the target. */
function checkWhole(head: RequestHead): ParseFailure | undefined {
  if (head.hostIndex === -1) {
    if (head.minorVersion === 1) return NO_HOST;
  } else if (!isHostAndPort(head.host)) {
    return BAD_HOST;
  }
  if (!head.hasUpgrade || head.minorVersion === 0) head.upgrade = "";
  if (!head.hasBody) head.expectContinue = false;
  if (head.target.charCodeAt(0) === 0x2f /* slash */) return undefined;
  if (head.target === "*") return head.method === "OPTIONS" ? undefined : BAD_TARGET;
  return reduceAbsoluteForm(head);
}

/** `http://host/path` becomes `/path`, if its host is the one in Host: routing must have one answer. */
function reduceAbsoluteForm(head: RequestHead): ParseFailure | undefined {
  const target = head.target;
  const schemeEnd = target.indexOf("://");
  if (!equalsIgnoreCase(target, 0, schemeEnd, "http") && !equalsIgnoreCase(target, 0, schemeEnd, "https")) {
    return BAD_TARGET;
  }
  const hostAt = schemeEnd + 3;
  let hostEnd = hostAt;
  while (hostEnd < target.length && target[hostEnd] !== "/" && target[hostEnd] !== "?") hostEnd++;
  const host = target.slice(hostAt, hostEnd);
  if (!isHostAndPort(host)) return BAD_TARGET;
  if (host.toLowerCase() !== head.host.toLowerCase()) return OTHER_HOST;
  const rest = target.slice(hostEnd);
  head.target = rest.charCodeAt(0) === 0x2f ? rest : `/${rest}`;
  return undefined;
}
