/** What one line of the access log tells. Null: not known, or no backend was called. Times are in milliseconds. */
export interface AccessRecord {
  readonly time: string;
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

/** One line of JSON, whatever the caller sent. */
export function formatAccessRecord(record: AccessRecord): string {
  const capped = {
    ...record,
    host: cap(record.host),
    method: cap(record.method),
    path: cap(record.path),
    userAgent: record.userAgent === null ? null : cap(record.userAgent),
    error: record.error === null ? null : cap(record.error),
  };
  return `${JSON.stringify(capped).replace(DECEPTIVE, escapeCharacter)}\n`;
}

function cap(text: string): string {
  return text.length > MAX_FIELD_LENGTH ? `${text.slice(0, MAX_FIELD_LENGTH)}…` : text;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
