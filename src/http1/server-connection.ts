import type { Socket } from "node:net";
import { BodyReader } from "./body-reader.ts";
import type { CallerSocket } from "./caller-socket.ts";
import type { Deadlined } from "./deadline-sweeper.ts";
import { type Ends, endsOf } from "./ends.ts";
import { Exchange } from "./exchange.ts";
import { HeldBytes } from "./held-bytes.ts";
import { LingeringClose } from "./lingering-close.ts";
import { ParseFailure, type RequestHead } from "./message-head.ts";
import { Outbox } from "./outbox.ts";
import { canWait, kept, lasting, type ReadTaker } from "./read-bytes.ts";
import { BODY_TOO_SLOW, EXCHANGE_TOO_LONG, HEAD_TOO_SLOW, INTERNAL_ERROR, writeRefusal } from "./refusal.ts";
import { RequestBody } from "./request-body.ts";
import { RequestHeadReader } from "./request-head-reader.ts";
import type { HttpServer } from "./server.ts";
import type { AbortReason, BodySink } from "./server-exchange.ts";
import type { ServerOptions } from "./server-options.ts";
import { statusLine } from "./status-line.ts";
import { TransferWatch } from "./transfer-watch.ts";
import type { Tunnel } from "./tunnel.ts";
import { type Arrival, turn } from "./turn.ts";

// What the bytes that arrive are for.
const IN_HEAD = 0;
const IN_EXCHANGE = 1; // the body of the request being answered, or else the next request
/** Closed, closing, or handed over: not ours any more. */
const GONE = 2;
const HANDED_OVER = 3;

/**
 * The server's side of one connection: reads requests one after the other (RFC 9112 §9.3); the next one is not looked
 * at before the current one is answered, so answers keep their order and a refusal can close without doubt.
 */
export class ServerConnection implements Deadlined, Arrival, ReadTaker {
  readonly socket: Socket;
  private readonly caller: CallerSocket;
  readonly out: Outbox;
  private readonly server: HttpServer;
  private readonly options: ServerOptions;
  private readonly reader: RequestHeadReader;
  /** What came in this turn: bytes, or nothing but a head that is known. */
  private arrived: Buffer | null = null;
  private arrivedHead: RequestHead | null = null;
  private readonly held: HeldBytes;
  private readonly writing: TransferWatch;
  private state = IN_HEAD;
  private exchange: Exchange | null = null;
  private body: RequestBody | null = null;
  private isAdvancing = false;
  private isKeptAlive = false;
  private isFresh = true;
  private isContinueDue = false;
  private isCallerDone = false;
  /** Start of what is being waited for: acceptance, first byte of a head, or last answer. */
  private sinceMs: number;
  private exchangeSinceMs = 0;
  private knownEnds: Ends | null = null;

  constructor(server: HttpServer, caller: CallerSocket) {
    const { socket } = caller;
    this.server = server;
    this.options = server.options;
    this.caller = caller;
    this.socket = socket;
    this.out = new Outbox(socket);
    this.reader = new RequestHeadReader(this.options.head, server.knownHeads);
    this.held = new HeldBytes(this.options.maxHeldBytes);
    this.writing = new TransferWatch(this.options.writeTimeoutMs, Number.POSITIVE_INFINITY);
    this.sinceMs = server.nowMs;
    caller.receive(this);
    socket.on("drain", this.onDrain).on("end", this.onEnd).on("close", this.onClose);
    socket.on("error", () => {}); // "close" always follows
  }

  get ends(): Ends {
    this.knownEnds ??= endsOf(this.socket);
    return this.knownEnds;
  }

  recognise(length: number): boolean {
    if (this.state !== IN_HEAD || this.hasArrived || !this.held.isEmpty || this.socket.writableNeedDrain) return false;
    this.arrivedHead = this.reader.recognise(length);
    if (this.arrivedHead === null) return false;
    turn.handleRequest(this);
    return true;
  }

  onData(chunk: Buffer): void {
    this.handleArrived();
    if (!canWait(chunk)) this.take(chunk);
    else if (this.state === IN_HEAD) {
      this.arrived = chunk;
      turn.handleRequest(this);
    } else this.take(lasting(chunk));
  }

  private get hasArrived(): boolean {
    return this.arrived !== null || this.arrivedHead !== null;
  }

  handleArrived(): void {
    const { arrived, arrivedHead } = this;
    this.arrived = null;
    this.arrivedHead = null;
    if (arrived !== null) this.take(arrived);
    else if (arrivedHead !== null && this.state === IN_HEAD) this.startExchange(arrivedHead);
  }

