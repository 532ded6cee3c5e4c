import { fieldValue, type MessageHead, RequestHead } from "../../src/http1/message-head.ts";
import { knownMethods } from "./llhttp.ts";

/** Our refusals that llhttp does not share, and why we are right to refuse. */
export const STRICTER: ReadonlyMap<string, string> = new Map([
  ["line not ended by CRLF", "llhttp takes a CR CR LF or LF in places; RFC 9112 §2.2 lets a recipient refuse it"],
  ["invalid method", "an empty line ahead of the request (RFC 9112 §2.2) is a miscounted body"],
  ["invalid request target", "llhttp takes raw quotes, angle brackets, fragments and `*` with any method"],
  ["request target and Host disagree", "llhttp does not compare; routing must have one answer (RFC 9112 §3.2.2)"],
  ["request line too long", "our limit for the request line is lower than Node's for the head"],
  ["invalid HTTP version", "llhttp skips further spaces ahead of the version"],
  ["invalid Host", "llhttp does not look into Host"],
  ["no Host", "Node answers 400 too, but above llhttp"],
  ["more than one Host", "Node keeps the first (RFC 9112 §3.2 demands 400)"],
  ["more than one Upgrade", "two protocols to choose from are one too many"],
  ["invalid Content-Length", "leading zeros, which some read as octal"],
  ["more than one Content-Length", "RFC 9112 §6.3 allows refusing equal repetitions"],
  ["transfer coding other than chunked", "llhttp takes codings ahead of chunked, and other codings without it"],
  ["more than one Transfer-Encoding", "llhttp joins the fields"],
  ["Transfer-Encoding in HTTP/1.0", "RFC 9112 §6.1: the framing is faulty"],
  ["both Content-Length and Transfer-Encoding", "llhttp takes them when the coding is not chunked"],
  ["underscore in a field name", "CGI-like backends read it as a hyphen"],
  ["invalid Connection", "an option must be a token (RFC 9110 §7.6.1)"],
  ["Connection names a field that must reach the other end", "llhttp does not look at nominated names"],
  ["unknown expectation", "Node answers 417 above llhttp"],
  ["too many fields", "our limit is lower"],
  ["HTTP version not supported", "llhttp takes 0.9 and 2.0 as versions"],
  ["CONNECT and TRACE are not served", "policy of a gateway"],
  ["method too long", "our limit"],
  ["invalid trailer section", "fields about framing or the connection in a trailer (RFC 9110 §6.5.1)"],
  ["invalid chunk size", "sizes of more than eight digits"],
  ["invalid chunk extension", "llhttp takes malformed and spaced extensions"],
  ["chunk extensions too long", "our limit is lower"],
  ["invalid status line", "llhttp takes statuses without a reason's space and any version of HTTP"],
  ["interim answer that ends the connection", "llhttp takes it for the final one"],
  ["interim answer with a body", "llhttp reads chunks behind a 1xx, which can have none (RFC 9112 §6.1)"],
]);

interface ReadMessage {
  readonly head: MessageHead;
}

/** Messages we accept and llhttp refuses, with the reason why that is safe. */
export const WIDER: readonly {
  readonly name: string;
  readonly reason: string;
  applies(message: ReadMessage, earlier: readonly ReadMessage[]): boolean;
}[] = [
  {
    name: "extension method",
    reason: "llhttp knows a fixed list; RFC 9110 §9.1 makes any token a method, and framing does not depend on it",
    applies: ({ head }) => head instanceof RequestHead && !knownMethods.has(head.method),
  },
  {
    name: "message after Proxy-Connection",
    reason: "llhttp takes it for Connection; it never was a standard field, and we neither obey it nor pass it on",
    applies: (_message, earlier) =>
      earlier.some(({ head }) => fieldValue(head.fields, "proxy-connection")?.toLowerCase() === "close"),
  },
];
