import { isFieldName, isFieldValue } from "../http1/field-block.ts";
import { FieldNames } from "../http1/field-names.ts";
import { fieldValue, type HeadLimits, ParseFailure, RequestHead } from "../http1/message-head.ts";
import { HEAD_TOO_LONG, RequestHeadReader } from "../http1/request-head-reader.ts";

const MALFORMED = new ParseFailure(400, "malformed head");
const CONNECTION_SPECIFIC = new ParseFailure(400, "a field that concerns a connection");
const OTHER_HOST = new ParseFailure(400, ":authority and Host disagree");
const CONNECT = new ParseFailure(405, "CONNECT is not served");

/** RFC 9113 §8.2.2 */
const connectionSpecific = new FieldNames([
  "upgrade",
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
]);

/** A request's head, or why it is refused; then `head` holds what could be read of it. */
interface ReadHead {
  readonly head: RequestHead;
  readonly failure: ParseFailure | null;
}

/**
 * Reads the head of a request: it is spelt as the HTTP/1.1 head that means the same (RFC 9113 §8.3.1) and goes through
 * the one strict parser, so that both versions have the same grammar and the same limits. What could not be spelt there
 * without changing its meaning, such as a line end within a value, is refused first.
 *
 * `fields` are name, value, name, value … as received. `isEnded`: no body follows.
 */
export function readRequestHead(fields: readonly string[], isEnded: boolean, limits: HeadLimits): ReadHead {
  const spelling = new Spelling(limits.maxHeadBytes);
  for (let index = 0; index < fields.length; index += 2) {
    const failure = spelling.add(fields[index] ?? "", fields[index + 1] ?? "");
    if (failure !== null) return { head: new RequestHead(), failure };
  }
  const text = spelling.finish();
  if (text instanceof ParseFailure) return { head: new RequestHead(), failure: text };
  const reader = new RequestHeadReader(limits);
  const bytes = Buffer.from(text, "latin1");
  const head = reader.read(bytes, 0);
  if (head instanceof RequestHead && reader.end === bytes.length) return { head, failure: frame(head, isEnded) };
  return { head: reader.head ?? new RequestHead(), failure: head instanceof ParseFailure ? head : MALFORMED };
}

/** Where HTTP/1.1 tells by fields whether and how a body follows, HTTP/2 tells by the end of the stream. */
function frame(head: RequestHead, isEnded: boolean): ParseFailure | null {
  if (isEnded) return head.contentLength > 0 ? MALFORMED : null;
  if (head.contentLength === -1) head.chunked = true;
  head.expectContinue = head.hasBody && fieldValue(head.fields, "expect") !== undefined;
  return null;
}

/** A head on its way from one spelling to the other. */
class Spelling {
  private readonly pseudo = new Map<string, string>();
  private host: string | null = null;
  private cookie: string | null = null;
  private lines = "";
  /** What may still come. A few bytes of HPACK can stand for very long fields. */
  private remainingBytes: number;

  constructor(maxBytes: number) {
    this.remainingBytes = maxBytes;
  }

  add(name: string, value: string): ParseFailure | null {
    this.remainingBytes -= value.length;
    if (this.remainingBytes < 0 && !name.startsWith(":")) return HEAD_TOO_LONG;
    if (!isFieldValue(value)) return MALFORMED;
    if (name.startsWith(":")) {
      if (this.pseudo.has(name)) return MALFORMED;
      this.pseudo.set(name, value);
    } else if (!isFieldName(name) || name !== name.toLowerCase()) return MALFORMED;
    else if (connectionSpecific.has(name) || (name === "te" && value !== "trailers")) return CONNECTION_SPECIFIC;
    else if (name === "host") {
      if (this.host !== null) return MALFORMED;
      this.host = value;
    } else if (name === "cookie") {
      // RFC 9113 §8.2.3: the parts of a split Cookie are one field again.
      this.cookie = this.cookie === null ? value : `${this.cookie}; ${value}`;
    } else this.lines += `${name}: ${value}\r\n`;
    return null;
  }

  finish(): string | ParseFailure {
    const { pseudo, host, cookie, lines } = this;
    const method = pseudo.get(":method") ?? "";
    const path = pseudo.get(":path") ?? "";
    const authority = pseudo.get(":authority") ?? host;
    if (method === "CONNECT") return CONNECT;
    if (!isFieldName(method) || !(path.startsWith("/") || path === "*") || path.includes(" ")) return MALFORMED;
    if (host !== null && host.toLowerCase() !== authority?.toLowerCase()) return OTHER_HOST;
    const hostLine = authority === null ? "" : `Host: ${authority}\r\n`;
    const cookieLine = cookie === null ? "" : `cookie: ${cookie}\r\n`;
    return `${method} ${path} HTTP/1.1\r\n${hostLine}${lines}${cookieLine}\r\n`;
  }
}