  private take(chunk: Buffer): void {
    if (this.held.isEmpty) this.advance(chunk);
    else this.hold(chunk);
  }

  /**
   * Takes as much of `chunk` as the current state can use and holds the rest. A caller that does not take in its
   * answers is not read on: requests sent ahead must not pile up answers here.
   */
  private advance(chunk: Buffer): void {
    let at = 0;
    this.isAdvancing = true;
    while (at < chunk.length) {
      if (this.state === IN_HEAD && !this.socket.writableNeedDrain) at = this.readHead(chunk, at);
      else if (this.body?.isFlowing) at = this.readBody(this.body, chunk, at);
      else break;
    }
    this.isAdvancing = false;
    if (at === chunk.length) return;
    const rest = at === 0 ? chunk : chunk.subarray(at);
    if (this.state < GONE) this.hold(rest);
    else if (this.state === HANDED_OVER) this.caller.onData(rest);
  }

  private hold(chunk: Buffer): void {
    this.held.push(kept(chunk));
    if (this.held.isFull) this.socket.pause();
  }

  /** Goes on with what was held, now that the state allows it. */
  private advanceHeld(): void {
    if (!this.isAdvancing && !this.held.isEmpty) this.advance(this.held.take());
    if (!this.body?.isPaused && !this.held.isFull && this.socket.isPaused()) this.socket.resume();
  }

  private readHead(chunk: Buffer, offset: number): number {
    const wasUnderway = this.reader.isUnderway;
    const head = this.reader.read(chunk, offset);
    if (head instanceof ParseFailure) this.refuse(head, this.reader.head);
    else if (head !== null) this.startExchange(head);
    else if (!wasUnderway && !this.isFresh) this.sinceMs = this.server.nowMs;
    return this.reader.end;
  }

  private startExchange(head: RequestHead): void {
    this.isFresh = false;
    this.isKeptAlive = head.wantsKeepAlive;
    this.isContinueDue = head.expectContinue;
    this.exchangeSinceMs = this.server.nowMs;
    this.body = head.hasBody ? new RequestBody(new BodyReader(head.chunked, head.contentLength)) : null;
    this.state = IN_EXCHANGE;
    const exchange = new Exchange(this, head, this.options.maxBodyBytes);
    this.exchange = exchange;
    try {
      this.options.onRequest(exchange);
    } catch (error) {
      this.options.onError(error);
      this.fail(exchange, INTERNAL_ERROR, "stopped");
    }
  }

  private readBody(body: RequestBody, chunk: Buffer, offset: number): number {
    const end = body.push(chunk, offset);
    if (this.body !== body) return end;
    if (body.failure !== null) this.failBody(body, body.failure);
    else if (body.isDone) this.endBody(body);
    return end;
  }

  private endBody(body: RequestBody): void {
    this.body = null;
    if (body.isPaused) this.socket.resume();
    body.sink?.onBodyEnd();
    if (body.isDropped) this.startNextHead();
  }

  private failBody(body: RequestBody, failure: ParseFailure): void {
    const { exchange } = this;
    const { sink } = body;
    this.isKeptAlive = false;
    this.leaveBody();
    sink?.onBodyFailure(failure);
    if (exchange === null) this.linger();
    else this.fail(exchange, failure, "bad-body");
  }

  /** No more of the body is passed on, not even of the read at hand. */
  private leaveBody(): void {
    if (this.body !== null) this.body.sink = null;
    this.body = null;
  }

  startBody(sink: BodySink): void {
    const { body, exchange } = this;
    if (body === null || exchange === null) {
      sink.onBodyEnd();
      return;
    }
    body.start(sink, exchange.maxBodyBytes, this.server.nowMs);
    if (body.failure === null) {
      if (this.isContinueDue && this.held.isEmpty) this.out.add(`${statusLine(100)}\r\n`);
      this.isContinueDue = false;
      this.advanceHeld();
    } else this.failBody(body, body.failure);
  }

  pauseBody(): void {
    if (this.body === null || this.body.isPaused) return;
    this.body.pause(this.server.nowMs);
    this.socket.pause();
  }

  resumeBody(): void {
    if (!this.body?.isPaused) return;
    this.body.resume(this.server.nowMs);
    this.advanceHeld();
  }

  closeAfterAnswer(): void {
    this.isKeptAlive = false;
  }

