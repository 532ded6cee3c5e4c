import { appendField } from "../../http1/field-block.ts";
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
  const { status = 200, headers = [] } = backend;
  const isTyped = headers.some(({ name }) => name.toLowerCase() === "content-type");
  let fields = isTyped ? "" : `Content-Type: ${contentType}\r\n`;
  for (const { name, value } of headers) fields = appendField(fields, name, value);
  const body = Buffer.from(backend.body);
  return { type: "MOCK", answer: { kind: "answer", status, fields, body, error: null } };
}
