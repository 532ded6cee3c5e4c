import { ApiError, commonError, malformedBody, malformedQuery } from "./contract/errors.ts";
import { parseForm } from "./form.ts";
import { parseMultipart } from "./multipart.ts";

/** Size limits of API 3.0 requests. Source: Tencent Cloud docs 628/13881 (request structure). */
const maxQueryBytes = 32 * 1024;
export const maxBodyBytes = 10 * 1024 * 1024;
export const maxV1BodyBytes = 1024 * 1024;
/** What is parsed of a sender who may be anybody; far more than ordinary calls have. */
const maxUnverifiedJsonBytes = 64 * 1024;

/** A request of the management listener as the connection delivered it. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target, path and query, as sent; ASCII. */
  readonly target: string;
  /** Values by lower-case header name. */
  readonly headers: ReadonlyMap<string, string>;
  /** The raw body, which signatures cover; null when it was larger than {@link maxBodyBytes}. */
  readonly body: Buffer | null;
}

/** Parameters arrive typed in a JSON body, or as flattened text in a query or form. */
export type Parameters =
  | { readonly kind: "json"; readonly members: Readonly<Record<string, unknown>> }
  | { readonly kind: "text"; readonly values: ReadonlyMap<string, string> };

/** A request whose method, size and syntax are in order; the syntax of a large JSON body shows with its members. */
export interface ControlRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** What follows the `?`, undecoded. */
  readonly query: string;
  readonly host: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  readonly isTc3: boolean;
  readonly parameters: Parameters;
}

export function readRequest(received: ReceivedRequest): ControlRequest {
  const { method, headers } = received;
  if (method !== "GET" && method !== "POST") throw commonError("UnsupportedProtocol");
  const isTc3 = (headers.get("authorization") ?? "").startsWith("TC3-HMAC-SHA256");
  const { path, query } = splitTarget(received.target);
  const body = checkSize(received, query, isTc3);
  return {
    method,
    path,
    query,
    host: headers.get("host") ?? "",
    headers,
    body,
    isTc3,
    parameters: method === "GET" ? textParameters(query) : readBody(body, headers.get("content-type") ?? "", isTc3),
  };
}

function checkSize({ method, body }: ReceivedRequest, query: string, isTc3: boolean): Buffer {
  if (body === null || (method === "GET" && query.length > maxQueryBytes)) {
    throw commonError("RequestSizeLimitExceeded");
  }
  if (method === "POST" && !isTc3 && body.length > maxV1BodyBytes) {
    throw new ApiError(
      "AuthFailure.SignatureFailure",
      "The provided credentials could not be validated because of exceeding request size limit, " +
        "please use new signature method `TC3-HMAC-SHA256`.",
    );
  }
  return body;
}

/** A proxy may send the absolute form (RFC 9112 section 3.2.2); the path is what follows the authority then. */
function splitTarget(target: string): { path: string; query: string } {
  const absolute = /^https?:\/\/[^/?]*/i.exec(target)?.[0] ?? "";
  const relative = target.slice(absolute.length);
  const mark = relative.indexOf("?");
  if (mark === -1) return { path: relative || "/", query: "" };
  return { path: relative.slice(0, mark) || "/", query: relative.slice(mark + 1) };
}

function readBody(body: Buffer, contentType: string, isTc3: boolean): Parameters {
  const mediaType = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  switch (mediaType) {
    case "multipart/form-data":
      return { kind: "text", values: parseMultipart(body, contentType) };
    case "application/json":
      // Old clients post a form under this label, always with a V1 signature; TC3 callers mean what they say.
      return isTc3 || startsLikeJson(body) ? parseJson(body) : textParameters(decodeForm(body));
    case "application/x-www-form-urlencoded":
    case "":
      return startsLikeJson(body) ? parseJson(body) : textParameters(decodeForm(body));
    default:
      throw new ApiError("InvalidRequest", "The content type of the request is not supported.");
  }
}

/** No parameter name begins with a brace, so the first character tells an object from a form. */
function startsLikeJson(body: Buffer): boolean {
  const first = body.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x7b;
}

/** A large body is parsed when its members are first asked for, after the signature: parsing can take seconds. */
function parseJson(body: Buffer): Parameters {
  if (body.length <= maxUnverifiedJsonBytes) return { kind: "json", members: jsonMembers(body) };
  let members: Readonly<Record<string, unknown>> | undefined;
  return {
    kind: "json",
    get members() {
      members ??= jsonMembers(body);
      return members;
    },
  };
}

function jsonMembers(body: Buffer): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {};
  const text = decodeUtf8(body) ?? refuse(malformedBody());
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformedBody();
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformedBody();
  return value as Record<string, unknown>;
}

function decodeForm(body: Buffer): string {
  return decodeUtf8(body) ?? refuse(malformedQuery());
}

function textParameters(encoded: string): Parameters {
  return { kind: "text", values: parseForm(encoded) };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text, or undefined when the bytes are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(error: ApiError): never {
  throw error;
}
