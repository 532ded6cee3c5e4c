/** What one line of the access log tells. Null: not known, or no backend was called. Times are in milliseconds. */
export interface AccessRecord {
  /** When the request's head was in, in epoch milliseconds. */
  readonly time: number;
  readonly requestId: string;
  readonly appId: number | null;
  readonly serviceId: string | null;
  readonly environment: string | null;
  readonly apiId: string | null;
  readonly planId: string | null;
  readonly keyId: string | null;
  readonly host: string;
  readonly method: string;
  /** Without the environment and without the query, which may hold secrets. */
  readonly path: string;
  readonly scheme: string;
  readonly userAgent: string | null;
  /** 499: the caller went away first. */
  readonly status: number;
  readonly backendStatus: number | null;
  readonly clientAddress: string;
  readonly backendAddress: string | null;
  readonly gatewayAddress: string;
  readonly requestBodyBytes: number;
  readonly responseBodyBytes: number;
  readonly durationMs: number;
  readonly backendDurationMs: number | null;
  readonly backendConnectMs: number | null;
  readonly backendHeadMs: number | null;
  readonly error: string | null;
  readonly processId: number;
}

/** Longest text a caller chooses that is written. */
const MAX_FIELD_LENGTH = 1024;

/** C1 controls, line separators and marks that reorder text on a terminal; JSON itself escapes the other controls. */
const DECEPTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text that stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** One line of JSON, whatever the caller sent. Built by hand: `JSON.stringify` would double what a line costs. */
export function formatAccessRecord(record: AccessRecord): string {
  return (
    `{"time":"${isoTime(record.time)}","requestId":"${record.requestId}","appId":${record.appId},` +
    `"serviceId":${text(record.serviceId)},"environment":${text(record.environment)},"apiId":${text(record.apiId)},` +
    `"planId":${text(record.planId)},"keyId":${text(record.keyId)},"host":${text(record.host)},` +
    `"method":${text(record.method)},"path":${text(record.path)},"scheme":"${record.scheme}",` +
    `"userAgent":${text(record.userAgent)},"status":${record.status},"backendStatus":${record.backendStatus},` +
    `"clientAddress":${text(record.clientAddress)},"backendAddress":${text(record.backendAddress)},` +
    `"gatewayAddress":${text(record.gatewayAddress)},"requestBodyBytes":${record.requestBodyBytes},` +
    `"responseBodyBytes":${record.responseBodyBytes},"durationMs":${record.durationMs},` +
    `"backendDurationMs":${record.backendDurationMs},"backendConnectMs":${record.backendConnectMs},` +
    `"backendHeadMs":${record.backendHeadMs},"error":${text(record.error)},"processId":${record.processId}}\n`
  );
}

function text(value: string | null): string {
  if (value === null) return "null";
  if (value.length <= MAX_FIELD_LENGTH && PLAIN.test(value)) return `"${value}"`;
  return JSON.stringify(cap(value)).replace(DECEPTIVE, escapeCharacter);
}

let isoSecond = Number.NaN;
let isoPrefix = "";

/** `2026-01-01T12:00:00.000Z`, of which all but the milliseconds is made anew once a second. */
function isoTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1000);
  if (second !== isoSecond) {
    isoSecond = second;
    isoPrefix = new Date(second * 1000).toISOString().slice(0, -4);
  }
  return `${isoPrefix}${String(Math.floor(epochMs) - second * 1000).padStart(3, "0")}Z`;
}

function cap(text: string): string {
  return text.length > MAX_FIELD_LENGTH ? `${text.slice(0, MAX_FIELD_LENGTH)}…` : text;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
