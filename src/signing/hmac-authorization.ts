// The Authorization header of data-plane callers, key pairs and apps alike (Tencent Cloud docs 628/11819, 628/55088).

/** A refused call: `refusal` is the message the caller gets, from the published error table (628/31717). */
export interface Refusal {
  readonly refusal: string;
}

export type HmacHash = "sha1" | "sha256" | "sha384" | "sha512";

export interface HmacAuthorization {
  readonly id: string;
  readonly hash: HmacHash;
  /** Names of the signed headers as the caller lists them: order and letter case count. */
  readonly listedHeaders: readonly string[];
  /** Base64 as sent, not decoded yet. */
  readonly signature: string;
}

export const repeated = Symbol("sent more than once");

/** Header values by lower-case name; a name that was sent more than once has the value `repeated`. */
export interface HeaderIndex {
  get(lowerName: string): string | typeof repeated | undefined;
}

const hashes = new Map<string, HmacHash>([
  ["hmac-sha1", "sha1"],
  ["hmac-sha256", "sha256"],
  ["hmac-sha384", "sha384"],
  ["hmac-sha512", "sha512"],
]);

/** `rawHeaders` alternates names and values as received. A few look-ups among a few headers: a Map would cost more to fill. */
export function indexHeaders(rawHeaders: readonly string[]): HeaderIndex {
  return { get: (lowerName) => findHeader(rawHeaders, lowerName) };
}

function findHeader(rawHeaders: readonly string[], lowerName: string): string | typeof repeated | undefined {
  let found: string | undefined;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (name.length !== lowerName.length || name.toLowerCase() !== lowerName) continue;
    if (found !== undefined) return repeated;
    found = rawHeaders[at + 1] ?? "";
  }
  return found;
}

/**
 * Reads and checks the Authorization header in the documented order: absent, repeated, not of the hmac form, a signed
 * header sent twice, id or signature missing, another parameter missing, unknown algorithm.
 */
export function readHmacAuthorization(headers: HeaderIndex): HmacAuthorization | Refusal {
  const header = headers.get("authorization");
  if (header === undefined) {
    return { refusal: "HMAC signature cannot be verified, a validate authorization header is required" };
  }
  if (header === repeated) return multipleHeaders;
  const parameters = parseHmacParameters(header);
  if (parameters === undefined) return { refusal: "HMAC authorization format error" };

  const { id = "", algorithm = "", headers: listed = "", signature = "" } = parameters;
  const listedHeaders = listed.split(" ").filter((name) => name !== "");
  if (listedHeaders.some((name) => headers.get(name.toLowerCase()) === repeated)) return multipleHeaders;
  if (id === "" || signature === "") return { refusal: "HMAC id or signature missing" };
  if (algorithm === "" || listedHeaders.length === 0) return { refusal: "HMAC authorization headers is invalidate" };
  const hash = hashes.get(algorithm);
  if (hash === undefined) return { refusal: `HMAC algorithm ${shortened(algorithm)} not supported` };
  return { id, hash, listedHeaders, signature };
}

export const multipleHeaders: Refusal = { refusal: "HMAC do not support multiple HTTP header" };

/** What a caller sent, fit to be repeated in an error message. */
export function shortened(text: string): string {
  return text.slice(0, 64);
}

/** What the header says, each name once. */
class HmacParameters {
  id: string | undefined;
  algorithm: string | undefined;
  headers: string | undefined;
  signature: string | undefined;
  #others: Set<string> | undefined;

  /** False: the name came before. */
  add(name: string, value: string): boolean {
    if (name === "id" && this.id === undefined) this.id = value;
    else if (name === "algorithm" && this.algorithm === undefined) this.algorithm = value;
    else if (name === "headers" && this.headers === undefined) this.headers = value;
    else if (name === "signature" && this.signature === undefined) this.signature = value;
    else return this.#addOther(name);
    return true;
  }

  #addOther(name: string): boolean {
    this.#others ??= new Set(["id", "algorithm", "headers", "signature"]);
    if (this.#others.has(name)) return false;
    this.#others.add(name);
    return true;
  }
}

/**
 * `hmac name="value", name="value"` in any order, one pass over the text. Undefined when the text has another form or repeats
 * a name.
 */
function parseHmacParameters(text: string): HmacParameters | undefined {
  if (text.slice(0, 4).toLowerCase() !== "hmac" || !isBlankAt(text, 4)) return undefined;
  const parameters = new HmacParameters();
  for (let at = 5; ; ) {
    while (isBlankAt(text, at)) at += 1;
    const equals = text.indexOf('="', at);
    const end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
    if (end < 0 || !isParameterName(text, at, equals)) return undefined;
    if (!parameters.add(text.slice(at, equals), text.slice(equals + 2, end))) return undefined;
    at = end + 1;
    while (isBlankAt(text, at)) at += 1;
    if (at === text.length) return parameters;
    if (text[at] !== ",") return undefined;
    at += 1;
  }
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}

/** Letters, digits, `_` and `-`, at least one. */
function isParameterName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (!isLetter && !(code >= 0x30 && code <= 0x39) && code !== 0x5f && code !== 0x2d) return false;
  }
  return end > start;
}
