/** One row of the conformance tables: bytes sent on a connection, and what must come of them. */
export interface ConformanceCase {
  /** RFC and section the row is about. */
  readonly section: string;
  readonly title: string;
  /** Latin1 text put on the wire as it is. */
  readonly send: string;
  /** `METHOD target body` of each request the handler must see; an answer of 200 goes with each. */
  readonly seen: readonly string[];
  /** Status of the refusal that ends the connection; absent when everything was in order. */
  readonly refused?: number;
}

const HOST = "Host: example.com\r\n";

/** A GET whose head has `lines` after Host. */
export function get(lines = ""): string {
  return `GET / HTTP/1.1\r\n${HOST}${lines}\r\n`;
}

/** A POST with `lines` after Host and `body` after the head. */
export function post(lines: string, body = ""): string {
  return `POST / HTTP/1.1\r\n${HOST}${lines}\r\n${body}`;
}

/** A POST with a chunked body, given as on the wire. */
export function chunked(body: string): string {
  return post("Transfer-Encoding: chunked\r\n", body);
}

export function requestLine(line: string): string {
  return `${line}\r\n${HOST}\r\n`;
}

export function accepted(section: string, title: string, send: string, ...seen: string[]): ConformanceCase {
  return { section, title, send, seen: seen.length === 0 ? ["GET /"] : seen };
}

export function refused(
  section: string,
  title: string,
  send: string,
  status = 400,
  ...seen: string[]
): ConformanceCase {
  return { section, title, send, seen, refused: status };
}
