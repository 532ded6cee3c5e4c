import type { Exchange } from "../exchange.ts";
import { EncodedFields } from "../parameters/encoded-fields.ts";
import { readBody } from "../read-body.ts";

// A request as endpoints are told of it.

/** Header fields by lower-case name, repeats joined (RFC 9110 §5.3). */
export function headersOf({ head }: Exchange): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (let index = 0; index < head.fields.length; index += 2) {
    const name = (head.fields[index] ?? "").toLowerCase();
    const value = head.fields[index + 1] ?? "";
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return Object.fromEntries(fields);
}

/** The first value of each field of the query, decoded. */
export function queryOf({ query }: Exchange): Readonly<Record<string, string>> {
  return Object.fromEntries(new EncodedFields(query ?? "").entries());
}

export async function bodyOf(exchange: Exchange, encoding: "utf8" | "base64"): Promise<string> {
  if (exchange.body === null && !exchange.head.hasBody) return "";
  return (await readBody(exchange)).toString(encoding);
}
