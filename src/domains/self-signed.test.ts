import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { test } from "node:test";
import { makeSelfSigned } from "./self-signed.ts";

test("a self-signed certificate is signed with its own key, in force as asked for, and made out to its names", () => {
  const from = new Date("2026-01-02T03:04:05Z");
  const until = new Date("2076-01-02T03:04:05Z");
  const names = [
    "localhost",
    "*.gz.apigw.localhost",
    "127.0.0.1",
    ...Array.from({ length: 300 }, (_, i) => `n${i}.test`),
  ];
  for (const some of [names.slice(0, 3), names.slice(0, 12), names]) {
    const { certificate: text, key } = makeSelfSigned("Turnpike", some, from, until);
    const certificate = new X509Certificate(text);
    assert.equal(certificate.verify(certificate.publicKey), true);
    assert.equal(certificate.checkPrivateKey(createPrivateKey(key)), true);
    assert.deepEqual([certificate.validFromDate, certificate.validToDate], [from, until]);
    assert.equal(certificate.checkHost("shop.gz.apigw.localhost"), "*.gz.apigw.localhost");
    assert.equal(certificate.checkHost("shop.bj.apigw.localhost"), undefined);
    assert.equal(certificate.checkIP("127.0.0.1"), "127.0.0.1");
    assert.equal(certificate.checkHost("n299.test"), some === names ? "n299.test" : undefined);
  }
});

test("no two certificates share a serial number or a key", () => {
  const make = () => new X509Certificate(makeSelfSigned("a", ["a.test"], new Date(0), new Date(1e12)).certificate);
  const [first, second] = [make(), make()];
  assert.notEqual(first.serialNumber, second.serialNumber);
  assert.notEqual(
    first.publicKey.export({ type: "spki", format: "pem" }),
    second.publicKey.export({ type: "spki", format: "pem" }),
  );
});
