import { constants, type ServerHttp2Stream } from "node:http2";
import { UNTIL_CLOSE } from "../http1/body-reader.ts";
import type { Deadlined } from "../http1/deadline-sweeper.ts";
import type { Ends } from "../http1/ends.ts";
import type { ParseFailure, RequestHead } from "../http1/message-head.ts";
import { kept } from "../http1/read-bytes.ts";
import { BODY_TOO_SLOW, EXCHANGE_TOO_LONG, INTERNAL_ERROR, refuse } from "../http1/refusal.ts";
import {
  type AbortReason,
  type BodySink,
  type ExchangeObserver,
  type ServerExchange,
  UNKNOWN_LENGTH,
} from "../http1/server-exchange.ts";
import { isBodiless } from "../http1/status-line.ts";
import { TransferWatch } from "../http1/transfer-watch.ts";
import type { Tunnel } from "../http1/tunnel.ts";
import { answerFields, trailerFields } from "./answer-fields.ts";
import type { Http2Connection } from "./connection.ts";
import { isOpen, StreamBody } from "./stream-body.ts";

const NO_BODY = Buffer.alloc(0);
const CUT_OFF = new Error("the answer was cut off");

/** One request and its answer over HTTP/2: a stream. */
export class Http2Exchange implements ServerExchange, Deadlined {
  readonly isHttp2 = true;
  readonly request: RequestHead;
  observer: ExchangeObserver | null = null;
  maxBodyBytes: number;
  isOpenEnded = false;
  hasStarted = false;
  isOver = false;
  /** All that was written of the answer's body; with the next, what {@link TransferWatch} looks at. */
  bytesWritten = 0;
  private readonly connection: Http2Connection;
  private readonly stream: ServerHttp2Stream;
  private readonly writing: TransferWatch;
  private readonly sinceMs: number;
  private readonly body: StreamBody;
  private isSilent = false;
  /** Bytes still owed of a declared length. */
  private remaining = 0;
  /** The caller went before it had its answer. */
  private isBroken = false;
  /** When a sweep first found all of the answer handed on, and the stream still open; -1 before. */
  private handedOnAtMs = -1;

  constructor(connection: Http2Connection, stream: ServerHttp2Stream, request: RequestHead) {
    const { options, nowMs } = connection.server;
    this.connection = connection;
    this.stream = stream;
    this.request = request;
    this.maxBodyBytes = options.maxBodyBytes;
    this.sinceMs = nowMs;
    this.writing = new TransferWatch(options.writeTimeoutMs, Number.POSITIVE_INFINITY);
    this.body = new StreamBody(stream, request, (failure) => this.fail(failure, "bad-body"));
    stream.on("error", () => {}); // "close" always follows
    stream.on("close", this.onClose).on("aborted", this.onAborted).on("drain", this.onDrain);
  }

  get ends(): Ends {
    return this.connection.ends;
  }

  get writableLength(): number {
    return this.stream.writableLength;
  }

  // ── the request ──

  /** Hands the request to the application. */
  start(): void {
    const { options } = this.connection.server;
    try {
      options.onRequest(this);
    } catch (error) {
      options.onError(error);
      this.fail(INTERNAL_ERROR, "stopped");
    }
  }

  readBody(sink: BodySink): void {
    if (!this.isOver) this.body.start(sink, this.maxBodyBytes, this.connection.server.nowMs);
  }

  pauseBody(): void {
    if (!this.isOver) this.body.pause(this.connection.server.nowMs);
  }

  resumeBody(): void {
    if (!this.isOver) this.body.resume(this.connection.server.nowMs);
  }

  // ── the answer ──

  respond(status: number, fields: string, body: Buffer = NO_BODY): void {
    if (!this.isOver) this.answer(status, fields, body);
  }

  respondText(status: number, fields: string, body: string): void {
    this.respond(status, fields, Buffer.from(body, "latin1"));
  }

  startResponse(status: number, fields: string, length: number): void {
    if (!this.isOver) this.begin(status, fields, length);
  }

  write(data: Buffer): boolean {
    if (this.isOver || this.isSilent || data.length === 0 || !isOpen(this.stream)) return true;
    if (this.remaining !== UNTIL_CLOSE) {
      if (data.length > this.remaining) throw new RangeError("more data than the declared length");
      this.remaining -= data.length;
    }
    this.bytesWritten += data.length;
    return this.stream.write(kept(data));
  }

  /** Nothing is held back here: frames written in one turn leave together. */
  flush(): void {}

  end(): void {
    if (this.isOver) return;
    if (!this.isSilent && this.remaining > 0) this.abort();
    else this.finish();
  }

  startTrailed(status: number, fields: string): void {
    if (!this.isOver) this.begin(status, fields, UNKNOWN_LENGTH, true);
  }

