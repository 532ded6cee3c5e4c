import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CertificateFiles } from "./certificate-files.ts";
import { makeSelfSigned } from "./self-signed.ts";

const makePair = () => makeSelfSigned("a.test", ["a.test"], new Date(0), new Date(Date.UTC(2100, 0)));

test("files that are replaced one after the other are no fault to a patient eye, unless they stay as they are", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "certificate-files-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = new CertificateFiles(join(folder, "a.crt"), join(folder, "a.key"));
  const [old, next] = [makePair(), makePair()];
  writeFileSync(files.certificateFile, old.certificate);
  writeFileSync(files.keyFile, old.key);
  assert.equal(await files.look(true), true);
  writeFileSync(files.certificateFile, next.certificate);
  assert.equal(await files.look(true), false);
  assert.deepEqual(files.pair, old);
  writeFileSync(files.keyFile, next.key);
  assert.equal(await files.look(true), true);
  assert.deepEqual(files.pair, next);

  writeFileSync(files.keyFile, old.key);
  assert.equal(await files.look(true), false);
  const fault = { name: "CertificateFault", message: `${files.keyFile} is not the key of ${files.certificateFile}` };
  await assert.rejects(files.look(true), fault);
  assert.equal(await files.look(true), false, "said once");
  await assert.rejects(files.look(false), fault, "said again to whoever asks");
  assert.deepEqual(files.pair, next);
});
