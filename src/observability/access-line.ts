import type { AccessRecord } from "./access-record.ts";
import { type LineBuffer, setThreeDigits } from "./line-buffer.ts";

/** Longest text a caller chooses that is written. */
const MAX_TEXT_LENGTH = 1024;

/** C1 controls, line separators and marks that reorder text on a terminal; JSON itself escapes the other controls. */
const DECEPTIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Whether a character stands in JSON as it is: printable ASCII but for `"` and `\`. */
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code >= 0x20 && code < 0x7f && code !== 0x22 && code !== 0x5c),
);

/** Longest sum of the numbers between beginning and ending, with their names. */
const MAX_NUMBERS_BYTES = 512;

const responseBodyBytes = Buffer.from(',"responseBodyBytes":');
const durationMs = Buffer.from(',"durationMs":');
const backendDurationMs = Buffer.from(',"backendDurationMs":');
const backendConnectMs = Buffer.from(',"backendConnectMs":');
const backendHeadMs = Buffer.from(',"backendHeadMs":');

/**
 * Adds one line of JSON, whatever the caller sent. What calls of one key have in common is spelt once and copied; the rest is written
 * digit by digit, for `JSON.stringify` or a template would triple what a line costs.
 */
export function addAccessLine(lines: LineBuffer, record: AccessRecord): void {
  const beginning = beginningOf(record);
  const ending = endingText(record);
  lines.startLine(beginning.length + ending.length + MAX_NUMBERS_BYTES);
  lines.add(beginning);
  lines.addWhole(record.requestBodyBytes);
  lines.add(responseBodyBytes);
  lines.addWhole(record.responseBodyBytes);
  lines.add(durationMs);
  addMillis(lines, record.durationMs);
  lines.add(backendDurationMs);
  addMillis(lines, record.backendDurationMs);
  lines.add(backendConnectMs);
  addMillis(lines, record.backendConnectMs);
  lines.add(backendHeadMs);
  addMillis(lines, record.backendHeadMs);
  lines.add(ending);
  lines.endLine();
}

/** A line up to its numbers, as it was for the last call of its kind: time and request id are written over for the next. */
interface Beginning {
  readonly record: AccessRecord;
  readonly bytes: Buffer;
  /** Epoch seconds of the time in it. */
  second: number;
}

/** A power of two. */
const SLOTS = 8_192;
/** A longer beginning is spelt anew for each call. */
const SLOT_BYTES = 1_024;
/** By key and path, where most kinds of calls differ: a newer one takes the slot of an older one. */
const beginnings = new Array<Beginning | null>(SLOTS).fill(null);
/** Their bytes, each in its slot: memory that is never asked for again costs no collector anything, nor more than this. */
const slots = Buffer.allocUnsafeSlow(SLOTS * SLOT_BYTES);

const TIME_AT = '{"time":"'.length;
const MILLIS_AT = TIME_AT + "2026-01-01T12:00:00.".length;
const REQUEST_ID_AT = MILLIS_AT + '000Z","requestId":"'.length;

function beginningOf(record: AccessRecord): Buffer {
  const { requestId, time } = record;
  const second = Math.floor(time / 1000);
  const slot = slotOf(record);
  let beginning = beginnings[slot] ?? null;
  if (beginning === null || !isAlike(beginning.record, record)) beginning = noteBeginning(slot, record, second);
  const { bytes } = beginning;
  if (second !== beginning.second) {
    beginning.second = second;
    bytes.write(isoSecond(second), TIME_AT, "latin1");
  }
  setThreeDigits(bytes, MILLIS_AT, Math.floor(time) - second * 1000);
  bytes.write(requestId, REQUEST_ID_AT, "latin1");
  return bytes;
}

function noteBeginning(slot: number, record: AccessRecord, second: number): Beginning {
  const spelt = Buffer.from(spellBeginning(record, second));
  if (spelt.length > SLOT_BYTES) return { record, bytes: spelt, second };
  const bytes = slots.subarray(slot * SLOT_BYTES, slot * SLOT_BYTES + spelt.length);
  bytes.set(spelt);
  const beginning = { record, bytes, second };
  beginnings[slot] = beginning;
  return beginning;
}

function spellBeginning(record: AccessRecord, second: number): string {
  return (
    `{"time":"${isoSecond(second)}000Z","requestId":${text(record.requestId)},"appId":${record.appId},` +
    `"serviceId":${text(record.serviceId)},"environment":${text(record.environment)},` +
    `"apiId":${text(record.apiId)},"planId":${text(record.planId)},"keyId":${text(record.keyId)},` +
    `"host":${text(record.host)},"method":${text(record.method)},"path":${text(record.path)},` +
    `"scheme":"${record.scheme}","userAgent":${text(record.userAgent)},` +
    `"status":${record.status},"backendStatus":${record.backendStatus},` +
    `"clientAddress":${text(record.clientAddress)},"backendAddress":${text(record.backendAddress)},` +
    `"gatewayAddress":${text(record.gatewayAddress)},"requestBodyBytes":`
  );
}

function slotOf({ keyId, path }: AccessRecord): number {
  const hash = hashEnd(path, keyId === null ? 0 : hashEnd(keyId, keyId.length));
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The end is where keys and paths differ. */
function hashEnd(value: string, seed: number): number {
  let hash = seed ^ value.length;
  for (let index = Math.max(0, value.length - 16); index < value.length; index++) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  return hash;
}

function isAlike(left: AccessRecord, right: AccessRecord): boolean {
  return (
    left.path === right.path &&
    left.keyId === right.keyId &&
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
    left.gatewayAddress === right.gatewayAddress &&
    left.requestId.length === right.requestId.length
  );
}

let lastEnding: { readonly record: AccessRecord; readonly bytes: Buffer } | null = null;

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
  if (ms === null) lines.addAscii("null");
  else lines.addThousandths(ms);
}

let lastSecond = Number.NaN;
let lastIsoSecond = "";

/** `2026-01-01T12:00:00.`: all of a time but its milliseconds, which is made anew once a second. */
function isoSecond(second: number): string {
  if (second !== lastSecond) {
    lastSecond = second;
    lastIsoSecond = new Date(second * 1000).toISOString().slice(0, -"000Z".length);
  }
  return lastIsoSecond;
}

function cap(value: string): string {
  return value.length > MAX_TEXT_LENGTH ? `${value.slice(0, MAX_TEXT_LENGTH)}…` : value;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
