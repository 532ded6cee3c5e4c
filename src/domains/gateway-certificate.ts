import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { regions } from "../model/region.ts";
import { makeSelfSigned } from "./self-signed.ts";

export const selfSignedFiles = { certificate: "gateway-tls.crt", key: "gateway-tls.key" } as const;

const DAY_MS = 86_400_000;
const VALID_DAYS = 3650;

/**
 * The files of a certificate for a gateway that has been given none, in the data folder. Made once: callers may have
 * been told to trust it. It is made out to the default domains and to this machine.
 */
export function ensureSelfSigned(
  dataFolder: string,
  domain: string,
  now: Date,
): { readonly certificateFile: string; readonly keyFile: string } {
  const certificateFile = join(dataFolder, selfSignedFiles.certificate);
  const keyFile = join(dataFolder, selfSignedFiles.key);
  if (!existsSync(certificateFile) || !existsSync(keyFile)) {
    // Callers' clocks may be behind.
    const from = new Date(now.getTime() - DAY_MS);
    const until = new Date(now.getTime() + VALID_DAYS * DAY_MS);
    const names = ["localhost", "127.0.0.1", domain, ...regions.map(({ short }) => `*.${short}.${domain}`)];
    const pair = makeSelfSigned("Turnpike", names, from, until);
    // The key first: a crash in between leaves no certificate, and both are made again.
    writeFileSync(keyFile, pair.key, { mode: 0o600 });
    writeFileSync(certificateFile, pair.certificate, { mode: 0o644 });
  }
  return { certificateFile, keyFile };
}
