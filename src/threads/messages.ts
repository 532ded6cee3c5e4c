import type { QuotaAnswer } from "../gateway/limits/quota-desk.ts";
import type { GatewaySettings } from "../gateway/settings.ts";
import type { DrainTimes } from "../gateway/transport/http-transport.ts";
import type { CertificateSet } from "../model/certificate.ts";
import type { QuotaKey } from "../model/quota.ts";
import type { MetricValues } from "../observability/metric-values.ts";

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

/** Where a worker listens; `tlsPort` null: no HTTPS. */
export interface Ports {
  readonly port: number;
  readonly tlsPort: number | null;
}

/** The sockets a worker listens on: those of the plain port, then those of the one for HTTPS if there is one. */
export type Descriptors = readonly (readonly number[])[];

/** From the main thread to a worker. */
export type ToWorker =
  /** A part of a delta, packed; the delta is applied with its last part. */
  | { readonly kind: "apply"; readonly part: Uint8Array; readonly isLast: boolean }
  | { readonly kind: "useCertificates"; readonly certificates: CertificateSet }
  | {
      readonly kind: "listen";
      readonly plain: Place;
      /** Null: no HTTPS. */
      readonly tls: Place | null;
      readonly isShared: boolean;
      /** Of a thread whose place this one takes: what it listens on. */
      readonly inherited: Descriptors | null;
    }
  | { readonly kind: "quotaAnswered"; readonly id: number; readonly answer: QuotaAnswer }
  | { readonly kind: "linesWritten"; readonly failure: string | null }
  | { readonly kind: "reportMetrics" }
  | { readonly kind: "close"; readonly times: DrainTimes };

/** From a worker to the main thread. */
export type FromWorker =
  | { readonly kind: "ready" }
  /** The oldest delta not yet answered for is in force. */
  | { readonly kind: "applied" }
  | { readonly kind: "listening"; readonly ports: Ports; readonly descriptors: Descriptors }
  /** With the fields of the system's error beside its message. */
  | { readonly kind: "listenFailed"; readonly error: { readonly message: string } }
  | { readonly kind: "askQuota"; readonly id: number; readonly key: QuotaKey }
  | { readonly kind: "renewQuota"; readonly key: QuotaKey }
  /** Whole lines of the access log, in shared memory; the next follow, in the same, when these have been written. */
  | { readonly kind: "lines"; readonly lines: Uint8Array }
  | { readonly kind: "metrics"; readonly values: MetricValues }
  | { readonly kind: "closed"; readonly values: MetricValues };
