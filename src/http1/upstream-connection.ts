import type { Socket } from "node:net";
import { BodyReader, UNTIL_CLOSE } from "./body-reader.ts";
import type { Deadlined } from "./deadline-sweeper.ts";
import { Dialer, type DialHandler } from "./dialer.ts";
import { HEAD_PENDING, HEAD_WHOLE, HeadReader } from "./head-reader.ts";
import { ParseFailure, RESPONSE_HEAD_LIMITS, type ResponseHead } from "./message-head.ts";
import { Outbox } from "./outbox.ts";
import type { DataSink } from "./parse-chunked.ts";
import { parseResponseHead } from "./parse-response-head.ts";
import { canWait, kept, lasting, READ_BUFFER } from "./read-bytes.ts";
import { isBodiless } from "./status-line.ts";
import { TransferWatch } from "./transfer-watch.ts";
import { type Arrival, type Onlooker, turn } from "./turn.ts";
import type { UpstreamCall } from "./upstream-call.ts";
import { UpstreamFailure, type UpstreamFailureKind } from "./upstream-failure.ts";
import type { UpstreamOrigin } from "./upstream-origin.ts";

const CONNECTING = 0;
const OPEN = 1;
const GONE = 2;

/** Interim answers (100, 102, 103) taken before one call's final one. */
const MAX_INTERIM = 8;
/** Answers up to this size may be passed on as text. */
const MAX_WHOLE_BYTES = 8192;

/** One connection to a backend: carries one call at a time and is closed at the first doubt about its framing. */
export class UpstreamConnection implements Deadlined, DataSink, DialHandler, Arrival, Onlooker {
  readonly origin: UpstreamOrigin;
  private readonly reader = new HeadReader(RESPONSE_HEAD_LIMITS.maxHeadBytes);
  private readonly writing: TransferWatch;
  private readonly dialer: Dialer;
  private socket: Socket | null = null;
  private out: Outbox | null = null;
  private state = CONNECTING;
  private call: UpstreamCall | null = null;
  private head: ResponseHead | null = null;
  private body: BodyReader | null = null;
  private interimCount = 0;
  private served = 0;
  private hasReceived = false;
  private isReusable = false;
  private isPaused = false;
  /** What came in this turn: bytes, or a whole answer whose head is known. */
  private arrived: Buffer | null = null;
  private arrivedHead: ResponseHead | null = null;
  private arrivedBody = "";
  private receive: (chunk: Buffer) => void = this.takeAnswer;
  /** Start of the present wait: connecting, for the head, for the next part, or idling. */
  private sinceMs: number;

  constructor(origin: UpstreamOrigin, call: UpstreamCall) {
    this.origin = origin;
    this.sinceMs = origin.pool.nowMs;
    this.dialer = new Dialer(origin.options, this);
    this.writing = new TransferWatch(origin.options.writeTimeoutMs, 1024);
    this.call = call;
    call.connection = this;
  }

  /** Whether the connection can carry a call now. */
  get isFree(): boolean {
    return this.state === OPEN && this.call === null;
  }

  open(): void {
    this.dialer.dial(this.origin.pool.addresses);
  }

  onOpen(socket: Socket): void {
    this.state = OPEN;
    this.socket = socket;
    this.out = new Outbox(socket);
    socket.on("drain", this.onDrain);
    socket.on("end", this.onEnd);
    socket.on("error", this.onError);
    socket.on("close", this.onEnd);
    if (this.call !== null) this.send(this.call);
  }

  onDialFailure(kind: UpstreamFailureKind, detail: string): void {
    this.fail(kind, detail);
  }

  carry(call: UpstreamCall): void {
    this.call = call;
    call.connection = this;
    this.send(call);
  }

  private send(call: UpstreamCall): void {
    const { request } = call;
    this.hasReceived = false;
    this.isReusable = true;
    this.interimCount = 0;
    this.head = null;
    this.body = null;
    this.sinceMs = this.origin.pool.nowMs;
    this.out?.addMessage(request.head, request.body);
    call.handler.onUpstreamReady();
  }

  write(before: string, data: Buffer, after: string): boolean {
    return this.out === null || this.out.write(before, data, after);
  }

  /** The request is complete: the answer is due from now on. */
  startWaiting(): void {
    this.sinceMs = this.origin.pool.nowMs;
  }

  pause(): void {
    if (this.isPaused) return;
    this.isPaused = true;
    this.sinceMs = this.origin.pool.nowMs;
    this.socket?.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.sinceMs = this.origin.pool.nowMs;
    this.socket?.resume();
  }

