import { host } from "../state.ts";

/** Bytes a caller sends on one connection, and all that may come of them. */
export interface HostileCase {
  readonly title: string;
  /** Latin1 text put on the wire as it is. */
  readonly send: string;
  /** Status of each answer, in order. A refusal of the engine's own closes the connection. */
  readonly answers: readonly number[];
  /** The exact bytes of each request the backend sees, as `forwarded` writes them. */
  readonly seen: readonly string[];
  /** The bytes end in the middle of a request: the caller then closes its side. */
  readonly isUnfinished?: true;
}

export const HOST = `Host: ${host}\r\n`;
/** What attacks try to get past the gateway. It would be answered 401 if it were read as a request of its own. */
export const SMUGGLED = `GET /release/guarded HTTP/1.1\r\n${HOST}\r\n`;
/** A request in good order after the attack. */
export const NEXT = `GET /release/next HTTP/1.1\r\n${HOST}\r\n`;

export function get(lines = "", path = ""): string {
  return `GET /release/${path} HTTP/1.1\r\n${HOST}${lines}\r\n`;
}

export function post(lines: string, body = ""): string {
  return `POST /release/ HTTP/1.1\r\n${HOST}${lines}\r\n${body}`;
}

export function chunked(body: string): string {
  return post("Transfer-Encoding: chunked\r\n", body);
}

/** What the backend sees of a request: these fields of the caller, then the gateway's own. `body` null: none. */
export function forwarded(start = "GET /", lines = "", body: string | null = null, minorVersion = 1): string {
  return (
    `${start} HTTP/1.1\r\nHost: backend\r\n${lines}` +
    "X-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\n" +
    `X-Client-Proto: http\r\nX-Client-Proto-Ver: HTTP/1.${minorVersion}\r\nX-Api-Scheme: http\r\nx-b3-traceid: *\r\n` +
    (body === null ? "\r\n" : `content-length: ${body.length}\r\n\r\n${body}`)
  );
}

/** Refused, nothing reaches the backend, and the connection ends. */
export function refused(title: string, send: string, status = 400): HostileCase {
  return { title, send, answers: [status], seen: [] };
}

/** Refused after a first request that was in order. */
export function refusedAfter(title: string, send: string, seen: string, status = 400): HostileCase {
  return { title, send, answers: [200, status], seen: [seen] };
}

/** Harmless once read by the rules: the backend sees exactly this and every request is answered. */
export function harmless(title: string, send: string, ...seen: string[]): HostileCase {
  return { title, send, answers: seen.map(() => 200), seen };
}

/** Answered by the gateway itself, which keeps the connection. */
export function answered(title: string, send: string, status: number, ...next: string[]): HostileCase {
  return { title, send, answers: [status, ...next.map(() => 200)], seen: next };
}

/** Never answered, because it never ends; nothing reaches the backend. */
export function unfinished(title: string, send: string, answers: readonly number[] = []): HostileCase {
  return { title, send, answers, seen: [], isUnfinished: true };
}
