import type { MockBackend } from "../../model/api.ts";
import type { Answer } from "../exchange.ts";

/** A fixed answer, ready to send. */
export interface MockTarget {
  readonly type: "MOCK";
  readonly answer: Answer;
}

const contentTypes = new Map([
  ["JSON", "application/json; charset=utf-8"],
  ["HTML", "text/html; charset=utf-8"],
  ["XML", "application/xml; charset=utf-8"],
  ["TEXT", "text/plain; charset=utf-8"],
  ["BINARY", "application/octet-stream"],
]);

export function prepareMockTarget(backend: MockBackend, responseType: string | null): MockTarget {
  const contentType = contentTypes.get((responseType ?? "").toUpperCase()) ?? "text/plain; charset=utf-8";
  const fields = `Content-Type: ${contentType}\r\n`;
  const body = Buffer.from(backend.body);
  return { type: "MOCK", answer: { kind: "answer", status: 200, fields, body, error: null } };
}
