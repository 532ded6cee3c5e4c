import type { Socket } from "node:net";
import { BodyReader, type DataSink } from "./body-reader.ts";
import type { Deadlined } from "./deadline-sweeper.ts";
import { type AbortReason, type BodySink, Exchange } from "./exchange.ts";
import { HEAD_DOOMED, HEAD_PENDING, HEAD_WHOLE, HeadReader } from "./head-reader.ts";
import { HeldBytes } from "./held-bytes.ts";
import { ParseFailure, type RequestHead } from "./message-head.ts";
import { parseRequestHead } from "./parse-request-head.ts";
import type { HttpServer } from "./server.ts";
import type { ServerOptions } from "./server-options.ts";
import { writeJoined } from "./socket-write.ts";
import { dateField, statusLine } from "./status-line.ts";
import { TransferWatch } from "./transfer-watch.ts";
import type { Tunnel } from "./tunnel.ts";

const HEAD_TOO_LONG = new ParseFailure(431, "head too long");
const HEAD_TOO_SLOW = new ParseFailure(408, "head took too long");
const BODY_TOO_LONG = new ParseFailure(413, "body too long");
const BODY_TOO_SLOW = new ParseFailure(408, "body too slow");
const EXCHANGE_TOO_LONG = new ParseFailure(503, "no answer in time");
const INTERNAL = new ParseFailure(500, "internal error");

// What the bytes that arrive are for.
const IN_HEAD = 0;
const IN_BODY = 1;
/** An exchange is being answered; what arrives belongs to the next one. */
const IN_ANSWER = 2;
/** The last answer is out; what arrives is dropped until the peer has closed too. */
const LINGERING = 3;
const GONE = 4;

/** Reads and drops a body nobody wants. */
const DROPPING: BodySink = { onBodyData() {}, onBodyEnd() {}, onBodyFailure() {} };

/**
 * The server's side of one connection: reads requests one after the other (RFC 9112 §9.3); the next one is not looked
 * at before the current one is answered, so answers keep their order and a refusal can close without doubt.
 */
export class ServerConnection implements Deadlined, DataSink {
  readonly socket: Socket;
  private readonly server: HttpServer;
  private readonly options: ServerOptions;
  private readonly reader: HeadReader;
  private readonly held: HeldBytes;
  private readonly writing: TransferWatch;
  private state = IN_HEAD;
  private exchange: Exchange | null = null;
  private body: BodyReader | null = null;
  private sink: BodySink | null = null;
  private bodyBytes = 0;
  private pausedAtMs = 0;
  private isBodyPaused = false;
  private isAdvancing = false;
  private isKeptAlive = false;
  private isFresh = true;
  private isContinueDue = false;
  private isCallerDone = false;
  /** Start of what is being waited for: acceptance or last answer, first byte of a head, head of a body, the linger. */
  private sinceMs: number;
  private exchangeSinceMs = 0;
  private lingerBytes = 0;

  constructor(server: HttpServer, socket: Socket) {
    this.server = server;
    this.options = server.options;
    this.socket = socket;
    this.reader = new HeadReader(this.options.head.maxHeadBytes);
    this.held = new HeldBytes(this.options.maxHeldBytes);
    this.writing = new TransferWatch(this.options.transferGraceMs, this.options.minBytesPerSecond);
    this.sinceMs = server.nowMs;
    socket.on("data", this.onData);
    socket.on("drain", this.onDrain);
    socket.on("end", this.onEnd);
    socket.on("error", ignore); // "close" always follows
    socket.on("close", this.onClose);
  }

  get isIdle(): boolean {
    return this.state === IN_HEAD && !this.reader.isUnderway;
  }

  // ── reading ──

  private readonly onData = (chunk: Buffer): void => {
    if (this.state === LINGERING) this.dropInput(chunk.length);
    else if (this.held.isEmpty) this.advance(chunk);
    else this.hold(chunk);
  };

  /**
   * Takes as much of `chunk` as the current state can use and holds the rest. A caller that does not take in its
   * answers is not read on: requests sent ahead must not pile up answers here.
   */
  private advance(chunk: Buffer): void {
    let at = 0;
    this.isAdvancing = true;
    while (at < chunk.length) {
      if (this.state === IN_HEAD && !this.socket.writableNeedDrain) at = this.readHead(chunk, at);
      else if (this.state === IN_BODY && this.sink !== null && !this.isBodyPaused) at = this.readBody(chunk, at);
      else break;
    }
    this.isAdvancing = false;
    if (at < chunk.length && this.state < LINGERING) this.hold(at === 0 ? chunk : chunk.subarray(at));
  }

  private hold(chunk: Buffer): void {
    this.held.push(chunk);
    if (this.held.isFull) this.socket.pause();
  }

