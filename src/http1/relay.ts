import { copyFields } from "./copy-fields.ts";
import { forwardHead } from "./forward-head.ts";
import type { FieldRewriter, OutgoingRequest, ParseFailure, ResponseHead } from "./message-head.ts";
import { kept } from "./read-bytes.ts";
import {
  type AbortReason,
  type BodySink,
  type ExchangeObserver,
  type ServerExchange,
  UNKNOWN_LENGTH,
} from "./server-exchange.ts";
import { dateField, isBodiless } from "./status-line.ts";
import type { Tunnel } from "./tunnel.ts";
import type { UpstreamCall, UpstreamHandler, UpstreamTimeouts } from "./upstream-call.ts";
import { UpstreamFailure } from "./upstream-failure.ts";
import type { UpstreamOrigin } from "./upstream-origin.ts";

/** What is asked of the backend, and how messages change on their way. */
export interface RelayPlan {
  readonly origin: UpstreamOrigin;
  readonly outgoing: OutgoingRequest;
  /** Field block of this call alone. */
  readonly callFields: string;
  readonly timeouts: UpstreamTimeouts;
  /** A body up to this size is taken in whole before a backend connection is, so that slow callers hold none. */
  readonly maxBufferedBodyBytes: number;
  /** The one protocol the caller may upgrade to, lower case, such as `websocket`; empty: none. */
  readonly upgrade: string;
  /** Null: end-to-end fields go on as received. */
  readonly rewriteResponseField: FieldRewriter | null;
  /** A body that has been read already; null: the caller's, as it comes. */
  readonly body: Buffer | null;
  /** Statuses of the backend that the caller sees as others. */
  readonly substitutes: ReadonlyMap<number, Substitute> | null;
  /** The request is on its way, on an open connection. May come twice, when the first connection was stale. */
  onRequestSent(): void;
  /** Field block added to the answer. */
  responseFields(head: ResponseHead): string;
  /** Sees the answer's body pass by, and keeps of it what is `kept`; null: nobody does. */
  readonly onResponseData: ((part: Buffer) => void) | null;
  /** Nothing of the request was sent. True: origin and outgoing request of this plan are now others, to be tried in turn. */
  findAnother(failure: UpstreamFailure): boolean;
  /** No answer has begun and none will come from the backend: answer the caller. */
  answerFailure(exchange: ServerExchange, failure: UpstreamFailure): void;
  /** The call is over in whatever way but an upgrade; called once. */
  onRelayed(relay: Relay): void;
  /** Both sides have agreed to upgrade: the connections are the plan's now. */
  onUpgraded(caller: Tunnel, backend: Tunnel): void;
}

/** What the caller gets in place of a status: another, and a body in case the backend's is empty. */
export interface Substitute {
  readonly status: number;
  readonly body: Buffer;
}

/** A head that has not been passed on, because what follows decides about it. */
interface HeldHead {
  readonly status: number;
  readonly fields: string;
  readonly length: number;
  readonly bodyIfEmpty: Buffer;
}

const NO_BODY = Buffer.alloc(0);
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** Carries one exchange to a backend and the answer back, both ways no faster than the slower side reads. */
export class Relay implements BodySink, UpstreamHandler, ExchangeObserver {
  readonly exchange: ServerExchange;
  readonly plan: RelayPlan;
  /** Status of the backend's answer, 0 while there is none. */
  status = 0;
  requestBytes = 0;
  responseBytes = 0;
  /** The answer came in one piece, its end with its head. */
  isWhole = false;
  failure: UpstreamFailure | null = null;
  abortReason: AbortReason | null = null;
  /** Why the caller's body could not be had. */
  bodyFailure: ParseFailure | null = null;
  private call: UpstreamCall | null = null;
  /** Whether nothing of the request has been sent, which is this body and the fields that frame it. */
  private isUnsent = true;
  private body: Buffer = NO_BODY;
  private framing = "";
  private heldHead: HeldHead | null = null;
  private collected: Buffer[] | null = null;
  private isStreaming = false;
  private isReady = false;
  private isChunked = false;
  /** The body ended before the backend connection was there. */
  private isEndDue = false;
  private isOver = false;

