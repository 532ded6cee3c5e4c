import { ApiError } from "./contract/errors.ts";

const maxParts = 10_000;
const maxPartHeaderBytes = 8 * 1024;

/**
 * Reads the fields of a `multipart/form-data` body (RFC 7578) as text parameters. No action takes files, so a part's
 * file name and content type mean nothing. Throws InvalidRequest for a body that is not well formed.
 */
export function parseMultipart(body: Buffer, contentType: string): Map<string, string> {
  const delimiter = Buffer.from(`\r\n--${readBoundary(contentType)}`, "latin1");
  const fields = new Map<string, string>();
  // The first delimiter may open the body, without the line break that precedes the others.
  let at = body.subarray(0, delimiter.length - 2).equals(delimiter.subarray(2)) ? -2 : body.indexOf(delimiter);
  for (let parts = 0; parts <= maxParts; parts += 1) {
    if (at === -1) break;
    const start = at + delimiter.length;
    const following = body.toString("latin1", start, start + 2);
    if (following === "--") return fields;
    if (following !== "\r\n") break;
    const end = body.indexOf(delimiter, start);
    if (end === -1) break;
    const [name, value] = readPart(body.subarray(start, end));
    fields.set(name, value);
    at = end;
  }
  throw malformed();
}

function readBoundary(contentType: string): string {
  for (const parameter of contentType.split(";").slice(1)) {
    const equals = parameter.indexOf("=");
    if (parameter.slice(0, equals).trim().toLowerCase() !== "boundary") continue;
    const boundary = unquote(parameter.slice(equals + 1).trim());
    // RFC 2046 section 5.1.1.
    if (boundary.length >= 1 && boundary.length <= 70) return boundary;
  }
  throw malformed();
}

/** `part` begins with the line break after its delimiter; a blank line ends its headers. */
function readPart(part: Buffer): [name: string, value: string] {
  const headerEnd = part.subarray(0, maxPartHeaderBytes).indexOf("\r\n\r\n");
  if (headerEnd === -1) throw malformed();
  for (const line of decode(part.subarray(0, headerEnd)).split("\r\n")) {
    const colon = line.indexOf(":");
    if (line.slice(0, colon).trim().toLowerCase() !== "content-disposition") continue;
    const name = readName(line.slice(colon + 1));
    if (name !== undefined) return [name, decode(part.subarray(headerEnd + 4))];
  }
  throw malformed();
}

function readName(disposition: string): string | undefined {
  const [kind, ...parameters] = disposition.split(";");
  if (kind?.trim().toLowerCase() !== "form-data") return undefined;
  for (const parameter of parameters) {
    const trimmed = parameter.trim();
    if (trimmed.startsWith("name=")) return unquote(trimmed.slice("name=".length));
  }
  return undefined;
}

function unquote(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed();
  }
}

function malformed(): ApiError {
  return new ApiError("InvalidRequest", "The multipart body of the request is malformed.");
}
