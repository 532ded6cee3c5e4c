/** What kept a call from getting a whole answer. */
export type UpstreamFailureKind =
  | "dns"
  | "blocked"
  | "refused"
  | "tls"
  | "connect-timeout"
  | "queue-full"
  | "queue-timeout"
  | "head-timeout"
  | "idle-timeout"
  | "total-timeout"
  | "reset"
  | "bad-response"
  | "stopped";

export class UpstreamFailure {
  readonly kind: UpstreamFailureKind;
  /** For the log; may name addresses, so never for a caller. */
  readonly detail: string;

  constructor(kind: UpstreamFailureKind, detail: string) {
    this.kind = kind;
    this.detail = detail;
  }

  /** 503 when nothing could be tried, 504 when time ran out, 502 for everything the backend did. */
  get status(): 502 | 503 | 504 {
    if (this.kind === "queue-full" || this.kind === "queue-timeout" || this.kind === "stopped") return 503;
    return this.kind.endsWith("-timeout") ? 504 : 502;
  }
}
