import type { AccessRecord as LoggedAccess } from "../model/access-record.ts";

/** What is told of a request that is over. The line spells its time out; here it is in epoch milliseconds, of the head. */
export interface AccessRecord extends Omit<LoggedAccess, "time"> {
  readonly time: number;
}

/** Longest text a caller chooses that is written. */
const MAX_FIELD_LENGTH = 1024;

/** C1 controls, line separators and marks that reorder text on a terminal; JSON itself escapes the other controls. */
const DECEPTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Whether a character stands in JSON as it is: printable ASCII but for `"` and `\`. */
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c),
);

/** One line of JSON, whatever the caller sent. Built by hand: `JSON.stringify` would double what a line costs. */
export function formatAccessRecord(record: AccessRecord): string {
  return (
    `{"time":"${isoTime(record.time)}","requestId":"${record.requestId}",${requestText(record)},` +
    `"status":${record.status},"backendStatus":${record.backendStatus},${addressText(record)},` +
    `"requestBodyBytes":${record.requestBodyBytes},"responseBodyBytes":${record.responseBodyBytes},` +
    `"durationMs":${millis(record.durationMs)},"backendDurationMs":${millis(record.backendDurationMs)},` +
    `"backendConnectMs":${millis(record.backendConnectMs)},"backendHeadMs":${millis(record.backendHeadMs)},` +
    `"error":${text(record.error)},"processId":${record.processId}}\n`
  );
}

/** A part of a line that often comes again, and the record it was spelt for. */
interface Spelt {
  readonly record: AccessRecord;
  readonly text: string;
}

const MAX_SPELT = 1_000;
/** What each key asked for last. */
const requestByKey = new Map<string | null, Spelt>();

function requestText(record: AccessRecord): string {
  const known = requestByKey.get(record.keyId);
  if (known !== undefined && isSameRequest(known.record, record)) return known.text;
  const { appId, serviceId, environment, apiId, planId, keyId } = record;
  const whose = JSON.stringify({ appId, serviceId, environment, apiId, planId, keyId }).slice(1, -1);
  const spelt =
    `${whose},"host":${text(record.host)},"method":${text(record.method)},"path":${text(record.path)},` +
    `"scheme":"${record.scheme}","userAgent":${text(record.userAgent)}`;
  if (requestByKey.size >= MAX_SPELT) requestByKey.clear();
  if (spelt.length <= MAX_FIELD_LENGTH) requestByKey.set(keyId, { record, text: spelt });
  return spelt;
}

function isSameRequest(left: AccessRecord, right: AccessRecord): boolean {
  return (
    left.path === right.path &&
    left.apiId === right.apiId &&
    left.userAgent === right.userAgent &&
    left.host === right.host &&
    left.method === right.method &&
    left.scheme === right.scheme &&
    left.environment === right.environment &&
    left.serviceId === right.serviceId &&
    left.planId === right.planId &&
    left.appId === right.appId
  );
}

let lastAddresses: Spelt | null = null;

function addressText(record: AccessRecord): string {
  if (lastAddresses !== null && isSameAddresses(lastAddresses.record, record)) return lastAddresses.text;
  const spelt =
    `"clientAddress":${text(record.clientAddress)},"backendAddress":${text(record.backendAddress)},` +
    `"gatewayAddress":${text(record.gatewayAddress)}`;
  lastAddresses = { record, text: spelt };
  return spelt;
}

function isSameAddresses(left: AccessRecord, right: AccessRecord): boolean {
  return (
    left.clientAddress === right.clientAddress &&
    left.backendAddress === right.backendAddress &&
    left.gatewayAddress === right.gatewayAddress
  );
}

function text(value: string | null): string {
  if (value === null) return "null";
  if (isPlain(value)) return `"${value}"`;
  return JSON.stringify(cap(value)).replace(DECEPTIVE, escapeCharacter);
}

function isPlain(value: string): boolean {
  if (value.length > MAX_FIELD_LENGTH) return false;
  for (let index = 0; index < value.length; index++) if (plain[value.charCodeAt(index)] !== 1) return false;
  return true;
}

const fractions = Array.from({ length: 1000 }, (_, micros) => `.${String(micros).padStart(3, "0")}`);

/** With microseconds: spelling a fraction as two whole numbers costs a tenth of what a double does. */
function millis(ms: number | null): string {
  if (ms === null) return "null";
  const micros = Math.round(ms * 1000);
  const whole = Math.floor(micros / 1000);
  return whole + (fractions[micros - whole * 1000] ?? "");
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
