import { crossOriginFields } from "../cors/cross-origin.ts";
import type { GatewayError } from "../errors.ts";
import type { Answer, Exchange } from "../exchange.ts";
import { RecentEntries } from "../recent-entries.ts";

/** The one place that turns an error into what the caller gets. */
export function errorAnswer(exchange: Exchange, error: GatewayError): Answer {
  return completeAnswer(exchange, {
    kind: "answer",
    status: error.status,
    fields: errorFields(error),
    body: bodyOf(error.message),
    error: error.message,
  });
}

const MAX_BODIES = 256;
const bodies = new RecentEntries<Buffer>(MAX_BODIES);

/** Most refusals say what others before them said. */
function bodyOf(message: string): Buffer {
  const known = bodies.get(message);
  if (known !== undefined) return known;
  const body = Buffer.from(errorBody(message));
  bodies.set(message, body);
  return body;
}

/** Field block of an error's answer, as far as it does not depend on the request. */
export function errorFields(error: GatewayError): string {
  return `Content-Type: application/json; charset=utf-8\r\n${error.fields}`;
}

/** `/` is escaped and a newline ends the body, as the hosted product's encoder did. */
export function errorBody(message: string): string {
  return `${JSON.stringify({ message }).replaceAll("/", "\\/")}\n`;
}

/** An answer of the gateway's own with the fields every answer carries. */
export function completeAnswer(exchange: Exchange, answer: Answer): Answer {
  return { ...answer, fields: answer.fields + answerFields(exchange) };
}

/** Field block every answer carries, whoever gives it: request id, API, limits and CORS. */
export function answerFields(exchange: Exchange): string {
  const { api, requestId, limitFields } = exchange;
  const idField = `X-Api-RequestId: ${requestId}\r\n`;
  return api === null ? idField : idField + api.idField + limitFields + crossOriginFields(exchange);
}
