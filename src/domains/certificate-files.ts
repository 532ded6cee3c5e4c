import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createSecureContext } from "node:tls";
import type { CertificatePair } from "../model/certificate.ts";

/** A certificate that cannot be served. The message names the file. */
export class CertificateFault extends Error {
  override readonly name = "CertificateFault";
}

/** The two files of a certificate, and what of them is in force: what was last read from them and could be served. */
export class CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
  pair: CertificatePair | null = null;
  /** When the certificate in force ends, in epoch milliseconds; infinite while there is none. */
  validUntil = Number.POSITIVE_INFINITY;
  /** What the files looked like when they were read, when a fault was met, and when it was reported. */
  #served = "";
  #faulty = "";
  #reported = "";

  constructor(certificateFile: string, keyFile: string) {
    this.certificateFile = certificateFile;
    this.keyFile = keyFile;
  }

  /**
   * Takes over what has changed; answers whether anything did. Throws {@link CertificateFault} when the files cannot be
   * served. `isPatient`: reads only files that look different, and throws once for each fault, not before the next look
   * finds the same, since files are seldom replaced in one step.
   */
  async look(isPatient: boolean): Promise<boolean> {
    const stamp = `${await stampOf(this.certificateFile)} ${await stampOf(this.keyFile)}`;
    if (isPatient && (stamp === this.#served || stamp === this.#reported)) return false;
    try {
      const { pair, validUntil } = await readPair(this.certificateFile, this.keyFile);
      this.#served = stamp;
      if (pair.certificate === this.pair?.certificate && pair.key === this.pair.key) return false;
      this.pair = pair;
      this.validUntil = validUntil;
      return true;
    } catch (fault) {
      if (isPatient && this.#faulty !== stamp) {
        this.#faulty = stamp;
        return false;
      }
      this.#reported = stamp;
      throw fault;
    }
  }
}

async function readPair(
  certificateFile: string,
  keyFile: string,
): Promise<{ pair: CertificatePair; validUntil: number }> {
  const [certificate, key] = [await readText(certificateFile), await readText(keyFile)];
  const read = readCertificate(certificate, certificateFile);
  if (!read.checkPrivateKey(readKey(key, keyFile))) {
    throw new CertificateFault(`${keyFile} is not the key of ${certificateFile}`);
  }
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    throw new CertificateFault(`${certificateFile} cannot be served: ${(error as Error).message}`);
  }
  return { pair: { certificate, key }, validUntil: read.validToDate.getTime() };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "latin1");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new CertificateFault(code === "ENOENT" ? `there is no ${file}` : `${file} cannot be read: ${code}`);
  }
}

function readCertificate(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new CertificateFault(`${file} holds no certificate in PEM form`);
  }
}

function readKey(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new CertificateFault(`${file} holds no private key in PEM form without a passphrase`);
  }
}

/** Differs when a file has been replaced or written to. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(file, { bigint: true });
    return `${ino}/${size}/${mtimeNs}`;
  } catch {
    return "-";
  }
}
