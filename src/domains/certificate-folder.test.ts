import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findCertificate } from "./certificate-folder.ts";

const folder = join(import.meta.dirname, "../../test/vectors/certificates");

test("a certificate tells until when it holds and which names it covers", async () => {
  const certificate = await findCertificate(folder, "good");
  assert.ok(certificate?.kind === "usable");
  assert.ok(certificate.validUntil > Date.UTC(2100, 0));
  assert.equal(certificate.covers("api.example.com"), true);
  assert.equal(certificate.covers("shop.example.org"), true);
  assert.equal(certificate.covers("a.shop.example.org"), false);
  assert.equal(certificate.covers("example.org"), false);
  const expired = await findCertificate(folder, "expired");
  assert.ok(expired?.kind === "usable");
  assert.equal(expired.validUntil, Date.UTC(2021, 0, 1));
});

test("an id leads to its own two files in the folder and nowhere else", async () => {
  for (const id of ["unknown", "", "../certificates/good", "good.crt", "./good", "good\0", "a".repeat(65)]) {
    assert.equal(await findCertificate(folder, id), undefined, id);
  }
});

test("files that hold no certificate, no key or the key of another are unreadable; one alone is nothing", async (t) => {
  const own = mkdtempSync(join(tmpdir(), "certificates-"));
  t.after(() => rmSync(own, { recursive: true }));
  writeFileSync(join(own, "empty.crt"), "");
  writeFileSync(join(own, "empty.key"), "");
  copyFileSync(join(folder, "good.crt"), join(own, "alone.crt"));
  assert.deepEqual(await findCertificate(own, "empty"), { kind: "unreadable" });
  assert.deepEqual(await findCertificate(folder, "mismatched"), { kind: "unreadable" });
  assert.equal(await findCertificate(own, "alone"), undefined);
});
