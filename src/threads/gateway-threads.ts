import type { DrainTimes } from "../gateway/transport/http-transport.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { MetricValues } from "../observability/metric-values.ts";

/** Those who serve callers, however many threads they are. */
export interface GatewayThreads {
  readonly port: number;
  /** Where HTTPS is spoken; null: nowhere. */
  readonly tlsPort: number | null;
  /** What callers are shown in handshakes from now on. */
  useCertificates(certificates: CertificateSet): void;
  /** Resolves when every change handed out so far is in force wherever callers are served. */
  applied(): Promise<void>;
  /** What each counted. */
  metrics(): Promise<readonly MetricValues[]>;
  /** Replaces threads by new ones without losing a call; false where there is only the main thread. */
  replaceAll(times: DrainTimes): Promise<boolean>;
  /** Stops accepting and lets what runs finish within `drainMs`. */
  close(options: { readonly drainMs: number }): Promise<void>;
}
