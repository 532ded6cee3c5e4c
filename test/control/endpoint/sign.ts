import { createHash, createHmac } from "node:crypto";

// Signs like the official SDKs do, independently of the product's own code.

export interface KeyPair {
  readonly secretId: string;
  readonly secretKey: string;
}

export interface Tc3Request {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly host: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly timestamp: number;
  readonly service?: string;
}

/** The `Authorization` header of a TC3 call. */
export function signTc3(pair: KeyPair, request: Tc3Request): string {
  const { method = "POST", path = "/", query = "", service = "apigateway", timestamp } = request;
  const headers = `content-type:${request.contentType}\nhost:${request.host}\n`;
  const canonical = [method, path, query, headers, "content-type;host", sha256(request.body)].join("\n");
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const stringToSign = ["TC3-HMAC-SHA256", timestamp, scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(`TC3${pair.secretKey}`, date), service), "tc3_request");
  const signature = hmac(key, stringToSign).toString("hex");
  return `TC3-HMAC-SHA256 Credential=${pair.secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`;
}

/** The parameters of a V1 call with its `Signature`. */
export function signV1(
  pair: KeyPair,
  request: { readonly method: string; readonly host: string; readonly path?: string },
  parameters: Readonly<Record<string, string>>,
): URLSearchParams {
  const all: Record<string, string> = { SecretId: pair.secretId, Nonce: "11886", ...parameters };
  const names = Object.keys(all).sort();
  const text = names.map((name) => `${name}=${all[name]}`).join("&");
  const algorithm = all["SignatureMethod"] === "HmacSHA256" ? "sha256" : "sha1";
  const signed = `${request.method}${request.host}${request.path ?? "/"}?${text}`;
  const signature = createHmac(algorithm, pair.secretKey).update(signed).digest("base64");
  return new URLSearchParams({ ...all, Signature: signature });
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
