/** A certificate for HTTPS. `unreadable`: what is kept under its id is no certificate, or its key is not its own. */
export type Certificate =
  | { readonly kind: "unreadable" }
  | {
      readonly kind: "usable";
      /** Epoch milliseconds. */
      readonly validUntil: number;
      /** Whether it is made out to the host name, by itself or by a wildcard. */
      covers(domain: string): boolean;
    };

/** A certificate, with those that vouch for it after it, and its key: both PEM text. */
export interface CertificatePair {
  readonly certificate: string;
  readonly key: string;
}

/** All certificates a gateway serves TLS with. Plain data, so that it can cross threads. */
export interface CertificateSet {
  /** Shown to callers that ask for no custom domain with a certificate of its own. */
  readonly fallback: CertificatePair;
  readonly byId: ReadonlyMap<string, CertificatePair>;
  /** What session tickets are sealed with, 48 bytes: a ticket from one thread is good at all others. */
  readonly ticketKeys: Uint8Array;
}
