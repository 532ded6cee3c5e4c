import { FIELD_VALUE, TOKEN } from "./grammar.ts";

/**
 * A field block is text of whole field lines, each ended by CRLF: what callers hand over for a head. Framing fields
 * (Content-Length, Transfer-Encoding, Connection) are the engine's to add and must not be in it.
 *
 * Appends one line. Throws when name or value could end the line early: what goes on the wire stays one field.
 */
export function appendField(block: string, name: string, value: string): string {
  if (!isFieldName(name)) throw new TypeError("invalid field name");
  if (!isFieldValue(value)) throw new TypeError(`invalid value of field ${name}`);
  return `${block}${name}: ${value}\r\n`;
}

export function isFieldName(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (TOKEN[name.charCodeAt(i)] !== 1) return false;
  return name.length > 0;
}

/** Latin1 text without control characters. */
export function isFieldValue(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (FIELD_VALUE[value.charCodeAt(i)] !== 1) return false;
  return true;
}
