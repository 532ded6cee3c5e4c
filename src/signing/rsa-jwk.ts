import { createPublicKey, type KeyObject } from "node:crypto";
import { decodeBase64Url } from "./base64url.ts";
import { parseJsonObject } from "./json-object.ts";

/** RFC 7518 §3.3 asks for this much with RS256. */
const MIN_MODULUS_BITS = 2048;

/** An RSA public key as JWK JSON text (RFC 7517, RFC 7518 §6.3.1), or what is wrong with the text. */
export function parseRsaJwk(text: string): KeyObject | { readonly problem: string } {
  const jwk = parseJsonObject(text);
  if (jwk === undefined) return { problem: "is not a JSON object" };
  const { kty, n, e } = jwk;
  if (kty !== "RSA") return { problem: "has another `kty` than RSA" };
  if (!isBase64Url(n) || !isBase64Url(e)) return { problem: "needs `n` and `e` in base64url" };
  // Whoever reads the API would read it too.
  if (["d", "p", "q", "dp", "dq", "qi", "oth"].some((name) => Object.hasOwn(jwk, name))) {
    return { problem: "holds private members" };
  }
  return importKey(n, e);
}

function importKey(n: string, e: string): KeyObject | { readonly problem: string } {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
  } catch {
    return { problem: "is no RSA key" };
  }
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < MIN_MODULUS_BITS) return { problem: `has less than ${MIN_MODULUS_BITS} bits` };
  if (publicExponent < 3n || publicExponent % 2n === 0n) return { problem: "has an unusable exponent" };
  return key;
}

function isBase64Url(value: unknown): value is string {
  return typeof value === "string" && value !== "" && decodeBase64Url(value) !== undefined;
}
