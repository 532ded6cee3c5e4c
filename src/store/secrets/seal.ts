import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { StoreError } from "../errors.ts";

const formatVersion = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + keyIdBytes + nonceBytes;

/** Encrypts secrets for storage. A sealed text opens only under the record name it was sealed for. */
export interface SecretBox {
  /** AES-256-GCM under a fresh nonce; `record` (such as `api_keys/AKID…`) is authenticated with it. */
  seal(record: string, secret: string): string;
  /** Throws a `wrong-key` {@link StoreError} when the text was sealed with another key, for another record, or changed. */
  open(record: string, sealed: string): string;
  /** Null where `open` throws. */
  openIfPossible(record: string, sealed: string): string | null;
  /** The same for equal secrets, so that one can be looked up without being opened. */
  fingerprint(secret: string): string;
}

/**
 * A sealed text is base64url of: format version (1 byte), id of the key (4), nonce (12), ciphertext, tag (16). The key id
 * tells which master key opens it once there is more than one.
 */
export function createSecretBox(masterKey: Uint8Array): SecretBox {
  if (masterKey.length !== 32) throw new StoreError("wrong-key", "the master key must have 32 bytes");
  const sealingKey = createSecretKey(derive(masterKey, "turnpike sealing v1", 32));
  const fingerprintKey = createSecretKey(derive(masterKey, "turnpike fingerprint v1", 32));
  const keyId = derive(masterKey, "turnpike key id v1", keyIdBytes);
  const prefix = Buffer.concat([Buffer.from([formatVersion]), keyId]);

  const box: SecretBox = {
    seal(record, secret) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(record));
      const body = cipher.update(secret, "utf8");
      cipher.final();
      return Buffer.concat([prefix, nonce, body, cipher.getAuthTag()]).toString("base64url");
    },
    open(record, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < headerBytes + tagBytes || bytes.compare(prefix, 0, prefix.length, 0, prefix.length) !== 0) {
        throw new StoreError("wrong-key", "a secret was sealed with another master key");
      }
      const nonce = bytes.subarray(prefix.length, headerBytes);
      const decipher = createDecipheriv("aes-256-gcm", sealingKey, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(record));
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const secret = decipher.update(bytes.subarray(headerBytes, bytes.length - tagBytes));
      try {
        decipher.final();
      } catch (error) {
        throw new StoreError("wrong-key", "a sealed secret was changed or belongs to another record", { cause: error });
      }
      return secret.toString("utf8");
    },
    openIfPossible(record, sealed) {
      try {
        return box.open(record, sealed);
      } catch (error) {
        if (error instanceof StoreError && error.kind === "wrong-key") return null;
        throw error;
      }
    },
    fingerprint: (secret) => createHmac("sha256", fingerprintKey).update(secret).digest("base64url"),
  };
  return box;
}

function derive(masterKey: Uint8Array, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "", purpose, length));
}
