/** The parts of an `Authorization: TC3-HMAC-SHA256 …` header. */
export interface Tc3Authorization {
  readonly secretId: string;
  /** UTC day, YYYY-MM-DD. */
  readonly date: string;
  /** Whatever the client put there; some clients derive it from the host name. */
  readonly service: string;
  /** Lower-case header names in the order they were signed; content-type and host are always among them. */
  readonly signedHeaders: readonly string[];
  readonly signature: Buffer;
}

export const tc3Algorithm = "TC3-HMAC-SHA256";
export const tc3Terminator = "tc3_request";

/**
 * `TC3-HMAC-SHA256 Credential=<id>/<date>/<service>/tc3_request, SignedHeaders=<a;b>, Signature=<hex>`.
 * Undefined when any part is missing, repeated or malformed, or content-type or host is not signed.
 */
export function parseTc3Authorization(header: string): Tc3Authorization | undefined {
  if (!header.startsWith(`${tc3Algorithm} `)) return undefined;
  const fields = readFields(header.slice(tc3Algorithm.length + 1));
  if (fields?.size !== 3) return undefined;

  const scope = (fields.get("Credential") ?? "").split("/");
  const [secretId = "", date = "", service = "", terminator] = scope;
  if (scope.length !== 4 || secretId === "" || service === "" || terminator !== tc3Terminator) return undefined;
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) return undefined;

  const signedHeaders = (fields.get("SignedHeaders") ?? "").split(";");
  if (!signedHeaders.every((name) => /^[0-9a-z!#$%&'*+.^_`|~-]+$/.test(name))) return undefined;
  if (new Set(signedHeaders).size !== signedHeaders.length) return undefined;
  if (!signedHeaders.includes("content-type") || !signedHeaders.includes("host")) return undefined;

  const signature = fields.get("Signature") ?? "";
  if (!/^[0-9a-f]{64}$/.test(signature)) return undefined;
  return { secretId, date, service, signedHeaders, signature: Buffer.from(signature, "hex") };
}

function readFields(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const field of text.split(",")) {
    const trimmed = field.trim();
    const equals = trimmed.indexOf("=");
    const name = trimmed.slice(0, Math.max(0, equals));
    if (name === "" || fields.has(name)) return undefined;
    fields.set(name, trimmed.slice(equals + 1));
  }
  return fields;
}
