import type { FieldRewriter, ResponseHead } from "../../http1/message-head.ts";
import { Relay, type RelayPlan, type Substitute } from "../../http1/relay.ts";
import type { Tunnel } from "../../http1/tunnel.ts";
import type { UpstreamTimeouts } from "../../http1/upstream-call.ts";
import type { UpstreamFailure } from "../../http1/upstream-failure.ts";
import type { UpstreamOrigin } from "../../http1/upstream-origin.ts";
import { answerFields } from "../answers/answer-head.ts";
import { answerRewriter } from "../answers/backend-fields.ts";
import { traceField } from "../backends/request-fields.ts";
import type { BackendCall } from "../exchange.ts";
import { endToEndFields } from "../field-lists.ts";
import type { Delivery } from "./delivery.ts";
import { backendError, endingOf } from "./failures.ts";

/** Bodies up to this size are taken in whole before a backend connection is, so that slow callers hold none. */
const MAX_BUFFERED_BODY_BYTES = 16_384;

/** One call to a backend on behalf of a delivery: what the engine's relay is to do, and how it went. */
export class BackendDelivery implements RelayPlan {
  address: string;
  status: number | null = null;
  /** By the monotonic clock, as all times here. */
  readonly startedAt: number;
  connectedAt: number | null = null;
  headAt: number | null = null;
  endedAt: number | null = null;

  origin: UpstreamOrigin;
  outgoing: BackendCall;
  readonly callFields: string;
  readonly timeouts: UpstreamTimeouts;
  readonly maxBufferedBodyBytes = MAX_BUFFERED_BODY_BYTES;
  readonly upgrade: string;
  readonly rewriteResponseField: FieldRewriter;
  readonly body: Buffer | null;
  readonly substitutes: ReadonlyMap<number, Substitute> | null;
  readonly onResponseData: ((part: Buffer) => void) | null;
  readonly #delivery: Delivery;
  #isStarting = false;

  constructor(delivery: Delivery, call: BackendCall, origin: UpstreamOrigin) {
    const { exchange, context } = delivery;
    this.address = call.origin;
    this.origin = origin;
    this.upgrade = call.protocol === "websocket" ? "websocket" : "";
    this.outgoing = call;
    this.callFields = traceField(call, exchange);
    this.timeouts = context.origins.timeouts(call.timeoutMs);
    this.rewriteResponseField = answerRewriter(exchange);
    this.body = call.body;
    this.substitutes = exchange.api?.statusConversions ?? null;
    const { recording } = exchange;
    this.onResponseData = recording === null ? null : (part) => recording.add(part);
    this.#delivery = delivery;
    this.startedAt = this.#now();
  }

  start(): void {
    this.#isStarting = true;
    new Relay(this.#delivery.http, this).start();
    this.#isStarting = false;
  }

  /** A connection that was there took no time. */
  onRequestSent(): void {
    this.connectedAt = this.#isStarting ? this.startedAt : this.#now();
  }

  responseFields(head: ResponseHead): string {
    const { exchange } = this.#delivery;
    this.headAt = this.#now();
    this.outgoing.attempt?.note(head.status);
    this.#judge(head.status, false);
    exchange.recording?.start(head.status, endToEndFields(head));
    return answerFields(exchange);
  }

  /** Nothing was sent, so that repeating it at another node cannot do anything twice. */
  findAnother(failure: UpstreamFailure): boolean {
    if (failure.kind === "blocked") return false;
    for (let call = this.outgoing.attempt?.again(); call; call = call.attempt?.again()) {
      const origin = this.#delivery.context.origins.get(call.origin);
      if (origin === null) continue;
      this.#noteFailure(failure);
      this.outgoing = call;
      this.address = call.origin;
      this.origin = origin;
      return true;
    }
    return false;
  }

  /** No answer has begun. */
  answerFailure(_http: unknown, failure: UpstreamFailure): void {
    this.endedAt = this.#now();
    const error = backendError(failure);
    this.#noteFailure(failure);
    this.#judge(error.status, error.code === "backendTimeout");
    this.#delivery.refuse(error);
  }

  onRelayed({ status, requestBytes, responseBytes, isWhole, failure, abortReason, bodyFailure }: Relay): void {
    const delivery = this.#delivery;
    this.endedAt ??= isWhole ? this.headAt : this.#now();
    if (status !== 0) this.status = status;
    delivery.requestBodyBytes = requestBytes;
    delivery.responseBodyBytes = responseBytes;
    if (abortReason !== null) {
      const ending = endingOf(abortReason, bodyFailure);
      delivery.finish(ending.status, ending.error);
    } else {
      if (failure === null) delivery.exchange.recording?.end();
      const sent = this.substitutes?.get(status)?.status ?? status;
      delivery.finish(sent, failure === null ? null : backendError(failure).message);
    }
  }

  /** From here on the call lasts as long as the WebSocket. */
  onUpgraded(caller: Tunnel, backend: Tunnel): void {
    const delivery = this.#delivery;
    this.status = 101;
    delivery.context.webSockets.open(caller, backend, ({ callerBytes, backendBytes, reason }) => {
      this.endedAt = this.#now();
      delivery.requestBodyBytes = callerBytes;
      delivery.responseBodyBytes = backendBytes;
      delivery.finish(101, reason);
    });
  }

  /** What is the gateway's own doing must not count against a node. */
  #noteFailure({ kind, status }: UpstreamFailure): void {
    if (kind === "blocked" || status === 503) return;
    this.outgoing.attempt?.note(status === 504 ? "timed-out" : "connection-failed");
  }

  #judge(status: number, isTimeout: boolean): void {
    const { onBackendOutcome } = this.#delivery.exchange;
    if (onBackendOutcome !== null) onBackendOutcome({ status, latencyMs: this.#now() - this.startedAt, isTimeout });
  }

  #now(): number {
    return this.#delivery.context.clock.monotonic();
  }
}
