import type { OutgoingHttpHeaders } from "node:http2";
import { endsHere } from "../http1/hop-by-hop.ts";

/**
 * The fields of an answer in the form `node:http2` takes them, from a field block. Names are in lower case (RFC 9113
 * §8.2.1); fields that concern an HTTP/1 connection, such as Upgrade, have no place in HTTP/2 and are left out.
 */
export function answerFields(status: number, block: string, length: number): OutgoingHttpHeaders {
  // Without a prototype, no name a backend sends means anything but itself.
  const fields: OutgoingHttpHeaders = Object.create(null);
  fields[":status"] = status;
  for (let at = 0; at < block.length; ) {
    const end = block.indexOf("\r\n", at);
    const colon = block.indexOf(":", at);
    if (end < 0 || colon < 0 || colon > end) throw new TypeError("not a field block");
    const name = block.slice(at, colon).toLowerCase();
    if (!endsHere(name, null)) addField(fields, name, block.slice(colon + 1, end).trim());
    at = end + 2;
  }
  if (length >= 0) fields["content-length"] = String(length);
  return fields;
}

function addField(fields: OutgoingHttpHeaders, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else fields[name] = [String(before), value];
}
