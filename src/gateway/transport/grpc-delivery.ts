import { type ClientHttp2Stream, constants } from "node:http2";
import { copyFields } from "../../http1/copy-fields.ts";
import type { Deadlined } from "../../http1/deadline-sweeper.ts";
import { appendField } from "../../http1/field-block.ts";
import { endsHere } from "../../http1/hop-by-hop.ts";
import type { ParseFailure } from "../../http1/message-head.ts";
import { kept } from "../../http1/read-bytes.ts";
import type { AbortReason, BodySink, ExchangeObserver } from "../../http1/server-exchange.ts";
import { UpstreamFailure } from "../../http1/upstream-failure.ts";
import { requestFields } from "../../http2/answer-fields.ts";
import type { Carrier, Http2Origin } from "../../http2/backend-origin.ts";
import { answerFields } from "../answers/answer-head.ts";
import { answerRewriter } from "../answers/backend-fields.ts";
import { traceField } from "../backends/request-fields.ts";
import { gatewayError } from "../errors.ts";
import type { Attempt, BackendCall } from "../exchange.ts";
import type { Delivery } from "./delivery.ts";
import { backendError, endingOf } from "./failures.ts";

/** Carries one gRPC call to a backend and its answer back: HTTP/2 on both sides, trailers included, neither side read faster than the other. */
export class GrpcDelivery implements BodySink, ExchangeObserver, Deadlined {
  address: string;
  status: number | null = null;
  /** By the monotonic clock, as all times here. */
  readonly startedAt: number;
  connectedAt: number | null = null;
  headAt: number | null = null;
  endedAt: number | null = null;
  readonly #delivery: Delivery;
  #call: BackendCall;
  #attempt: Attempt | null;
  #origin: Http2Origin | null = null;
  #carrier: Carrier | null = null;
  #stream: ClientHttp2Stream | null = null;
  /** Since when nothing has come from either side. */
  #movedAt: number;
  #trailers = "";
  #requestBytes = 0;
  #responseBytes = 0;
  #isOver = false;

  constructor(delivery: Delivery, call: BackendCall) {
    this.#delivery = delivery;
    this.#call = call;
    this.#attempt = call.attempt;
    this.address = call.origin;
    this.startedAt = this.#now();
    this.#movedAt = this.startedAt;
  }

