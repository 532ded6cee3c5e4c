import type { AccessRecord } from "./access-record.ts";
import type { LineBuffer } from "./line-buffer.ts";

/** Longest text a caller chooses that is written. */
const MAX_TEXT_LENGTH = 1024;

/** C1 controls, line separators and marks that reorder text on a terminal; JSON itself escapes the other controls. */
const DECEPTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Whether a character stands in JSON as it is: printable ASCII but for `"` and `\`. */
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c),
);

/** Longest sum of the parts below that are neither the request's nor the outcome's: names, numbers, time and request id. */
const MAX_OTHER_BYTES = 512;

/**
 * Adds one line of JSON, whatever the caller sent. What calls of one key have in common is spelt once; the rest is written digit
 * by digit, for `JSON.stringify` or a template would triple what a line costs.
 */
export function addAccessLine(lines: LineBuffer, record: AccessRecord): void {
  const common = commonText(record);
  const ending = endingText(record);
  lines.startLine(common.length + ending.length + MAX_OTHER_BYTES);
  addTime(lines, record.time);
  lines.addAscii('","requestId":"');
  lines.addAscii(record.requestId);
  lines.addAscii('",');
  lines.add(common);
  lines.addAscii(',"requestBodyBytes":');
  lines.addWhole(record.requestBodyBytes);
  lines.addAscii(',"responseBodyBytes":');
  lines.addWhole(record.responseBodyBytes);
  lines.addAscii(',"durationMs":');
  addMillis(lines, record.durationMs);
  lines.addAscii(',"backendDurationMs":');
  addMillis(lines, record.backendDurationMs);
  lines.addAscii(',"backendConnectMs":');
  addMillis(lines, record.backendConnectMs);
  lines.addAscii(',"backendHeadMs":');
  addMillis(lines, record.backendHeadMs);
  lines.add(ending);
  lines.endLine();
}

/** A part of a line that often comes again, and the record it was spelt for. */
interface Spelt {
  readonly record: AccessRecord;
  readonly bytes: Buffer;
}

const MAX_SPELT = 1_000;
const MAX_SPELT_BYTES = 2_048;
/** By key, what its last call was. */
const commonByKey = new Map<string | null, Spelt>();

function commonText(record: AccessRecord): Buffer {
  const known = commonByKey.get(record.keyId);
  if (known !== undefined && isAlike(known.record, record)) return known.bytes;
  const { appId, serviceId, environment, apiId, planId, keyId } = record;
  const whose = JSON.stringify({ appId, serviceId, environment, apiId, planId, keyId }).slice(1, -1);
  const bytes = Buffer.from(
    `${whose},"host":${text(record.host)},"method":${text(record.method)},"path":${text(record.path)},` +
      `"scheme":"${record.scheme}","userAgent":${text(record.userAgent)},` +
      `"status":${record.status},"backendStatus":${record.backendStatus},` +
      `"clientAddress":${text(record.clientAddress)},"backendAddress":${text(record.backendAddress)},` +
      `"gatewayAddress":${text(record.gatewayAddress)}`,
  );
  if (commonByKey.size >= MAX_SPELT) commonByKey.clear();
  if (bytes.length <= MAX_SPELT_BYTES) commonByKey.set(keyId, { record, bytes });
  return bytes;
}

function isAlike(left: AccessRecord, right: AccessRecord): boolean {
  return (
    left.path === right.path &&
    left.apiId === right.apiId &&
    left.userAgent === right.userAgent &&
    left.clientAddress === right.clientAddress &&
    left.status === right.status &&
    left.backendStatus === right.backendStatus &&
    left.host === right.host &&
    left.method === right.method &&
    left.scheme === right.scheme &&
    left.environment === right.environment &&
    left.serviceId === right.serviceId &&
    left.planId === right.planId &&
    left.appId === right.appId &&
    left.backendAddress === right.backendAddress &&
    left.gatewayAddress === right.gatewayAddress
  );
}

let lastEnding: Spelt | null = null;

function endingText(record: AccessRecord): Buffer {
  const { error, processId } = record;
  if (lastEnding !== null && lastEnding.record.error === error && lastEnding.record.processId === processId) {
    return lastEnding.bytes;
  }
  lastEnding = { record, bytes: Buffer.from(`,"error":${text(error)},"processId":${processId}}\n`) };
  return lastEnding.bytes;
}

function text(value: string | null): string {
  if (value === null) return "null";
  if (isPlain(value)) return `"${value}"`;
  return JSON.stringify(cap(value)).replace(DECEPTIVE, escapeCharacter);
}

function isPlain(value: string): boolean {
  if (value.length > MAX_TEXT_LENGTH) return false;
  for (let index = 0; index < value.length; index++) if (plain[value.charCodeAt(index)] !== 1) return false;
  return true;
}

/** With microseconds. */
function addMillis(lines: LineBuffer, ms: number | null): void {
  if (ms === null) {
    lines.addAscii("null");
    return;
  }
  const micros = Math.round(ms * 1000);
  const whole = Math.floor(micros / 1000);
  lines.addWhole(whole);
  lines.addAscii(".");
  lines.addWhole(micros - whole * 1000, 3);
}

let isoSecond = Number.NaN;
let isoPrefix = "";

/** `{"time":"2026-01-01T12:00:00.000Z`, of which all but the milliseconds is made anew once a second. */
function addTime(lines: LineBuffer, epochMs: number): void {
  const second = Math.floor(epochMs / 1000);
  if (second !== isoSecond) {
    isoSecond = second;
    isoPrefix = `{"time":"${new Date(second * 1000).toISOString().slice(0, -4)}`;
  }
  lines.addAscii(isoPrefix);
  lines.addWhole(Math.floor(epochMs) - second * 1000, 3);
  lines.addAscii("Z");
}

function cap(value: string): string {
  return value.length > MAX_TEXT_LENGTH ? `${value.slice(0, MAX_TEXT_LENGTH)}…` : value;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
