import { copyFields } from "./copy-fields.ts";
import type { OutgoingRequest, RequestHead } from "./message-head.ts";

const LF = 0x0a;

/** The backend's request line and all but the last of its fields, those that frame the body. */
export function forwardHead(head: RequestHead, outgoing: OutgoingRequest): string {
  const { forwarded } = head;
  if (forwarded !== null && forwarded.outgoing === outgoing) return forwarded.text;
  const { method, target, host, rewriteField, fields } = outgoing;
  const text = `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${copyFields(head, rewriteField)}${fields}`;
  // To look at it makes one piece of it: until then V8 keeps a tree of its parts, and would walk that for each call anew.
  if (text.charCodeAt(text.length - 1) !== LF) throw new RangeError("a field block ends with a line break");
  head.forwarded = { outgoing, text };
  return text;
}