  /** Goes on with what was held, now that the state allows it. */
  private advanceHeld(): void {
    if (!this.isAdvancing && !this.held.isEmpty) this.advance(this.held.take());
    if (!this.isBodyPaused && !this.held.isFull && this.socket.isPaused()) this.socket.resume();
  }

  private readHead(chunk: Buffer, offset: number): number {
    const wasUnderway = this.reader.isUnderway;
    const result = this.reader.push(chunk, offset);
    if (result === HEAD_PENDING) {
      if (!wasUnderway && !this.isFresh) this.sinceMs = this.server.nowMs;
      return chunk.length;
    }
    const head = parseRequestHead(this.reader, this.options.head);
    if (result === HEAD_WHOLE) {
      if (head === undefined || head instanceof ParseFailure) this.refuse(head ?? HEAD_TOO_LONG);
      else this.startExchange(head);
      return this.reader.end;
    }
    if (head instanceof ParseFailure) this.refuse(head);
    else if (result === HEAD_DOOMED) this.refuse(HEAD_TOO_LONG);
    return chunk.length;
  }

  private startExchange(head: RequestHead): void {
    this.isFresh = false;
    this.isKeptAlive = head.wantsKeepAlive;
    this.isContinueDue = head.expectContinue;
    this.exchangeSinceMs = this.server.nowMs;
    this.body = head.hasBody ? new BodyReader(head.chunked, head.contentLength) : null;
    this.bodyBytes = 0;
    this.isBodyPaused = false;
    this.state = this.body === null ? IN_ANSWER : IN_BODY;
    const exchange = new Exchange(this, head, this.options.maxBodyBytes);
    this.exchange = exchange;
    try {
      this.options.onRequest(exchange);
    } catch (error) {
      this.options.onError(error);
      this.fail(exchange, INTERNAL, "stopped");
    }
  }

  private readBody(chunk: Buffer, offset: number): number {
    const body = this.body;
    if (body === null) return offset;
    const end = body.push(chunk, offset, this);
    if (body.failure !== null) this.failBody(body.failure);
    else if (body.isDone && this.body === body) this.endBody();
    return end;
  }

  onChunkData(data: Buffer): void {
    this.bodyBytes += data.length;
    if (this.body === null) return; // failed, and the decoder is still going through this read
    if (this.exchange !== null && this.bodyBytes > this.exchange.maxBodyBytes) this.failBody(BODY_TOO_LONG);
    else this.sink?.onBodyData(data);
  }

  private endBody(): void {
    const sink = this.sink;
    this.body = null;
    this.sink = null;
    this.state = IN_ANSWER;
    if (this.isBodyPaused) {
      this.isBodyPaused = false;
      this.socket.resume();
    }
    sink?.onBodyEnd();
    if (sink === DROPPING) this.startNextHead();
  }

  private failBody(failure: ParseFailure): void {
    const { exchange, sink } = this;
    if (this.body === null) return;
    this.isKeptAlive = false;
    this.body = null;
    this.sink = null;
    if (this.state === IN_BODY) this.state = IN_ANSWER;
    sink?.onBodyFailure(failure);
    if (exchange === null) this.linger();
    else this.fail(exchange, failure, "bad-body");
  }

  // ── for the exchange ──

  startBody(sink: BodySink): void {
    const { body, exchange } = this;
    if (body === null || exchange === null) {
      sink.onBodyEnd();
      return;
    }
    this.sink = sink;
    this.sinceMs = this.server.nowMs;
    if (body.remainingBytes > exchange.maxBodyBytes) {
      this.failBody(BODY_TOO_LONG);
      return;
    }
    if (this.isContinueDue && this.held.isEmpty) this.socket.write(`${statusLine(100)}\r\n`, "latin1");
    this.isContinueDue = false;
    this.advanceHeld();
  }

  pauseBody(): void {
    if (this.body === null || this.isBodyPaused) return;
    this.isBodyPaused = true;
    this.pausedAtMs = this.server.nowMs;
    this.socket.pause();
  }

  resumeBody(): void {
    if (!this.isBodyPaused) return;
    this.isBodyPaused = false;
    this.sinceMs += this.server.nowMs - this.pausedAtMs;
    this.advanceHeld();
  }

  /** Last word on keeping the connection, when the head of an answer is made. */
  decideKeepAlive(isFramed: boolean): boolean {
    if (this.isKeptAlive && this.body !== null) {
      const rest = this.body.remainingBytes;
      this.isKeptAlive = !this.isContinueDue && rest >= 0 && rest <= this.options.maxDrainedBodyBytes;
    }
    this.isKeptAlive &&= isFramed && !this.server.isDraining && !(this.isCallerDone && this.held.isEmpty);
    return this.isKeptAlive;
  }

