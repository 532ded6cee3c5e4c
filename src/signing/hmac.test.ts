import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { hmac } from "./hmac.ts";

const hashes = ["sha1", "sha256", "sha384", "sha512"] as const;

test("the published examples come out (RFC 2202 §3 case 2, RFC 4231 §4.3)", () => {
  const hex = (mac: string) => Buffer.from(mac, "base64").toString("hex");
  const text = "what do ya want for nothing?";
  assert.equal(hex(hmac("sha1", "Jefe", text)), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  assert.equal(hex(hmac("sha256", "Jefe", text)), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test("any key and any text give what Node's own HMAC gives", () => {
  const text = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)),
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.constantFrom(...hashes), fc.string({ unit: "binary", maxLength: 200 }), text, (hash, key, text) => {
      assert.equal(hmac(hash, key, text), createHmac(hash, key).update(text, "latin1").digest("base64"));
    }),
    { numRuns: 2_000 },
  );
});

test("keys about as long as a block and texts about as long as the memory kept for them are no exception", () => {
  for (const hash of hashes) {
    for (const keyLength of [0, 1, 63, 64, 65, 127, 128, 129, 4_096]) {
      for (const textLength of [0, 1, 8_191, 8_192, 8_193, 100_000]) {
        const [key, text] = ["k".repeat(keyLength), "ÿ".repeat(textLength)];
        const expected = createHmac(hash, key).update(text, "latin1").digest("base64");
        assert.equal(hmac(hash, key, text), expected, `${hash}, key of ${keyLength}, text of ${textLength}`);
      }
    }
  }
});
