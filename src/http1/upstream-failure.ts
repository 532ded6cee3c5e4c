/** What kept a call from getting a whole answer. */
export type UpstreamFailureKind =
  | "dns"
  | "blocked"
  | "refused"
  | "tls"
  | "connect-timeout"
  | "queue-full"
  | "queue-timeout"
  | "tunnels-full"
  | "caller-stalled"
  | "head-timeout"
  | "idle-timeout"
  | "total-timeout"
  | "reset"
  | "bad-response"
  | "stopped";

/** Failures that say nothing about the backend. */
const UNTRIED: ReadonlySet<UpstreamFailureKind> = new Set([
  "queue-full",
  "queue-timeout",
  "tunnels-full",
  "caller-stalled",
  "stopped",
]);

export class UpstreamFailure {
  readonly kind: UpstreamFailureKind;
  /** For the log; may name addresses, so never for a caller. */
  readonly detail: string;

  constructor(kind: UpstreamFailureKind, detail: string) {
    this.kind = kind;
    this.detail = detail;
  }

  /** 503 when it was not the backend's doing, 504 when time ran out, 502 for everything the backend did. */
  get status(): 502 | 503 | 504 {
    if (UNTRIED.has(this.kind)) return 503;
    return this.kind.endsWith("-timeout") ? 504 : 502;
  }
}
