import { crossOriginHeaders } from "../cors/cross-origin.ts";
import type { GatewayError } from "../errors.ts";
import type { Answer, Exchange } from "../exchange.ts";
import { type HeaderList, hopByHopNames } from "../headers.ts";

/** A backend's answer as far as its head. */
interface BackendHead {
  readonly status: number;
  readonly headers: HeaderList;
}

export interface RelayedHead extends BackendHead {
  /** Body to send if the backend's turns out empty; null: none. */
  readonly emptyBody: string | null;
}

/** The one place that turns an error into what the caller gets. */
export function errorAnswer(exchange: Exchange, error: GatewayError): Answer {
  const answer = {
    kind: "answer",
    status: error.status,
    headers: ["Content-Type", "application/json; charset=utf-8", ...error.headers],
    body: errorBody(error.message),
    error: error.message,
  } as const;
  return completeAnswer(exchange, answer);
}

/** `/` is escaped and a newline ends the body, as the hosted product's encoder did. */
export function errorBody(message: string): string {
  return `${JSON.stringify({ message }).replaceAll("/", "\\/")}\n`;
}

/** An answer of the gateway's own with the fields every answer carries. */
export function completeAnswer(exchange: Exchange, answer: Answer): Answer {
  return { ...answer, headers: [...answer.headers, ...ownHeaders(exchange)] };
}

/** Names only the gateway answers under. */
const ownNames = new Set([
  "x-api-id",
  "x-api-requestid",
  "x-api-ratelimit",
  "x-service-ratelimit",
  "x-usageplan-quota",
  "x-usageplan-ratelimit",
]);

const bodiless = new Set([204, 205, 304]);

/** The backend's head as the caller gets it. */
export function relayHead(exchange: Exchange, backend: BackendHead): RelayedHead {
  const conversion = exchange.api?.statusConversions.get(backend.status);
  const headers = passedHeaders(exchange, backend);
  headers.push(...ownHeaders(exchange));
  if (conversion === undefined) return { status: backend.status, headers, emptyBody: null };
  const mayHaveBody = exchange.head.method !== "HEAD" && !bodiless.has(conversion.status) && conversion.message !== "";
  return { status: conversion.status, headers, emptyBody: mayHaveBody ? conversion.message : null };
}

/** A backend's answer that was kept, as an answer of the gateway's own. */
export function relayedAnswer(exchange: Exchange, backend: BackendHead, body: Uint8Array): Answer {
  const conversion = exchange.api?.statusConversions.get(backend.status);
  const headers = withoutLength(passedHeaders(exchange, backend));
  const { status = backend.status, message = "" } = conversion ?? {};
  return { kind: "answer", status, headers, body: body.length === 0 ? message : body, error: null };
}

function withoutLength(headers: HeaderList): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (name.toLowerCase() !== "content-length") kept.push(name, headers[index + 1] ?? "");
  }
  return kept;
}

/** The backend's fields that are sent on. */
function passedHeaders(exchange: Exchange, backend: BackendHead): string[] {
  const hopByHop = hopByHopNames(backend.headers);
  const ownCors = crossOriginHeaders(exchange);
  const headers: string[] = [];
  for (let index = 0; index < backend.headers.length; index += 2) {
    const name = backend.headers[index] ?? "";
    const lowerName = name.toLowerCase();
    if (hopByHop.has(lowerName) || ownNames.has(lowerName)) continue;
    // A second Access-Control-Allow-Origin makes browsers refuse the answer.
    if (ownCors.length > 0 && lowerName.startsWith("access-control-")) continue;
    headers.push(name, backend.headers[index + 1] ?? "");
  }
  return headers;
}

/** Request id, API, limits and CORS. */
function ownHeaders(exchange: Exchange): string[] {
  const headers = ["X-Api-RequestId", exchange.requestId];
  if (exchange.api !== null) headers.push("X-Api-ID", exchange.api.id);
  headers.push(...exchange.limitHeaders, ...crossOriginHeaders(exchange));
  return headers;
}
