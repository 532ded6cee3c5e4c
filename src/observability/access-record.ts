import type { AccessRecord } from "../model/access-record.ts";

export type { AccessRecord };

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
