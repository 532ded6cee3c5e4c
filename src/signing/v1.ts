// API 3.0 signature v1 and the signature of API 2.0 (Tencent Cloud docs, "Signature method v1").
import { createHmac } from "node:crypto";
import { decodeBase64, equalInConstantTime } from "./constant-time.ts";

type Parameter = readonly [name: string, value: string];

/** What signature v1 covers: the parameters come from the query of a GET or the body of a POST, decoded once. */
export interface V1Request {
  readonly method: string;
  /** The Host header as sent, port included. */
  readonly host: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/**
 * Whether the parameter `Signature` was made with this key. Tried are: the host as sent and each of `extraHosts`; the
 * path as sent and "/"; keys as sent and with dots for underscores, as some clients sign them; and for a POST also
 * without the parameters whose value starts with "@", which legacy clients leave out. A name sent twice is
 * refused: which of the two the client signed cannot be known.
 */
export function verifyV1(request: V1Request, secretKey: string, extraHosts: readonly string[] = []): boolean {
  const byName = new Map(request.parameters);
  if (byName.size !== request.parameters.length) return false;
  const expected = decodeBase64(byName.get("Signature") ?? "");
  if (expected === undefined) return false;

  const all = sortedParameters(request.parameters);
  const withoutFiles = all.filter(([, value]) => !value.startsWith("@"));
  const selections = request.method === "POST" && withoutFiles.length < all.length ? [all, withoutFiles] : [all];
  for (const host of new Set([request.host, ...extraHosts])) {
    for (const path of new Set([request.path, "/"])) {
      for (const parameters of selections) {
        const prefix = request.method + host + path;
        const texts = new Set([joinParameters(parameters), joinParameters(parameters.map(withDots))]);
        for (const text of texts) {
          const actual = mac(byName.get("SignatureMethod"), secretKey, `${prefix}?${text}`);
          if (equalInConstantTime(actual, expected)) return true;
        }
      }
    }
  }
  return false;
}

/** The Base64 text of the parameter `Signature`. HMAC-SHA1 unless the parameter `SignatureMethod` is HmacSHA256. */
export function signV1(request: V1Request, secretKey: string): string {
  const method = new Map(request.parameters).get("SignatureMethod");
  const text = joinParameters(sortedParameters(request.parameters));
  return mac(method, secretKey, `${request.method}${request.host}${request.path}?${text}`).toString("base64");
}

function sortedParameters(parameters: readonly Parameter[]): Parameter[] {
  return parameters
    .filter(([name]) => name !== "Signature")
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function joinParameters(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${name}=${value}`).join("&");
}

function withDots([name, value]: Parameter): Parameter {
  return [name.replaceAll("_", "."), value];
}

function mac(signatureMethod: string | undefined, secretKey: string, text: string): Buffer {
  return createHmac(signatureMethod === "HmacSHA256" ? "sha256" : "sha1", secretKey)
    .update(text, "utf8")
    .digest();
}