  constructor(exchange: ServerExchange, plan: RelayPlan) {
    this.exchange = exchange;
    this.plan = plan;
  }

  start(): void {
    this.exchange.observer = this;
    const { body } = this.plan;
    if (body !== null) this.send(body, `content-length: ${body.length}\r\n`);
    else if (this.exchange.request.hasBody) this.exchange.readBody(this);
    else this.send(NO_BODY, this.exchange.request.contentLength === 0 ? "content-length: 0\r\n" : "");
  }

  // ── the request ──

  private send(body: Buffer, framing: string): void {
    const { plan, isStreaming } = this;
    this.body = body;
    this.framing = framing;
    const { request } = this.exchange;
    const isUpgrade = plan.upgrade !== "" && request.upgrade.toLowerCase() === plan.upgrade;
    let head = forwardHead(request, plan.outgoing) + plan.callFields + framing;
    if (isUpgrade) head += `Connection: Upgrade\r\nUpgrade: ${request.upgrade}\r\n`;
    this.call = null;
    this.call = plan.origin.request(
      {
        head: `${head}\r\n`,
        body,
        isStreamed: isStreaming,
        isHeadMethod: plan.outgoing.method === "HEAD",
        isRepeatable: !isStreaming && IDEMPOTENT.has(plan.outgoing.method),
        isUpgrade,
        timeouts: plan.timeouts,
      },
      this,
    );
    if (this.isReady) this.goOn();
  }

  onBodyData(data: Buffer): void {
    this.requestBytes += data.length;
    if (!this.isStreaming && this.requestBytes > this.plan.maxBufferedBodyBytes) this.startStreaming();
    if (this.isReady) this.sendPart(data);
    else if (this.collected === null) this.collected = [kept(data)];
    else this.collected.push(kept(data));
  }

  private startStreaming(): void {
    const { contentLength, chunked } = this.exchange.request;
    this.isStreaming = true;
    this.isChunked = chunked;
    this.exchange.pauseBody();
    this.send(NO_BODY, chunked ? "transfer-encoding: chunked\r\n" : `content-length: ${contentLength}\r\n`);
  }

  private sendPart(data: Buffer): boolean {
    const { call } = this;
    if (call === null) return true;
    const hasRoom = this.isChunked
      ? call.write(`${data.length.toString(16)}\r\n`, data, "\r\n")
      : call.write("", data, "");
    if (!hasRoom) this.exchange.pauseBody();
    return hasRoom;
  }

  private takeCollected(): Buffer {
    const { collected } = this;
    this.collected = null;
    if (collected === null) return NO_BODY;
    const first = collected[0];
    return first !== undefined && collected.length === 1 ? first : Buffer.concat(collected);
  }

  onBodyEnd(): void {
    if (!this.isStreaming) this.send(this.takeCollected(), `content-length: ${this.requestBytes}\r\n`);
    else if (this.isReady) this.endRequest();
    else this.isEndDue = true;
  }

  private endRequest(): void {
    if (this.isChunked) this.call?.write("0\r\n\r\n", NO_BODY, "");
    this.call?.endBody();
  }

  onUpstreamReady(): void {
    this.isUnsent = false;
    this.body = NO_BODY;
    this.plan.onRequestSent();
    if (!this.isStreaming) return;
    this.isReady = true;
    // It may come before the call is known.
    if (this.call !== null) this.goOn();
  }

  /** The backend takes the body from now on. */
  private goOn(): void {
    const collected = this.takeCollected();
    const hasRoom = collected.length === 0 || this.sendPart(collected);
    if (this.isEndDue) this.endRequest();
    else if (hasRoom) this.exchange.resumeBody();
  }

