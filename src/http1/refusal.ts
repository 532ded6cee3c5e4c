import type { Socket } from "node:net";
import { ParseFailure, type RequestHead } from "./message-head.ts";
import type { Outbox } from "./outbox.ts";
import type { Refusal, ServerOptions } from "./server-options.ts";
import { dateField, statusLine } from "./status-line.ts";

export const HEAD_TOO_SLOW = new ParseFailure(408, "head took too long");
export const BODY_TOO_SLOW = new ParseFailure(408, "body too slow");
export const EXCHANGE_TOO_LONG = new ParseFailure(503, "no answer in time");
export const TOO_MANY_CONNECTIONS = new ParseFailure(503, "too many connections");
export const TOO_MANY_OF_ADDRESS = new ParseFailure(429, "too many connections from this address");
export const INTERNAL_ERROR = new ParseFailure(500, "internal error");

/** The answer to a request that is not served, but for its framing fields. */
export function refuse(
  socket: Socket,
  options: ServerOptions,
  failure: ParseFailure,
  head: RequestHead | null,
): Refusal {
  const { status, fields, body } = options.refusal(failure, head, socket);
  const allow = status === 405 ? "allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n" : "";
  return { status, fields: `${allow}${fields}${dateField()}`, body };
}

/** Writes that answer; the connection must be closed after it. */
export function writeRefusal(
  socket: Socket,
  out: Outbox,
  options: ServerOptions,
  failure: ParseFailure,
  head: RequestHead | null,
): void {
  const { status, fields, body } = refuse(socket, options, failure, head);
  const framing = `content-length: ${body.length}\r\nconnection: close\r\n\r\n`;
  out.write(`${statusLine(status)}${fields}${framing}`, body, "");
}
