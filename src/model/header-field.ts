// RFC 9110 §5.6.2. Anchored and without repetition of groups: linear.
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// RFC 9110 §5.5 without obs-text: what is sent must be the same bytes in every charset.
const fieldValue = /^[\t\x20-\x7e]*$/;

// They frame the message or belong to one connection (RFC 9110 §7.6.1, RFC 9112 §6): the gateway writes them itself.
const connectionFields = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whether `name` may name a header field at all. */
export function isHeaderName(name: string): boolean {
  return token.test(name);
}

/** Whether a value can stand in a header field without ending it: printable ASCII, spaces and tabs. */
export function isHeaderValue(value: string): boolean {
  return fieldValue.test(value);
}

/** Whether configuration may set this field of a call to the backend. */
export function isSettableHeader(name: string): boolean {
  return isHeaderName(name) && !connectionFields.has(name.toLowerCase());
}