  endTrailed(trailers: string): void {
    if (this.isOver) return;
    const { stream } = this;
    const { isReceived } = this.body;
    stream.once("wantTrailers", () => {
      if (stream.destroyed) return;
      stream.sendTrailers(trailerFields(trailers));
      // What may still come of the request is not wanted (RFC 9113 §8.1).
      if (!isReceived) stream.close(constants.NGHTTP2_NO_ERROR);
    });
    this.isOver = true;
    stream.end();
    this.body.leave();
  }

  /** Streams do not follow one another: what is wrong with one does not concern the next. */
  closeAfterAnswer(): void {}

  abort(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.body.leave();
    this.cutOff();
  }

  /** RFC 9113 §8.6: there is no Upgrade in HTTP/2, and a request that has one never gets here. */
  switchProtocols(): Tunnel {
    throw new Error("HTTP/2 has no upgrade");
  }

  private answer(status: number, fields: string, body: Buffer): void {
    this.begin(status, fields, body.length);
    if (!this.isSilent && body.length > 0 && isOpen(this.stream)) {
      this.bytesWritten = body.length;
      this.stream.write(body);
    }
    this.finish();
  }

  private begin(status: number, fields: string, length: number, waitForTrailers = false): void {
    if (this.hasStarted) throw new Error("the exchange is already answered");
    this.hasStarted = true;
    // RFC 9110 §15.3.6; `node:http2` ends the stream with the head of a 205.
    const isBare = isBodiless(status) || status === 205;
    this.isSilent = isBare || this.request.method === "HEAD";
    this.remaining = length >= 0 ? length : UNTIL_CLOSE;
    const shownLength = isBare && !(status === 304 && length > 0) ? -1 : length;
    if (!isOpen(this.stream)) return;
    try {
      const endStream = this.isSilent || length === 0;
      this.stream.respond(answerFields(status, fields, shownLength), { endStream, waitForTrailers });
    } catch (error) {
      this.connection.server.options.onError(error);
      this.cancel("stopped");
      this.cutOff();
    }
  }

  /** The answer is whole. What may still come of the request is not wanted (RFC 9113 §8.1). */
  private finish(): void {
    this.isOver = true;
    this.stream.end();
    this.body.leave();
    if (!this.body.isReceived) this.stream.close(constants.NGHTTP2_NO_ERROR);
  }

  private readonly onDrain = (): void => {
    if (!this.isOver) this.observer?.onDrain();
  };

  // ── how it may end otherwise ──

  /** The caller reset the stream. While part of the body lies unread, "close" would not come by itself. */
  private readonly onAborted = (): void => {
    this.leaveToCaller();
    this.stream.destroy();
  };

  private readonly onClose = (): void => {
    this.leaveToCaller();
    this.connection.forget(this, this.isBroken);
  };

  private leaveToCaller(): void {
    this.isBroken ||= !this.isOver;
    this.cancel("caller-gone");
  }

  /** Resets the stream. `close` with a code would end it properly if nothing is queued, and half an answer pass for all. */
  private cutOff(): void {
    this.stream.destroy(CUT_OFF);
  }

  /** For the connection: the caller is gone or must go. */
  cancel(reason: AbortReason): void {
    if (this.isOver) return;
    this.isOver = true;
    this.body.leave();
    this.observer?.onAbort(reason);
  }

  /** Ends the exchange: with an answer if none has begun, otherwise by cutting it off. */
  private fail(failure: ParseFailure, reason: AbortReason): void {
    if (this.isOver) return;
    const { hasStarted } = this;
    this.cancel(reason);
    if (hasStarted) this.cutOff();
    else this.refuse(failure, null);
  }

  /** Answers a request that is not served. `head`: of a request that has become no exchange. */
  refuse(failure: ParseFailure, head: RequestHead | null): void {
    const { status, fields, body } = refuse(this.connection.socket, this.connection.server.options, failure, head);
    this.answer(status, fields, body);
  }

  sweep(nowMs: number): void {
    const { transferGraceMs, minBytesPerSecond, exchangeTimeoutMs } = this.connection.server.options;
    if (this.writing.isTooSlow(this, nowMs)) {
      this.cancel("caller-too-slow");
      this.cutOff();
    } else if (!this.isOver && nowMs - this.sinceMs > exchangeTimeoutMs) this.fail(EXCHANGE_TOO_LONG, "timeout");
    else if (!this.isOpenEnded && this.body.isTooSlow(nowMs, transferGraceMs, minBytesPerSecond))
      this.body.fail(BODY_TOO_SLOW);
    else if (this.isOver) this.sweepHandedOn(nowMs);
  }

  /** A head that no more fits into what a caller does not read is queued where nobody sees it. */
  private sweepHandedOn(nowMs: number): void {
    if (this.handedOnAtMs === -1) this.handedOnAtMs = nowMs;
    else if (nowMs - this.handedOnAtMs > this.connection.server.options.writeTimeoutMs) this.cutOff();
  }
}