  async start(): Promise<void> {
    const { http, context } = this.#delivery;
    http.observer = this;
    try {
      const carrier = await this.#connect();
      // The caller may have gone meanwhile.
      if (this.#isOver) {
        if (!(carrier instanceof UpstreamFailure)) this.#origin?.release(carrier);
      } else if (carrier instanceof UpstreamFailure) this.#fail(carrier);
      else this.#send(carrier);
    } catch (fault) {
      context.onFault(this.#delivery.exchange, fault);
      this.#delivery.refuse(gatewayError("internal"));
      this.#end();
    }
  }

  /** A connection to the backend, or to another node of its upstream while none can be had. */
  async #connect(): Promise<Carrier | UpstreamFailure> {
    const { http2Origins } = this.#delivery.context;
    for (;;) {
      this.#origin = http2Origins.get(this.#call.origin);
      const carrier =
        this.#origin === null
          ? new UpstreamFailure("blocked", "the address is blocked")
          : await this.#origin.take(http2Origins.connectMs(this.#call.timeoutMs));
      if (!(carrier instanceof UpstreamFailure) || carrier.kind === "blocked" || this.#isOver) return carrier;
      const next = this.#attempt?.again() ?? null;
      if (next === null) return carrier;
      this.#attempt?.note(carrier.status === 504 ? "timed-out" : "connection-failed");
      this.#call = next;
      this.#attempt = next.attempt;
      this.address = next.origin;
    }
  }

  #send(carrier: Carrier): void {
    const { http, context } = this.#delivery;
    const { method, target, host, rewriteField, fields, body, origin } = this.#call;
    this.#carrier = carrier;
    this.connectedAt = this.#now();
    this.#movedAt = this.connectedAt;
    const own = {
      ":method": method,
      ":scheme": origin.slice(0, origin.indexOf(":")),
      ":authority": host,
      ":path": target,
      // Servers look for this to tell proxies apart that lose trailers.
      te: "trailers",
    };
    const block = copyFields(http.request, rewriteField) + fields + traceField(this.#call, this.#delivery.exchange);
    const endStream = body === null && !http.request.hasBody;
    const stream = carrier.session.request(requestFields(own, block), { endStream });
    this.#stream = stream;
    context.grpcSweeper.watch(this);
    stream.on("response", (_fields, flags, raw: readonly string[]) => this.#onHead(stream, flags, raw));
    stream.on("trailers", (_fields, _flags, raw: readonly string[]) => {
      this.#trailers = blockOf(raw, () => null);
    });
    stream
      .on("data", this.#onData)
      .on("end", this.#onEnd)
      .on("drain", () => http.resumeBody());
    stream.on("error", () => {}); // "close" always follows
    stream.on("close", this.#onClose);
    if (body !== null) stream.end(body);
    else if (!endStream) {
      http.maxBodyBytes = Number.MAX_SAFE_INTEGER;
      http.isOpenEnded = true;
      http.readBody(this);
    }
  }

  // ── the request ──

  onBodyData(data: Buffer): void {
    this.#requestBytes += data.length;
    this.#movedAt = this.#now();
    if (this.#stream?.writable && !this.#stream.write(kept(data))) this.#delivery.http.pauseBody();
  }

  onBodyEnd(): void {
    this.#movedAt = this.#now();
    this.#stream?.end();
  }

  onBodyFailure(_failure: ParseFailure): void {
    this.#cancel();
  }

  // ── the answer ──

  #onHead(stream: ClientHttp2Stream, flags: number, raw: readonly string[]): void {
    const { http, exchange } = this.#delivery;
    const status = Number(raw[raw.indexOf(":status") + 1]);
    this.status = status;
    this.headAt = this.#now();
    this.#movedAt = this.headAt;
    this.#attempt?.note(status);
    this.#judge(status, false);
    const block = blockOf(raw, answerRewriter(exchange)) + answerFields(exchange);
    // An answer that is all head, as gRPC's for a call that failed at once, stays one.
    if ((flags & constants.NGHTTP2_FLAG_END_STREAM) === 0) http.startTrailed(status, block);
    else http.respond(status, block);
    stream.resume();
  }

  readonly #onData = (data: Buffer): void => {
    this.#responseBytes += data.length;
    this.#movedAt = this.#now();
    if (!this.#delivery.http.write(data)) this.#stream?.pause();
  };

  readonly #onEnd = (): void => {
    // A stream that was reset ends too; what came of it must not pass for the whole.
    if (this.#isOver || this.headAt === null || this.#stream?.rstCode !== constants.NGHTTP2_NO_ERROR) return;
    const { http } = this.#delivery;
    http.endTrailed(this.#trailers);
    this.#finish(null);
  };

  readonly #onClose = (): void => {
    if (!this.#isOver) this.#fail(new UpstreamFailure("reset", "the stream was closed by the backend"));
  };

  #fail(failure: UpstreamFailure): void {
    const { http } = this.#delivery;
    const error = backendError(failure);
    if (failure.kind !== "blocked" && failure.status !== 503) {
      this.#attempt?.note(failure.status === 504 ? "timed-out" : "connection-failed");
    }
    if (http.hasStarted) {
      http.abort();
      this.#finish(error.message);
    } else {
      this.#judge(error.status, failure.status === 504);
      this.endedAt = this.#now();
      this.#delivery.refuse(error);
    }
    this.#end();
  }

  /** The limit of the API: for the head of the answer, and then for every pause. */
  sweep(nowMs: number): void {
    if (nowMs - this.#movedAt > this.#call.timeoutMs)
      this.#fail(new UpstreamFailure("idle-timeout", "no answer in time"));
  }

  // ── the caller ──

  onDrain(): void {
    this.#stream?.resume();
  }

  onAbort(reason: AbortReason): void {
    const { status, error } = endingOf(reason, null);
    this.endedAt = this.#now();
    this.#count();
    this.#delivery.finish(status, error);
    this.#end();
  }

  #finish(error: string | null): void {
    this.endedAt = this.#now();
    this.#count();
    this.#delivery.finish(this.status ?? 0, error);
    this.#end();
  }

  #count(): void {
    this.#delivery.requestBodyBytes = this.#requestBytes;
    this.#delivery.responseBodyBytes = this.#responseBytes;
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#delivery.context.grpcSweeper.forget(this);
    if (this.#carrier !== null) this.#origin?.release(this.#carrier);
    this.#cancel();
  }

  #cancel(): void {
    if (this.#stream !== null && !this.#stream.closed) this.#stream.close(constants.NGHTTP2_CANCEL);
  }

  #judge(status: number, isTimeout: boolean): void {
    const latencyMs = this.#now() - this.startedAt;
    this.#delivery.exchange.onBackendOutcome?.({ status, latencyMs, isTimeout });
  }

  #now(): number {
    return this.#delivery.context.clock.monotonic();
  }
}

/** Field block of what came over HTTP/2, without what concerns the connection. */
function blockOf(raw: readonly string[], rewrite: (name: string) => string | null): string {
  let block = "";
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? "";
    if (name.startsWith(":") || endsHere(name, null)) continue;
    block = rewrite(name) === null ? appendField(block, name, raw[index + 1] ?? "") : block;
  }
  return block;
}
