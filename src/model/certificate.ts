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