  endExchange(): void {
    this.exchange = null;
    if (!this.isKeptAlive) this.linger();
    else if (this.body === null) this.startNextHead();
    else {
      this.sink = DROPPING;
      this.isBodyPaused = false;
      this.sinceMs = this.server.nowMs;
      this.advanceHeld();
    }
  }

  handOver(): Tunnel {
    const head = this.held.take();
    this.state = GONE;
    this.exchange = null;
    this.server.sweeper.forget(this);
    this.socket.off("data", this.onData).off("drain", this.onDrain).off("end", this.onEnd);
    this.socket.pause();
    const { socket } = this;
    return { socket, head, receive: (onData) => socket.on("data", onData) };
  }

  // ── ending ──

  private startNextHead(): void {
    this.state = IN_HEAD;
    this.sinceMs = this.server.nowMs;
    if (this.isCallerDone && this.held.isEmpty && !this.isAdvancing) this.socket.destroySoon();
    else this.advanceHeld();
  }

  /** Answers a request that will not be served and closes. */
  private refuse(failure: ParseFailure): void {
    this.state = IN_ANSWER;
    const { fields, body } = this.options.refusal(failure);
    const allow = failure.status === 405 ? "allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n" : "";
    const head = `${statusLine(failure.status)}${allow}${fields}content-length: ${body.length}\r\n${dateField()}connection: close\r\n\r\n`;
    writeJoined(this.socket, head, body, "");
    this.linger();
  }

  /** The engine ends an exchange: with an answer if none has begun, otherwise by cutting it off. */
  private fail(exchange: Exchange, failure: ParseFailure, reason: AbortReason): void {
    if (exchange.isOver) return;
    const wasStarted = exchange.hasStarted;
    exchange.cancel(reason);
    this.exchange = null;
    if (wasStarted) this.destroy();
    else this.refuse(failure);
  }

  /**
   * Closes in two steps: our side now, the rest when the peer has closed or its time is up. Closing at once with
   * unread input would make the kernel send a reset, which can destroy the answer on its way (RFC 9112 §9.6).
   */
  private linger(): void {
    this.state = LINGERING;
    this.sinceMs = this.server.nowMs;
    this.body = null;
    this.sink = null;
    this.held.clear();
    if (this.isCallerDone) this.socket.destroySoon();
    else {
      this.socket.end();
      this.socket.resume();
    }
  }

  private dropInput(bytes: number): void {
    this.lingerBytes += bytes;
    if (this.lingerBytes > this.options.maxLingerBytes) this.destroy();
  }

  destroy(): void {
    this.state = GONE;
    this.socket.destroy();
  }

  /** Ends the connection at once, telling the exchange why. */
  cut(reason: AbortReason): void {
    this.exchange?.cancel(reason);
    this.destroy();
  }

  private readonly onDrain = (): void => {
    if (this.exchange !== null) this.exchange.observer?.onDrain();
    else if (this.state === IN_HEAD) this.advanceHeld();
  };

  /** The caller closed its sending side. */
  private readonly onEnd = (): void => {
    this.isCallerDone = true;
    if (this.exchange === null) this.socket.destroySoon();
    else if (this.state === IN_BODY || this.options.abortOnHalfClose) {
      this.cut("caller-gone");
    }
  };

  private readonly onClose = (): void => {
    this.state = GONE;
    this.server.forget(this);
    const exchange = this.exchange;
    this.exchange = null;
    exchange?.cancel("caller-gone");
  };

  // ── deadlines ──

  sweep(nowMs: number): void {
    const { options, exchange } = this;
    const elapsedMs = nowMs - this.sinceMs;
    if (this.writing.isTooSlow(this.socket, nowMs)) {
      this.cut("caller-too-slow");
    } else if (exchange !== null && nowMs - this.exchangeSinceMs > options.exchangeTimeoutMs) {
      this.fail(exchange, EXCHANGE_TOO_LONG, "timeout");
    } else if (this.state === IN_BODY) this.sweepBody(elapsedMs);
    else if (this.state === IN_HEAD) this.sweepHead(elapsedMs);
    else if (this.state === LINGERING && elapsedMs > options.lingerMs) this.destroy();
  }

  private sweepBody(elapsedMs: number): void {
    if (this.sink === null || this.isBodyPaused) return;
    const allowedMs = this.options.transferGraceMs + (this.bodyBytes * 1000) / this.options.minBytesPerSecond;
    if (elapsedMs > allowedMs) this.failBody(BODY_TOO_SLOW);
  }

  private sweepHead(elapsedMs: number): void {
    const { headTimeoutMs, idleTimeoutMs } = this.options;
    if (this.reader.isUnderway) {
      if (elapsedMs > headTimeoutMs) this.refuse(HEAD_TOO_SLOW);
    } else if (elapsedMs > (this.isFresh ? headTimeoutMs : idleTimeoutMs) || this.server.isIdleUnwanted) {
      this.linger();
    }
  }
}

function ignore(): void {}
