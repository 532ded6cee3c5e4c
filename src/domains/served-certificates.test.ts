import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { CertificatePair, CertificateSet } from "../model/certificate.ts";
import { makeSelfSigned } from "./self-signed.ts";
import { ServedCertificates } from "./served-certificates.ts";

const makePair = (name: string) => makeSelfSigned(name, [name], new Date(0), new Date(Date.UTC(2100, 0)));
const [first, second] = [makePair("first.test"), makePair("second.test")];

interface Scene {
  readonly folder: string;
  readonly fallback: { readonly certificateFile: string; readonly keyFile: string };
  readonly problems: string[];
  readonly changes: CertificateSet[];
  readonly warnings: string[];
  /** It stands still unless it is moved. */
  readonly time: { now: number };
  /** Replaces both files of a certificate. */
  put(id: string, pair: CertificatePair): void;
  open(): Promise<ServedCertificates>;
}

/** A folder of certificates, and beside it the fallback `first`. They are looked at when told to only. */
function scene(t: TestContext): Scene {
  const root = mkdtempSync(join(tmpdir(), "served-certificates-"));
  t.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, "certificates");
  mkdirSync(folder);
  const fallback = { certificateFile: join(root, "own.crt"), keyFile: join(root, "own.key") };
  const problems: string[] = [];
  const changes: CertificateSet[] = [];
  const warnings: string[] = [];
  const time = { now: 0 };
  const log = {
    info: () => {},
    warn: (details: object, message: string) => {
      const { certificate, validUntil } = details as Record<string, string>;
      warnings.push(`${message}: ${certificate} ${validUntil}`);
    },
    error: (details: object, message: string) => {
      problems.push(`${message}: ${"problem" in details ? details.problem : ""}`);
    },
  };
  writeFileSync(fallback.certificateFile, first.certificate);
  writeFileSync(fallback.keyFile, first.key);
  return {
    folder,
    fallback,
    problems,
    changes,
    warnings,
    time,
    put(id, { certificate, key }) {
      writeFileSync(join(folder, `${id}.crt`), certificate);
      writeFileSync(join(folder, `${id}.key`), key);
    },
    async open() {
      const clock = () => time.now;
      const served = await ServedCertificates.open({ fallback, folder, log, pollIntervalMs: 0x7fffffff, clock });
      t.after(() => served.close());
      served.follow((certificates) => changes.push(certificates));
      return served;
    },
  };
}

test("the fallback and every pair in the folder are served; a folder need not be there", async (t) => {
  const { open, put, folder, changes } = scene(t);
  put("shop", second);
  const { current } = await open();
  assert.deepEqual(current.fallback, first);
  assert.deepEqual(current.byId, new Map([["shop", second]]));
  assert.equal(current.ticketKeys.length, 48);
  rmSync(folder, { recursive: true });
  assert.equal((await open()).current.byId.size, 0);
  assert.deepEqual(changes, []);
});

test("it does not start with a fallback that cannot be served, and says which file is wrong", async (t) => {
  const { open, fallback } = scene(t);
  const { certificateFile, keyFile } = fallback;
  const spoil = async (file: string, text: string, message: string) => {
    writeFileSync(file, text);
    await assert.rejects(open(), { name: "CertificateFault", message });
  };
  await spoil(keyFile, second.key, `${keyFile} is not the key of ${certificateFile}`);
  await spoil(keyFile, "x", `${keyFile} holds no private key in PEM form without a passphrase`);
  await spoil(certificateFile, "x", `${certificateFile} holds no certificate in PEM form`);
  rmSync(certificateFile);
  await assert.rejects(open(), { message: `there is no ${certificateFile}` });
});

test("files that have changed are taken over when read again, by content and by name", async (t) => {
  const { open, put, fallback, folder, changes } = scene(t);
  put("shop", first);
  const served = await open();
  await served.reload();
  assert.equal(changes.length, 0);
  put("shop", second);
  put("new", first);
  writeFileSync(fallback.keyFile, second.key);
  renameSync(fallback.keyFile, `${fallback.keyFile}.tmp`);
  writeFileSync(fallback.certificateFile, second.certificate);
  renameSync(`${fallback.keyFile}.tmp`, fallback.keyFile);
  await served.reload();
  assert.equal(changes.length, 1);
  assert.equal(changes[0], served.current);
  assert.deepEqual(served.current.fallback, second);
  assert.deepEqual(
    served.current.byId,
    new Map([
      ["shop", second],
      ["new", first],
    ]),
  );
  writeFileSync(join(folder, "shop.crt"), second.certificate);
  await served.reload();
  assert.equal(changes.length, 1, "the same content is no change");
});

test("a bad file leaves what was read before in force and is named; a good one is taken over again", async (t) => {
  const { open, put, fallback, folder, problems } = scene(t);
  put("shop", second);
  const served = await open();
  writeFileSync(fallback.certificateFile, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
  rmSync(join(folder, "shop.key"));
  await served.reload();
  assert.deepEqual([served.current.fallback, served.current.byId.get("shop")], [first, second]);
  const message = "a certificate cannot be served; the one read before stays in force";
  assert.deepEqual(problems, [
    `${message}: ${fallback.certificateFile} holds no certificate in PEM form`,
    `${message}: there is no ${join(folder, "shop.key")}`,
  ]);
  put("shop", first);
  await served.reload();
  assert.deepEqual(served.current.byId.get("shop"), first);
});

test("a certificate that is asked for is there from then on, and what is not there leaves no trace", async (t) => {
  const { open, put, problems, changes } = scene(t);
  const served = await open();
  put("late", second);
  await Promise.all([served.take("late"), served.take("unknown"), served.take("../own"), served.take("late")]);
  assert.deepEqual(served.current.byId, new Map([["late", second]]));
  put("late", first);
  await served.take("late");
  assert.deepEqual(served.current.byId.get("late"), first);
  assert.deepEqual([changes.length, problems], [2, []]);
});

test("the log warns once a day of certificates that end within fourteen days, until others take their place", async (t) => {
  const [dayMs, end] = [86_400_000, Date.UTC(2100, 0)];
  const { open, put, folder, fallback, warnings, time } = scene(t);
  put("shop", second);
  put("lasting", makeSelfSigned("a.test", ["a.test"], new Date(0), new Date(end + 365 * dayMs)));
  time.now = end - 14 * dayMs - 1;
  const served = await open();
  assert.deepEqual(warnings, []);

  const at = async (now: number) => {
    time.now = now;
    await served.reload();
    return warnings.splice(0);
  };
  const both = (message: string) =>
    [fallback.certificateFile, join(folder, "shop.crt")].map((file) => `${message}: ${file} 2100-01-01T00:00:00.000Z`);
  assert.deepEqual(await at(end - 14 * dayMs), both("a certificate ends soon"));
  assert.deepEqual(await at(end - 13 * dayMs - 1), []);
  assert.deepEqual(await at(end - 13 * dayMs), both("a certificate ends soon"));
  put("shop", makeSelfSigned("shop.test", ["shop.test"], new Date(0), new Date(end + 365 * dayMs)));
  assert.deepEqual(await at(end), both("a certificate has ended").slice(0, 1));
});
