import type { QuotaAnswer } from "../gateway/limits/quota-desk.ts";
import type { GatewaySettings } from "../gateway/settings.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { QuotaKey } from "../model/quota.ts";
import type { MetricValues } from "../observability/metrics.ts";
import type { SnapshotDelta } from "../snapshot/delta.ts";

/** What a worker is started with. */
export interface WorkerData {
  readonly settings: GatewaySettings;
  readonly rateCounters: SharedArrayBuffer;
  readonly windows: SharedArrayBuffer;
  readonly logLevel: string;
  readonly hasAccessLog: boolean;
}

/** Where to listen; port 0 takes a free one. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** From the main thread to a worker. */
export type ToWorker =
  | { readonly kind: "apply"; readonly delta: SnapshotDelta }
  | { readonly kind: "useCertificates"; readonly certificates: CertificateSet }
  | {
      readonly kind: "listen";
      readonly plain: Place;
      /** Null: no HTTPS. */
      readonly tls: Place | null;
      readonly sharesPort: boolean;
    }
  | { readonly kind: "quotaAnswered"; readonly id: number; readonly answer: QuotaAnswer }
  | { readonly kind: "linesWritten"; readonly failure: string | null }
  | { readonly kind: "reportMetrics" }
  | { readonly kind: "close"; readonly drainMs: number };

/** From a worker to the main thread. */
export type FromWorker =
  | { readonly kind: "ready" }
  /** The oldest delta not yet answered for is in force. */
  | { readonly kind: "applied" }
  | { readonly kind: "listening"; readonly port: number; readonly tlsPort: number | null }
  /** With the fields of the system's error beside its message. */
  | { readonly kind: "listenFailed"; readonly error: { readonly message: string } }
  | { readonly kind: "askQuota"; readonly id: number; readonly key: QuotaKey }
  | { readonly kind: "renewQuota"; readonly key: QuotaKey }
  /** Whole lines of the access log; the next follow when these have been written. */
  | { readonly kind: "lines"; readonly lines: Uint8Array }
  | { readonly kind: "metrics"; readonly values: MetricValues }
  | { readonly kind: "closed"; readonly values: MetricValues };
