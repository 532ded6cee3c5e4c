import { type HeaderList, headerValue } from "../headers.ts";
import { EncodedFields } from "./encoded-fields.ts";

/** A form body that has been read, and what the caller's parameters in it are. */
export interface FormBody {
  readonly received: Uint8Array;
  readonly fields: EncodedFields;
}

export function isForm(headers: HeaderList): boolean {
  const type = headerValue(headers, "content-type");
  return (
    type !== undefined && (type.split(";", 1)[0] ?? "").trim().toLowerCase() === "application/x-www-form-urlencoded"
  );
}

/** Whether the head announces a body (RFC 9112 §6). */
export function announcesBody(headers: HeaderList): boolean {
  if (headerValue(headers, "transfer-encoding") !== undefined) return true;
  const length = headerValue(headers, "content-length");
  return length !== undefined && length !== "0";
}

export function parseForm(body: Uint8Array): FormBody {
  return { received: body, fields: new EncodedFields(Buffer.from(body).toString("latin1")) };
}

/** The bytes to send on: those received, unless a field was changed. */
export function formBytes(form: FormBody): Uint8Array {
  return form.fields.isChanged ? Buffer.from(form.fields.toString(), "latin1") : form.received;
}
