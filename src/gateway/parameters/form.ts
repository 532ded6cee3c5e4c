import { type HeaderList, headerValue } from "../headers.ts";
import { EncodedFields } from "./encoded-fields.ts";

/** A form body that has been read, and what the caller's parameters in it are. */
export interface FormBody {
  readonly received: Buffer;
  readonly fields: EncodedFields;
}

export function isForm(headers: HeaderList): boolean {
  const type = headerValue(headers, "content-type");
  return (
    type !== undefined && (type.split(";", 1)[0] ?? "").trim().toLowerCase() === "application/x-www-form-urlencoded"
  );
}

export function parseForm(body: Buffer): FormBody {
  return { received: body, fields: new EncodedFields(body.toString("latin1")) };
}

/** The bytes to send on: those received, unless a field was changed. */
export function formBytes(form: FormBody): Buffer {
  return form.fields.isChanged ? Buffer.from(form.fields.toString(), "latin1") : form.received;
}
