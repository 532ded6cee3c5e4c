import assert from "node:assert/strict";
import { test } from "node:test";
import { isCurrent, verifyRs256 } from "./jwt.ts";
import { parseRsaJwk } from "./rsa-jwk.ts";

// RFC 7515, appendix A.2.
const n =
  "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMs" +
  "D1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdV" +
  "MTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
const published =
  "eyJhbGciOiJSUzI1NiJ9" +
  ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
  ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZ" +
  "cAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-e" +
  "OkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

const key = parseRsaJwk(JSON.stringify({ kty: "RSA", n, e: "AQAB" }));
assert.ok(!("problem" in key));

test("the published example verifies and says when it expires", () => {
  const validity = verifyRs256(published, key);
  assert.deepEqual(validity, { notBeforeMs: Number.NEGATIVE_INFINITY, expiresMs: 1_300_819_380_000 });
  assert.equal(isCurrent(validity, 1_300_819_379_999), true);
  assert.equal(isCurrent(validity, 1_300_819_380_000), false);
});

test("the published example with any one character changed does not verify", () => {
  for (let at = 0; at < published.length; at += 1) {
    const other = published[at] === "A" ? "B" : "A";
    assert.equal(verifyRs256(published.slice(0, at) + other + published.slice(at + 1), key), undefined, `at ${at}`);
  }
});

const unusable: Record<string, object | string> = {
  "no JSON": "{",
  "a list": [],
  "another kind of key": { kty: "EC", n, e: "AQAB" },
  "no modulus": { kty: "RSA", e: "AQAB" },
  "standard base64": { kty: "RSA", n: n.replaceAll("-", "+").replaceAll("_", "/"), e: "AQAB" },
  padding: { kty: "RSA", n: `${n}==`, e: "AQAB" },
  "a private member": { kty: "RSA", n, e: "AQAB", d: n },
  "too few bits": { kty: "RSA", n: n.slice(0, 172), e: "AQAB" },
  "exponent 1": { kty: "RSA", n, e: "AQ" },
  "an even exponent": { kty: "RSA", n, e: "AQAC" },
};

for (const [name, jwk] of Object.entries(unusable)) {
  test(`a public key with ${name} is refused`, () => {
    assert.ok("problem" in parseRsaJwk(typeof jwk === "string" ? jwk : JSON.stringify(jwk)));
  });
}
