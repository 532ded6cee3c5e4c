import type { DeadlineSweeper } from "../../http1/deadline-sweeper.ts";
import type { AbortReason, ExchangeObserver, ServerExchange } from "../../http1/server-exchange.ts";
import { dateField } from "../../http1/status-line.ts";
import type { AccessRecord } from "../../observability/access-record.ts";
import { errorAnswer } from "../answers/answer-head.ts";
import type { Clock } from "../clock.ts";
import { type GatewayError, gatewayError } from "../errors.ts";
import {
  type Answer,
  type BackendCall,
  type Caller,
  type Decision,
  type Exchange,
  startExchange,
} from "../exchange.ts";
import type { Pipeline } from "../pipeline.ts";
import type { WebSockets } from "../websocket/web-sockets.ts";
import { accessRecordOf } from "./access-record.ts";
import { BackendDelivery } from "./backend-delivery.ts";
import type { BackendOrigins } from "./backend-origins.ts";
import { endingOf } from "./failures.ts";
import { GrpcDelivery } from "./grpc-delivery.ts";
import type { Http2Origins } from "./http2-origins.ts";
import { newRequestId } from "./request-id.ts";
import { WholeBody } from "./whole-body.ts";

/** What carrying out decisions takes. */
export interface DeliveryContext {
  readonly pipeline: Pipeline;
  readonly origins: BackendOrigins;
  readonly http2Origins: Http2Origins;
  /** Looks at the time limits of gRPC calls. */
  readonly grpcSweeper: DeadlineSweeper;
  readonly webSockets: WebSockets;
  readonly clock: Clock;
  readonly onFinished: (record: AccessRecord) => void;
  readonly onFault: (exchange: Exchange, fault: unknown) => void;
}

/** Gets one caller his answer, and measures how that went. */
export class Delivery implements Caller, ExchangeObserver {
  readonly scheme: "http" | "https";
  readonly isHttp2: boolean;
  readonly peerAddress: string;
  readonly http: ServerExchange;
  readonly exchange: Exchange;
  readonly context: DeliveryContext;
  /** By the monotonic clock, as all times here. */
  readonly startedAt: number;
  status = 0;
  error: string | null = null;
  requestBodyBytes = 0;
  responseBodyBytes = 0;
  backend: BackendDelivery | GrpcDelivery | null = null;
  #body: WholeBody | null = null;
  #isOver = false;

  constructor(http: ServerExchange, context: DeliveryContext, scheme: "http" | "https") {
    const { clock } = context;
    this.scheme = scheme;
    this.isHttp2 = http.isHttp2;
    this.http = http;
    this.context = context;
    this.peerAddress = http.ends.caller;
    this.startedAt = clock.monotonic();
    this.exchange = startExchange(http.request, this, newRequestId(), clock.now());
  }

  /** Has the request decided and carries the decision out. */
  start(): void {
    const { http, exchange, context } = this;
    http.observer = this;
    const { hasBody, method } = http.request;
    if (hasBody && (method === "GET" || method === "HEAD")) {
      // Servers disagree about whether these have a body at all (RFC 9110 §9.3.1), and so about where the next request begins.
      http.closeAfterAnswer();
      this.refuse(gatewayError("badRequest"));
      return;
    }
    const decision = context.pipeline(exchange);
    if (decision instanceof Promise) decision.then((settled) => this.#carryOut(settled));
    else this.#carryOut(decision);
  }

  readBody(): Promise<Buffer> {
    this.#body ??= new WholeBody(this.http);
    return this.#body.bytes;
  }

  refuse(error: GatewayError): void {
    this.#answer(errorAnswer(this.exchange, error));
  }

  /** The first ending counts. */
  finish(status: number, error: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.status = status;
    this.error = error;
    if (this.#body !== null) this.requestBodyBytes = this.#body.receivedBytes;
    this.context.onFinished(accessRecordOf(this));
  }

  onAbort(reason: AbortReason): void {
    const { status, error } = endingOf(reason, this.#body?.failure ?? null);
    this.finish(status, error);
  }

  onDrain(): void {}

  /** A fault here is our own; it must cost its request alone. */
  #carryOut(decision: Decision): void {
    // The caller may have gone while a stage was waiting.
    if (this.http.isOver) return;
    try {
      if (decision.kind === "answer") this.#answer(decision);
      else this.#call(decision);
    } catch (fault) {
      this.context.onFault(this.exchange, fault);
      this.refuse(gatewayError("internal"));
    }
  }

  #call(call: BackendCall): void {
    if (call.protocol === "grpc") {
      const grpc = new GrpcDelivery(this, call);
      this.backend = grpc;
      grpc.start();
      return;
    }
    const origin = this.context.origins.get(call.origin);
    if (origin === null) {
      const error = gatewayError("backendBlocked");
      this.exchange.onBackendOutcome?.({ status: error.status, latencyMs: 0, isTimeout: false });
      this.refuse(error);
      return;
    }
    this.backend = new BackendDelivery(this, call, origin);
    this.backend.start();
  }

  #answer({ status, fields, isDated = false, body, error }: Answer): void {
    if (this.http.request.method !== "HEAD") this.responseBodyBytes = body.length;
    this.http.respond(status, isDated ? fields : fields + dateField(), body);
    this.finish(status, error);
  }
}