  recognise(length: number): boolean {
    const { call } = this;
    if (call === null || this.arrived !== null || this.arrivedHead !== null || !this.isAnswerDue(call)) return false;
    const head = this.origin.lastHead.find(length);
    if (head === null || head.length + head.contentLength !== length) return false;
    this.arrivedHead = head;
    this.arrivedBody = READ_BUFFER.toString("latin1", head.length, length);
    turn.handleAnswer(this);
    return true;
  }

  /** The beginning of an answer waits for the end of the turn. */
  onData(data: Buffer): void {
    this.handleArrived();
    if (!canWait(data)) this.receive(data);
    else if (this.call !== null && this.head === null) {
      this.arrived = data;
      turn.handleAnswer(this);
    } else this.receive(lasting(data));
  }

  handleArrived(): void {
    const { arrived, arrivedHead, arrivedBody, call } = this;
    this.arrived = null;
    this.arrivedHead = null;
    this.arrivedBody = "";
    if (arrived !== null) {
      if (!this.takeWholeAnswer(arrived)) this.receive(arrived);
    } else if (arrivedHead !== null && call !== null) this.endWhole(call, arrivedHead, arrivedBody);
  }

  /** Whether nothing of the answer has come, and the whole of it could be passed on. */
  private isAnswerDue(call: UpstreamCall): boolean {
    if (this.head !== null || this.reader.isUnderway) return false;
    return call.isBodySent && !call.request.isHeadMethod && !this.isPaused;
  }

  onAllRead(): void {
    this.origin.offer(this);
  }

  /** A short answer that came in one read with nothing after it, as most do, is passed on in one piece. */
  private takeWholeAnswer(answer: Buffer): boolean {
    const { call } = this;
    const { length } = answer;
    if (call === null || length > MAX_WHOLE_BYTES || !this.isAnswerDue(call)) return false;
    const head = parseWhole(answer);
    if (head === undefined || head instanceof ParseFailure || isBodiless(head.status)) return false;
    if (head.chunked || head.length + head.contentLength !== length) return false;
    this.origin.lastHead.note(head, answer);
    this.endWhole(call, head, answer.toString("latin1", head.length));
    return true;
  }

  private endWhole(call: UpstreamCall, head: ResponseHead, body: string): void {
    this.hasReceived = true;
    this.isReusable = head.wantsKeepAlive;
    this.release(call, 0);
    call.handler.onWholeResponse(head, body);
  }

  private takeAnswer(chunk: Buffer): void {
    const call = this.call;
    if (call === null) {
      // An answer to nothing. What else may be on its way, perhaps on other connections, is anyone's guess.
      this.origin.distrust();
      this.close();
      return;
    }
    this.hasReceived = true;
    // Only parts of a body renew the wait: a head that drips must not outlast its limit.
    if (this.head !== null) this.sinceMs = this.origin.pool.nowMs;
    let at = 0;
    while (at < chunk.length && this.call === call) {
      at = this.body === null ? this.readHead(call, chunk, at) : this.readBody(call, this.body, chunk, at);
    }
    if (this.call === call && this.head !== null) call.handler.onResponseFlush();
  }

  private readHead(call: UpstreamCall, chunk: Buffer, offset: number): number {
    const result = this.reader.push(chunk, offset);
    if (result === HEAD_PENDING) return chunk.length;
    const head = parseResponseHead(this.reader);
    if (result === HEAD_WHOLE) this.reader.release();
    if (head instanceof ParseFailure) this.fail("bad-response", head.reason);
    else if (head === undefined) {
      if (this.reader.isUnderway) return chunk.length;
      this.fail("bad-response", "head too long");
    } else if (result === HEAD_WHOLE) this.takeHead(call, head, chunk, this.reader.end);
    return this.reader.end;
  }

  private takeHead(call: UpstreamCall, head: ResponseHead, chunk: Buffer, end: number): void {
    if (head.status === 101) {
      this.switchProtocols(call, head, chunk.subarray(end));
      return;
    }
    if (head.status < 200) {
      if (++this.interimCount > MAX_INTERIM) this.fail("bad-response", "too many interim answers");
      return;
    }
    this.head = head;
    this.sinceMs = this.origin.pool.nowMs;
    const isBare = isBodiless(head.status);
    const isSilent = isBare || call.request.isHeadMethod;
    const length = isSilent ? 0 : head.contentLength === -1 ? UNTIL_CLOSE : head.contentLength;
    // A 204 that announces a body leaves open whether one follows (RFC 9110 §8.6).
    const isDoubtful = head.status === 204 && (head.chunked || head.contentLength > 0);
    this.isReusable = head.wantsKeepAlive && call.isBodySent && !isDoubtful;
    this.body = new BodyReader(head.chunked && !isSilent, length);
    call.handler.onResponseHead(head);
    if (this.call === call && this.body.isDone) this.finish(call, chunk.length - end);
  }

