import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Certificate } from "../model/certificate.ts";

const idForm = /^[A-Za-z0-9_-]{1,64}$/;

export function isCertificateId(text: string): boolean {
  return idForm.test(text);
}

/** The certificate `{id}.crt` with its key `{id}.key`, both PEM, in the folder; undefined when one of them is missing. */
export async function findCertificate(folder: string, id: string): Promise<Certificate | undefined> {
  // The id comes from outside and becomes part of a path.
  if (!isCertificateId(id)) return undefined;
  const [certificate, key] = await Promise.all([read(join(folder, `${id}.crt`)), read(join(folder, `${id}.key`))]);
  return certificate === undefined || key === undefined ? undefined : examine(certificate, key);
}

function examine(certificateText: Buffer, keyText: Buffer): Certificate {
  try {
    const certificate = new X509Certificate(certificateText);
    if (!certificate.checkPrivateKey(createPrivateKey(keyText))) return { kind: "unreadable" };
    return {
      kind: "usable",
      validUntil: certificate.validToDate.getTime(),
      covers: (domain) => certificate.checkHost(domain, { subject: "never" }) !== undefined,
    };
  } catch {
    return { kind: "unreadable" };
  }
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
