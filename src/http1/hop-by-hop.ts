import { FieldNames } from "./field-names.ts";

/** Fields that concern one connection only (RFC 9110 §7.6.1) or that the engine writes itself. */
export const hopByHopFields = new FieldNames([
  "te",
  "host",
  "expect",
  "trailer",
  "upgrade",
  "connection",
  "keep-alive",
  "content-length",
  "http2-settings",
  "proxy-connection",
  "transfer-encoding",
  "proxy-authenticate",
  "proxy-authorization",
]);

/** Whether a received field ends here. `nominated` are the names its Connection field added, lower case. */
export function endsHere(name: string, nominated: readonly string[] | null): boolean {
  return hopByHopFields.has(name) || nominated?.includes(name.toLowerCase()) === true;
}
