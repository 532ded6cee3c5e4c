import { STATUS_CODES } from "node:http";

const lines: string[] = [];
for (let status = 100; status < 600; status++) {
  lines[status] = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unknown"}\r\n`;
}

/** Status line with its CRLF. `status` is 100–599; a reason of a backend may be passed on in place of the usual one. */
export function statusLine(status: number): string {
  return lines[status] ?? `HTTP/1.1 ${status} Unknown\r\n`;
}

/** Whether an answer with this status never has a body (RFC 9112 §6.3). */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304 || status < 200;
}

let dateLine = "";
let dateSecond = -1;

/** The Date field (RFC 9110 §6.6.1), made anew once a second. */
export function dateField(): string {
  const nowMs = Date.now();
  const second = Math.floor(nowMs / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateLine = `date: ${new Date(nowMs).toUTCString()}\r\n`;
  }
  return dateLine;
}