  onUpstreamDrain(): void {
    this.exchange.resumeBody();
  }

  /** The engine answers the caller; the backend must not take half a body for a whole one. */
  onBodyFailure(failure: ParseFailure): void {
    this.bodyFailure = failure;
    this.call?.abort();
  }

  // ── the answer ──

  onWholeResponse(head: ResponseHead, body: string): void {
    const { plan, exchange } = this;
    if (plan.substitutes?.has(head.status) === true || plan.onResponseData !== null) {
      this.onResponseHead(head);
      if (body !== "") this.onResponseData(Buffer.from(body, "latin1"));
      this.onResponseEnd();
      return;
    }
    this.status = head.status;
    this.isWhole = true;
    this.responseBytes = body.length;
    exchange.respondText(head.status, this.answerFields(head), body);
    this.finish();
  }

  private answerFields(head: ResponseHead): string {
    const { plan } = this;
    const block = copyFields(head, plan.rewriteResponseField) + plan.responseFields(head);
    return head.hasDate ? block : block + dateField();
  }

  onResponseHead(head: ResponseHead): void {
    this.status = head.status;
    const { plan, exchange } = this;
    const block = this.answerFields(head);
    const length = head.chunked ? UNKNOWN_LENGTH : head.contentLength;
    const substitute = plan.substitutes?.get(head.status);
    if (substitute === undefined) exchange.startResponse(head.status, block, length);
    else this.holdHead(substitute, block, isBodiless(head.status) ? 0 : length);
  }

  private holdHead({ status, body }: Substitute, fields: string, length: number): void {
    this.heldHead = { status, fields, length, bodyIfEmpty: body };
    if (this.plan.outgoing.method === "HEAD") this.startHeld(length);
  }

  private startHeld(length: number): void {
    const held = this.heldHead;
    this.heldHead = null;
    if (held !== null) this.exchange.startResponse(held.status, held.fields, length);
  }

  onResponseData(data: Buffer): void {
    if (this.heldHead !== null) this.startHeld(this.heldHead.length);
    this.responseBytes += data.length;
    this.plan.onResponseData?.(data);
    if (!this.exchange.write(data, true)) this.call?.pause();
  }

  onResponseFlush(): void {
    this.exchange.flush();
  }

  onResponseEnd(): void {
    const held = this.heldHead;
    if (held === null) this.exchange.end();
    else this.exchange.respond(held.status, held.fields, held.bodyIfEmpty);
    this.finish();
  }

  /** An answer that breaks off is cut off for the caller too: it must not pass for a whole one. */
  onUpstreamFailure(failure: UpstreamFailure): void {
    if (this.isUnsent && this.plan.findAnother(failure)) {
      this.send(this.body, this.framing);
      return;
    }
    this.failure = failure;
    if (this.exchange.hasStarted) this.exchange.abort();
    else this.plan.answerFailure(this.exchange, failure);
    this.finish();
  }

  onUpgraded(head: ResponseHead, backend: Tunnel): void {
    this.status = 101;
    const { plan, exchange } = this;
    if (exchange.isOver) {
      backend.socket.destroy();
      return;
    }
    if (head.upgrade.toLowerCase() !== plan.upgrade) {
      backend.socket.destroy();
      this.onUpstreamFailure(new UpstreamFailure("bad-response", "an upgrade nobody asked for"));
      return;
    }
    const block = copyFields(head, plan.rewriteResponseField) + plan.responseFields(head);
    const caller = exchange.switchProtocols(`Upgrade: ${head.upgrade}\r\n${block}`);
    this.isOver = true;
    plan.onUpgraded(caller, backend);
  }

  // ── the caller ──

  onDrain(): void {
    this.call?.resume();
  }

  onAbort(reason: AbortReason): void {
    this.abortReason = reason;
    this.call?.abort();
    this.finish();
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.plan.onRelayed(this);
  }
}