  private readBody(call: UpstreamCall, body: BodyReader, chunk: Buffer, offset: number): number {
    const end = body.push(chunk, offset, this);
    if (this.call !== call) return end;
    if (body.failure !== null) this.fail("bad-response", body.failure.reason);
    else if (body.isDone) this.finish(call, chunk.length - end);
    return end;
  }

  onChunkData(data: Buffer): void {
    this.call?.handler.onResponseData(data);
  }

  /** The answer is complete. Bytes after it belong to no one: then the connection ends here. */
  private finish(call: UpstreamCall, extraBytes: number): void {
    this.release(call, extraBytes);
    call.handler.onResponseEnd();
  }

  private release(call: UpstreamCall, extraBytes: number): void {
    this.call = null;
    this.head = null;
    this.body = null;
    call.connection = null;
    call.end();
    this.served++;
    this.sinceMs = this.origin.pool.nowMs;
    if (extraBytes > 0) this.origin.distrust();
    if (this.isPaused) this.resume();
    if (this.isReusable && call.isBodySent && extraBytes === 0 && this.state === OPEN) this.origin.release(this);
    else this.close();
  }

  private switchProtocols(call: UpstreamCall, head: ResponseHead, rest: Buffer): void {
    const { socket } = this;
    if (!call.request.isUpgrade || head.upgrade === "" || socket === null) {
      this.fail("bad-response", "unexpected 101");
      return;
    }
    if (!this.origin.releaseForTunnel(this)) {
      this.fail("tunnels-full", "too many upgraded connections");
      return;
    }
    this.call = null;
    call.connection = null;
    call.end();
    this.state = GONE;
    socket.off("drain", this.onDrain).off("end", this.onEnd).off("close", this.onEnd);
    socket.on("close", () => this.origin.pool.endTunnel());
    socket.pause();
    const receive = (onData: (data: Buffer) => void) => {
      this.receive = (data) => onData(kept(data));
    };
    call.handler.onUpgraded(head, { socket, head: kept(rest), receive });
  }

  private readonly onDrain = (): void => {
    this.call?.handler.onUpstreamDrain();
  };

  private readonly onEnd = (): void => {
    this.handleArrived();
    const { call, body } = this;
    if (call === null) this.close();
    else if (body?.endsByClose) {
      this.isReusable = false;
      this.finish(call, 0);
    } else this.fail("reset", "connection closed by the backend");
  };

  private readonly onError = (error: Error): void => {
    this.handleArrived();
    this.fail("reset", error.message);
  };

  /** The call gave up. */
  abandon(): void {
    this.call = null;
    this.close();
  }

  fail(kind: UpstreamFailureKind, detail: string): void {
    const call = this.call;
    this.call = null;
    // A kept connection may have been closed just when it was taken: nothing came back, so nothing was done twice
    // unless the method allows that (RFC 9112 §9.3.1, RFC 9110 §9.2.2).
    const isStale = kind === "reset" && this.served > 0 && !this.hasReceived;
    this.close();
    if (call === null) return;
    call.connection = null;
    if (isStale && call.request.isRepeatable && !call.hasRetried) this.origin.repeat(call);
    else call.fail(new UpstreamFailure(kind, detail));
  }

  /** Whether its caller has taken in nothing for that long. */
  isHeldUp(ms: number): boolean {
    return this.isPaused && this.origin.pool.nowMs - this.sinceMs > ms;
  }

  close(): void {
    if (this.state === GONE) return;
    this.state = GONE;
    this.arrived = null;
    this.arrivedHead = null;
    this.dialer.cancel();
    this.out?.drop();
    this.socket?.destroy();
    this.origin.forget(this);
  }

  sweep(nowMs: number): void {
    const { call, origin } = this;
    const elapsedMs = nowMs - this.sinceMs;
    if (call === null) {
      if (elapsedMs > origin.options.keepAliveMs) this.close();
      return;
    }
    const { timeouts } = call.request;
    if (nowMs - call.startedAtMs > timeouts.totalMs) this.fail("total-timeout", "no complete answer in time");
    else if (this.state === CONNECTING) {
      if (elapsedMs > timeouts.connectMs) this.fail("connect-timeout", "no connection in time");
    } else if (this.socket !== null && this.writing.isTooSlow(this.socket, nowMs)) {
      this.fail("head-timeout", "the backend does not take in the request");
    } else if (this.head === null) {
      if (call.isBodySent && elapsedMs > timeouts.headMs) this.fail("head-timeout", "no answer in time");
    } else if (!this.isPaused && elapsedMs > timeouts.idleMs) this.fail("idle-timeout", "the answer stalled");
  }
}

function parseWhole(answer: Buffer): ResponseHead | ParseFailure | undefined {
  return parseResponseHead({ bytes: answer, start: 0, text: answer.toString("latin1") });
}
