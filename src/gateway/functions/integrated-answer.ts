import { isHeaderValue, isSettableHeader } from "../../model/header-field.ts";
import type { HeaderList } from "../headers.ts";

/** The answer a function describes. */
interface IntegratedAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;
}

/** Reads `{statusCode, headers, body, isBase64Encoded}`; undefined when it is of another shape, or would break the answer. */
export function readIntegratedAnswer(value: unknown): IntegratedAnswer | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const member = (name: string): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined);
  const status = member("statusCode");
  const headers = readHeaders(member("headers") ?? {});
  const body = member("body") ?? "";
  const isBase64 = member("isBase64Encoded") ?? false;
  const isStatus = Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599;
  if (!isStatus || headers === undefined || typeof body !== "string" || typeof isBase64 !== "boolean") return undefined;
  return { status: status as number, headers, body: Buffer.from(body, isBase64 ? "base64" : "utf8") };
}

function readHeaders(value: unknown): HeaderList | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const list: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    // The gateway counts the body itself.
    if (name.toLowerCase() === "content-length") continue;
    if (!isSettableHeader(name)) return undefined;
    for (const item of values) {
      const text = typeof item === "number" || typeof item === "boolean" ? String(item) : item;
      if (typeof text !== "string" || !isHeaderValue(text)) return undefined;
      list.push(name, text);
    }
  }
  return list;
}
