import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { CertificatePair, CertificateSet } from "../model/certificate.ts";
import { CertificateFiles } from "./certificate-files.ts";
import { isCertificateId } from "./certificate-folder.ts";
import { ExpiryWarnings } from "./expiry-warnings.ts";

interface ServedCertificatesOptions {
  /** Shown to callers of no custom domain. */
  readonly fallback: { readonly certificateFile: string; readonly keyFile: string };
  /** Holds `{id}.crt` and `{id}.key` for custom domains; need not be there. */
  readonly folder: string;
  readonly log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** How often the files are looked at. */
  readonly pollIntervalMs?: number;
  /** Now, in epoch milliseconds. */
  readonly clock?: () => number;
}

const POLL_INTERVAL_MS = 2_000;
/** Of a session ticket key as Node takes it. */
const TICKET_KEY_BYTES = 48;
const SUFFIX = ".crt";

/**
 * The certificates the gateway serves TLS with, kept in step with their files. A file that is missing or bad leaves what
 * was read before in force. Files are looked at rather than watched: links that are swapped and network folders tell nobody.
 */
export class ServedCertificates {
  readonly #options: ServedCertificatesOptions;
  readonly #fallback: CertificateFiles;
  readonly #byId = new Map<string, CertificateFiles>();
  readonly #expiry: ExpiryWarnings;
  readonly #timer: NodeJS.Timeout;
  /** Looks follow one another. */
  #last: Promise<unknown> = Promise.resolve();
  #current: CertificateSet;
  #onChange: (certificates: CertificateSet) => void = () => {};

  private constructor(options: ServedCertificatesOptions, fallback: CertificateFiles, pair: CertificatePair) {
    this.#options = options;
    this.#fallback = fallback;
    this.#current = this.#collect(pair);
    this.#expiry = new ExpiryWarnings({ log: options.log, clock: options.clock ?? Date.now });
    this.#timer = setInterval(() => this.#lookAtAll(true), options.pollIntervalMs ?? POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Rejects when the fallback cannot be served; what is wrong with others is logged. */
  static async open(options: ServedCertificatesOptions): Promise<ServedCertificates> {
    const { certificateFile, keyFile } = options.fallback;
    const fallback = new CertificateFiles(certificateFile, keyFile);
    await fallback.look(false);
    if (fallback.pair === null) throw new Error("read without a fault, and not there");
    const certificates = new ServedCertificates(options, fallback, fallback.pair);
    await certificates.#lookAtAll(false);
    return certificates;
  }

  get current(): CertificateSet {
    return this.#current;
  }

  /** `onChange` is told of every later set. */
  follow(onChange: (certificates: CertificateSet) => void): void {
    this.#onChange = onChange;
  }

  /** Takes over all that has changed, at once. */
  async reload(): Promise<void> {
    await this.#lookAtAll(false);
    this.#options.log.info({ certificates: this.#current.byId.size + 1 }, "the certificates have been read again");
  }

  /** Takes over the certificate of a custom domain that is about to be served with it. */
  async take(id: string): Promise<void> {
    if (!isCertificateId(id)) return;
    await this.#inTurn(async () => {
      // Anybody may ask for anything: only what is there is remembered.
      const files = this.#byId.get(id) ?? this.#filesOf(id);
      const hasChanged = await files.look(false).catch(() => false);
      if (files.pair !== null) this.#byId.set(id, files);
      if (hasChanged) this.#publish();
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
  }

  #lookAtAll(isPatient: boolean): Promise<void> {
    return this.#inTurn(async () => {
      for (const id of await this.#listIds()) if (!this.#byId.has(id)) this.#byId.set(id, this.#filesOf(id));
      const all = [this.#fallback, ...this.#byId.values()];
      await this.#lookAt(all, isPatient);
      this.#expiry.check(all);
    });
  }

  #inTurn(look: () => Promise<void>): Promise<void> {
    const done = this.#last.then(look);
    this.#last = done.catch(() => {});
    return done;
  }

  async #lookAt(all: readonly CertificateFiles[], isPatient: boolean): Promise<void> {
    const { log } = this.#options;
    let hasChanged = false;
    for (const files of all) {
      try {
        hasChanged = (await files.look(isPatient)) || hasChanged;
      } catch (error) {
        const inForce = files.pair === null ? "" : "; the one read before stays in force";
        log.error(
          { problem: error instanceof Error ? error.message : String(error) },
          `a certificate cannot be served${inForce}`,
        );
      }
    }
    if (hasChanged) this.#publish();
  }

  #publish(): void {
    this.#current = this.#collect(this.#fallback.pair ?? this.#current.fallback);
    this.#onChange(this.#current);
  }

  #filesOf(id: string): CertificateFiles {
    const { folder } = this.#options;
    return new CertificateFiles(join(folder, `${id}${SUFFIX}`), join(folder, `${id}.key`));
  }

  async #listIds(): Promise<readonly string[]> {
    try {
      const names = await readdir(this.#options.folder);
      const ids = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
      return ids.filter(isCertificateId);
    } catch {
      return [];
    }
  }

  #collect(fallback: CertificatePair): CertificateSet {
    const byId = new Map<string, CertificatePair>();
    for (const [id, { pair }] of this.#byId) if (pair !== null) byId.set(id, pair);
    return { fallback, byId, ticketKeys: randomBytes(TICKET_KEY_BYTES) };
  }
}
