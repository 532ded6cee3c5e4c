import type { CertificateFiles } from "./certificate-files.ts";

interface ExpiryWarningsOptions {
  readonly log: { warn(details: object, message: string): void };
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
}

const DAY_MS = 86_400_000;
const WARNED_AHEAD_MS = 14 * DAY_MS;

/** Warns of certificates that end within fourteen days or have ended: of each once a day, until another takes its place. */
export class ExpiryWarnings {
  readonly #options: ExpiryWarningsOptions;
  /** When there last was a warning. */
  readonly #warnedAt = new WeakMap<CertificateFiles, number>();

  constructor(options: ExpiryWarningsOptions) {
    this.#options = options;
  }

  check(all: Iterable<CertificateFiles>): void {
    const now = this.#options.clock();
    for (const files of all) {
      if (files.validUntil - now > WARNED_AHEAD_MS) this.#warnedAt.delete(files);
      else if (now - (this.#warnedAt.get(files) ?? Number.NEGATIVE_INFINITY) >= DAY_MS) {
        this.#warnedAt.set(files, now);
        this.#warn(files, now);
      }
    }
  }

  #warn({ certificateFile, validUntil }: CertificateFiles, now: number): void {
    const details = { certificate: certificateFile, validUntil: new Date(validUntil).toISOString() };
    this.#options.log.warn(details, validUntil > now ? "a certificate ends soon" : "a certificate has ended");
  }
}