  /** Last word on keeping the connection, when the head of an answer is made. */
  decideKeepAlive(isFramed: boolean): boolean {
    if (this.body !== null && (this.isContinueDue || !this.body.isShort(this.options.maxDrainedBodyBytes))) {
      this.isKeptAlive = false;
    }
    this.isKeptAlive &&= isFramed && !this.server.isDraining && !(this.isCallerDone && this.held.isEmpty);
    return this.isKeptAlive;
  }

  endExchange(): void {
    this.exchange = null;
    if (!this.isKeptAlive) this.linger();
    else if (this.body === null) this.startNextHead();
    else {
      this.body.drop(this.server.nowMs);
      this.advanceHeld();
    }
  }

  handOver(): Tunnel {
    const { socket } = this;
    const head = this.held.take();
    this.leave(HANDED_OVER);
    this.server.sweeper.forget(this);
    socket.pause();
    const receive = (onData: (data: Buffer) => void) => {
      this.caller.receive({ recognise: () => false, onData: (data) => onData(lasting(data)) });
    };
    return { socket, head, receive };
  }

  private startNextHead(): void {
    this.state = IN_HEAD;
    this.sinceMs = this.server.nowMs;
    if (this.isCallerDone && this.held.isEmpty && !this.isAdvancing) this.endSocket();
    else this.advanceHeld();
  }

  /** Answers a request that will not be served and closes. `head`: of a request that has become no exchange. */
  private refuse(failure: ParseFailure, head: RequestHead | null): void {
    writeRefusal(this.socket, this.out, this.options, failure, head);
    this.linger(head === null ? this.options.maxLingerBytes : this.options.maxRefusedLingerBytes);
  }

  /** The engine ends an exchange: with an answer if none has begun, otherwise by cutting it off. */
  private fail(exchange: Exchange, failure: ParseFailure, reason: AbortReason): void {
    if (exchange.isOver) return;
    const wasStarted = exchange.hasStarted;
    exchange.cancel(reason);
    this.exchange = null;
    if (wasStarted) this.destroy();
    else this.refuse(failure, null);
  }

  /** Nothing more is served here: sees to it that the last answer arrives. */
  private linger(maxBytes = this.options.maxLingerBytes): void {
    this.leave(GONE);
    if (this.isCallerDone) this.endSocket();
    else {
      this.socket.off("close", this.onClose);
      this.server.replace(this, new LingeringClose(this.server, this.caller, maxBytes));
    }
  }

  /** Our last word has been said, and the caller has said his. */
  private endSocket(): void {
    this.out.flush();
    this.socket.destroySoon();
  }

  /** Stops listening; the socket goes its own way. */
  private leave(state: number): void {
    this.out.flush();
    this.leaveBody();
    this.state = state;
    this.exchange = null;
    this.held.clear();
    this.caller.receive(null);
    this.socket.off("drain", this.onDrain).off("end", this.onEnd);
  }

  destroy(): void {
    this.state = GONE;
    this.out.flush();
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
    this.handleArrived();
    if (this.state >= GONE) return;
    this.isCallerDone = true;
    if (this.exchange === null) this.endSocket();
    else if (this.body !== null || this.options.abortOnHalfClose) this.cut("caller-gone");
  };

  private readonly onClose = (): void => {
    this.state = GONE;
    this.arrived = null;
    this.out.drop();
    this.leaveBody();
    this.server.forget(this);
    const { exchange } = this;
    this.exchange = null;
    exchange?.cancel("caller-gone");
  };

  sweep(nowMs: number): void {
    const { options, exchange } = this;
    if (this.writing.isTooSlow(this.socket, nowMs)) this.cut("caller-too-slow");
    else if (exchange !== null && nowMs - this.exchangeSinceMs > options.exchangeTimeoutMs) {
      this.fail(exchange, EXCHANGE_TOO_LONG, "timeout");
    } else if (this.body?.isTooSlow(nowMs, options.transferGraceMs, options.minBytesPerSecond)) {
      this.failBody(this.body, BODY_TOO_SLOW);
    }
    if (this.state === IN_HEAD) this.sweepHead(nowMs - this.sinceMs);
  }

  private sweepHead(elapsedMs: number): void {
    const { headTimeoutMs, idleTimeoutMs } = this.options;
    if (this.reader.isUnderway) {
      if (elapsedMs > headTimeoutMs) this.refuse(HEAD_TOO_SLOW, this.reader.head);
    } else if (elapsedMs > (this.isFresh ? headTimeoutMs : idleTimeoutMs) || this.server.isIdleUnwanted) {
      this.linger();
    }
  }
}
