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

  const listedHeaders = (parameters.get("headers") ?? "").split(" ").filter((name) => name !== "");
  if (listedHeaders.some((name) => headers.get(name.toLowerCase()) === repeated)) return multipleHeaders;
  const id = parameters.get("id") ?? "";
  const signature = parameters.get("signature") ?? "";
  if (id === "" || signature === "") return { refusal: "HMAC id or signature missing" };
  const algorithm = parameters.get("algorithm") ?? "";
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

/**
 * `hmac name="value", name="value"` in any order, one pass over the text. Names it does not know are carried along.
 * Undefined when the text has another form or repeats a name.
 */
function parseHmacParameters(text: string): Map<string, string> | undefined {
  if (!/^hmac[ \t]/i.test(text)) return undefined;
  const parameters = new Map<string, string>();
  for (let at = 5; ; ) {
    while (text[at] === " " || text[at] === "\t") at += 1;
    const equals = text.indexOf('="', at);
    if (equals < 0) return undefined;
    const end = text.indexOf('"', equals + 2);
    const name = text.slice(at, equals);
    if (end < 0 || !/^[A-Za-z0-9_-]+$/.test(name) || parameters.has(name)) return undefined;
    parameters.set(name, text.slice(equals + 2, end));
    at = end + 1;
    while (text[at] === " " || text[at] === "\t") at += 1;
    if (at === text.length) return parameters;
    if (text[at] !== ",") return undefined;
    at += 1;
  }
}
