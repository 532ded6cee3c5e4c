import type { Socket } from "node:net";
import { ParseFailure, type RequestHead } from "./message-head.ts";
import type { ServerOptions } from "./server-options.ts";
import { writeJoined } from "./socket-write.ts";
import { dateField, statusLine } from "./status-line.ts";

export const HEAD_TOO_SLOW = new ParseFailure(408, "head took too long");
export const BODY_TOO_SLOW = new ParseFailure(408, "body too slow");
export const EXCHANGE_TOO_LONG = new ParseFailure(503, "no answer in time");
export const INTERNAL_ERROR = new ParseFailure(500, "internal error");

/** Writes the answer to a request that is not served; the connection must be closed after it. */
export function writeRefusal(
  socket: Socket,
  options: ServerOptions,
  failure: ParseFailure,
  head: RequestHead | null,
): void {
  const { status, fields, body } = options.refusal(failure, head, socket);
  const allow = status === 405 ? "allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n" : "";
  const framing = `content-length: ${body.length}\r\n${dateField()}connection: close\r\n\r\n`;
  writeJoined(socket, `${statusLine(status)}${allow}${fields}${framing}`, body, "");
}
