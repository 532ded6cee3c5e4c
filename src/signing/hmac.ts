import { hash as digest } from "node:crypto";
import type { HmacHash } from "./hmac-authorization.ts";

/** Bytes a hash takes in at a time, to which the key is filled up (RFC 2104 §2). */
const BLOCK_BYTES: Readonly<Record<HmacHash, number>> = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };
const MAX_BLOCK_BYTES = 128;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
/** Longer texts are rare, and get memory of their own. */
const MAX_TEXT_BYTES = 8_192;

/** The key's block and what follows it; one computation at a time uses them. */
const inner = Buffer.alloc(MAX_BLOCK_BYTES + MAX_TEXT_BYTES);
const outer = Buffer.alloc(MAX_BLOCK_BYTES * 2);

/**
 * HMAC (RFC 2104) in Base64 of a latin1 text, under a key in UTF-8. For texts as short as those that callers sign, two hashes at
 * once are cheaper than Node's `createHmac`, which makes an object for each (bench/hmac.ts).
 */
export function hmac(hash: HmacHash, key: string, text: string): string {
  const block = BLOCK_BYTES[hash];
  const data = text.length <= MAX_TEXT_BYTES ? inner : Buffer.alloc(block + text.length);
  const keyLength = writeKey(hash, key, data, block);
  for (let at = 0; at < block; at++) {
    const byte = at < keyLength ? (data[at] ?? 0) : 0;
    data[at] = byte ^ INNER_PAD;
    outer[at] = byte ^ OUTER_PAD;
  }
  const length = block + data.write(text, block, "latin1");
  const innerLength = outer.write(digest(hash, data.subarray(0, length), "latin1"), block, "latin1");
  return digest(hash, outer.subarray(0, block + innerLength), "base64");
}

/** A key that is longer than a block is hashed. */
function writeKey(hash: HmacHash, key: string, data: Buffer, block: number): number {
  if (Buffer.byteLength(key) > block) return data.write(digest(hash, key, "latin1"), "latin1");
  return data.write(key);
}
