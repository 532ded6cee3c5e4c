// Signatures of API apps (Tencent Cloud docs 628/55088). Unlike a key pair's they cover method, path, parameters and, by
// its MD5, the body. All texts here hold one character per byte (latin1), as header values do.
import { createHash } from "node:crypto";
import { isSameText } from "./constant-time.ts";
import { hmac } from "./hmac.ts";
import {
  type HeaderIndex,
  type HmacAuthorization,
  type HmacHash,
  multipleHeaders,
  type Refusal,
  repeated,
  shortened,
} from "./hmac-authorization.ts";

/** Everything that is signed except the Content-MD5 field, which may depend on the body. */
interface AppText {
  readonly beforeMd5: string;
  readonly afterMd5: string;
}

interface AppRequest {
  readonly method: string;
  /** Without the environment. */
  readonly path: string;
  /** As received, without the question mark. */
  readonly query: string | undefined;
  /** A form body as received; null for a body of another kind, or none. */
  readonly form: string | null;
  readonly headers: HeaderIndex;
  readonly listedHeaders: readonly string[];
}

/** The date must be among the signed headers, or a signature could be used again at any time. */
export function checkDateIsSigned(headers: HeaderIndex, listedHeaders: readonly string[]): Refusal | undefined {
  if (headers.get("x-date") !== undefined && listedHeaders.some((name) => name.toLowerCase() === "x-date"))
    return undefined;
  return {
    refusal: "HMAC signature cannot be verified, a valid x-date header is required for HMAC Authentication",
  };
}

/** The header fields of the text, or why there are none; needs no body, so it can be done before one is read. */
export function readSignedHeaders(
  headers: HeaderIndex,
  listedHeaders: readonly string[],
): { readonly lines: readonly string[] } | Refusal {
  const lines: [name: string, line: string][] = [];
  for (const listed of listedHeaders) {
    const name = listed.toLowerCase();
    const value = headers.get(name);
    if (value === repeated) return multipleHeaders;
    if (value === undefined) {
      return { refusal: `HMAC signature cannot be verified, a valid ${shortened(listed)} header is required` };
    }
    lines.push([name, `${name}: ${value}\n`]);
  }
  for (const name of ["accept", "content-type", "content-md5"]) {
    if (headers.get(name) === repeated) return multipleHeaders;
  }
  return { lines: lines.sort(([a], [b]) => compareBytes(a, b)).map(([, line]) => line) };
}

export function buildAppText(request: AppRequest): AppText | Refusal {
  const signed = readSignedHeaders(request.headers, request.listedHeaders);
  if ("refusal" in signed) return signed;
  const field = (name: string) => `${textOf(request.headers, name)}\n`;
  return {
    beforeMd5: `${signed.lines.join("")}${request.method}\n${field("accept")}${field("content-type")}`,
    afterMd5: `\n${pathAndParameters(request.path, [request.query ?? "", request.form ?? ""])}`,
  };
}

/** The text with its Content-MD5 field filled in. */
export function completeAppText({ beforeMd5, afterMd5 }: AppText, contentMd5: string): string {
  return beforeMd5 + contentMd5 + afterMd5;
}

/** Whether the signature was made with this secret. */
export function verifyApp(
  authorization: Pick<HmacAuthorization, "hash" | "signature">,
  text: string,
  secret: string,
): boolean {
  return isSameText(hmac(authorization.hash, secret, text), authorization.signature);
}

/**
 * The two spellings of a body's MD5: `hex` is Base64 of the 32 hexadecimal digits, as every published sample computes it;
 * `bytes` is Base64 of the 16 bytes, as the text says and RFC 1864 wants.
 */
export function contentMd5(body: Uint8Array): { readonly hex: string; readonly bytes: string } {
  const digest = createHash("md5").update(body).digest();
  return { hex: Buffer.from(digest.toString("hex")).toString("base64"), bytes: digest.toString("base64") };
}

/** A form can be megabytes long, and only the beginning of a text is shown. */
const MAX_SHOWN_BYTES = 2_048;

/** The beginning of the signed text as a refusal shows it to the caller: newlines as `#`. */
export function showAppText(text: string): string {
  return Buffer.from(text.slice(0, MAX_SHOWN_BYTES), "latin1").toString("utf8").replaceAll("\n", "#");
}

/** The Authorization header for a request whose `headers` hold everything in `listedHeaders`. */
export function signApp(
  call: AppRequest & { readonly key: string; readonly secret: string; readonly hash?: HmacHash },
): string {
  const text = buildAppText(call);
  if ("refusal" in text) throw new RangeError(text.refusal);
  const hash = call.hash ?? "sha1";
  const complete = completeAppText(text, textOf(call.headers, "content-md5"));
  const signature = hmac(hash, call.secret, complete);
  const listed = call.listedHeaders.join(" ");
  return `hmac id="${call.key}", algorithm="hmac-${hash}", headers="${listed}", signature="${signature}"`;
}

/** Query and form parameters in one list, sorted by name and then by value; a parameter without value is its name. */
function pathAndParameters(path: string, encodedLists: readonly string[]): string {
  const parameters: [name: string, value: string][] = [];
  for (const list of encodedLists) {
    for (const text of list.split("&")) if (text !== "") parameters.push(decodeParameter(text));
  }
  if (parameters.length === 0) return path;
  parameters.sort(([name, value], [otherName, other]) => compareBytes(name, otherName) || compareBytes(value, other));
  return `${path}?${parameters.map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join("&")}`;
}

function decodeParameter(text: string): [name: string, value: string] {
  const equals = text.indexOf("=");
  if (equals < 0) return [decodeBytes(text), ""];
  return [decodeBytes(text.slice(0, equals)), decodeBytes(text.slice(equals + 1))];
}

/** Form encoding; a percent sign that starts no escape stands for itself. */
function decodeBytes(text: string): string {
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** One character is one byte here, so the order of characters is that of bytes. */
function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(headers: HeaderIndex, name: string): string {
  const value = headers.get(name);
  return typeof value === "string" ? value : "";
}
