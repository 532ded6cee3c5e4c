import { constants } from "node:crypto";
import { createSecureContext, type SecureContext, type SecureContextOptions, type TlsOptions } from "node:tls";
import type { CertificatePair, CertificateSet } from "../../model/certificate.ts";

/** What callers must be able to speak: the intermediate profile of Mozilla's server side TLS guidelines, without DHE. */
const policy: SecureContextOptions = {
  minVersion: "TLSv1.2",
  ciphers: [
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
  ].join(":"),
  secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
};

interface SecureContextsOptions {
  /** The certificate a custom domain is to be served with; null when it has none or is not known. */
  readonly certificateIdOf: (host: string) => string | null;
  /** Told once of each certificate that a domain asks for and that is not there; callers are shown the fallback. */
  readonly onMissing: (certificateId: string, host: string) => void;
}

/** Which certificate a handshake is answered with. What it takes is made when a certificate is first asked for. */
export class SecureContexts {
  readonly #options: SecureContextsOptions;
  readonly #contexts = new Map<string, SecureContext>();
  readonly #missing = new Set<string>();
  #certificates: CertificateSet | null = null;

  constructor(options: SecureContextsOptions) {
    this.#options = options;
  }

  /** Handshakes from now on are answered with these. */
  use(certificates: CertificateSet): void {
    this.#certificates = certificates;
    this.#contexts.clear();
    this.#missing.clear();
  }

  /** For callers that name no host, and for those whose host has no certificate of its own. */
  fallbackOptions(): SecureContextOptions & { readonly ticketKeys: Buffer } {
    if (this.#certificates === null) throw new Error("there are no certificates yet");
    const { fallback, ticketKeys } = this.#certificates;
    return { ...optionsOf(fallback), ticketKeys: Buffer.from(ticketKeys) };
  }

  listenerOptions(): TlsOptions {
    return { ...this.fallbackOptions(), SNICallback: (name, done) => this.#answer(name, done) };
  }

  /** What is thrown here would end the process, not the handshake. */
  #answer(serverName: string, done: (error: Error | null, context?: SecureContext) => void): void {
    try {
      done(null, this.#find(serverName));
    } catch (error) {
      done(error as Error);
    }
  }

  /** Undefined: the fallback. */
  #find(serverName: string): SecureContext | undefined {
    const lower = serverName.toLowerCase();
    const host = lower.endsWith(".") ? lower.slice(0, -1) : lower;
    const id = this.#options.certificateIdOf(host);
    if (id === null) return undefined;
    const known = this.#contexts.get(id);
    if (known !== undefined) return known;
    const pair = this.#certificates?.byId.get(id);
    if (pair === undefined) {
      this.#reportMissing(id, host);
      return undefined;
    }
    const context = createSecureContext(optionsOf(pair));
    this.#contexts.set(id, context);
    return context;
  }

  #reportMissing(id: string, host: string): void {
    if (this.#missing.has(id)) return;
    this.#missing.add(id);
    this.#options.onMissing(id, host);
  }
}

function optionsOf({ certificate, key }: CertificatePair): SecureContextOptions {
  return { ...policy, cert: certificate, key };
}
