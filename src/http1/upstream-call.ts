import type { ResponseHead } from "./message-head.ts";
import type { Tunnel } from "./tunnel.ts";
import type { UpstreamConnection } from "./upstream-connection.ts";
import type { UpstreamFailure } from "./upstream-failure.ts";
import type { UpstreamOrigin } from "./upstream-origin.ts";

/** Follows one call. Nothing is called after `onResponseEnd`, `onUpgraded`, `onUpstreamFailure` or `abort()`. */
export interface UpstreamHandler {
  /** The head and `body` are sent; a streamed body may go on with `write`. */
  onUpstreamReady(): void;
  onUpstreamDrain(): void;
  /** The answer came in one piece, which is text (latin1); none of the next four is called. */
  onWholeResponse(head: ResponseHead, body: string): void;
  onResponseHead(head: ResponseHead): void;
  /** A view of what was read from the socket: to be used at once, or `kept`. */
  onResponseData(data: Buffer): void;
  /** All data of one read have been passed on and more is to come. */
  onResponseFlush(): void;
  onResponseEnd(): void;
  /** Also after `onResponseHead`, when the answer breaks off. */
  onUpstreamFailure(failure: UpstreamFailure): void;
  /** The backend agreed to switch protocols. */
  onUpgraded(head: ResponseHead, tunnel: Tunnel): void;
}

export interface UpstreamTimeouts {
  /** Name look-up, connecting and TLS together. */
  readonly connectMs: number;
  /** From the end of the request to the head of the answer. */
  readonly headMs: number;
  /** Between parts of the answer. */
  readonly idleMs: number;
  /** From `request` to the last byte. */
  readonly totalMs: number;
}

export interface UpstreamRequest {
  /** The whole head with its empty line, latin1. */
  readonly head: string;
  /** The body, or what is known of it when `isStreamed`. Already framed. */
  readonly body: Buffer;
  /** More of the body follows by `write` and `endBody`. */
  readonly isStreamed: boolean;
  readonly isHeadMethod: boolean;
  /** May be sent again if a kept connection turns out to be closed: an idempotent method and a whole body. */
  readonly isRepeatable: boolean;
  readonly isUpgrade: boolean;
  readonly timeouts: UpstreamTimeouts;
}

export class UpstreamCall {
  readonly request: UpstreamRequest;
  readonly handler: UpstreamHandler;
  readonly origin: UpstreamOrigin;
  readonly startedAtMs: number;
  connection: UpstreamConnection | null = null;
  hasRetried = false;
  isBodySent: boolean;
  /** It has a connection, and its body is still under way. */
  isUploading = false;
  isOver = false;

  constructor(origin: UpstreamOrigin, request: UpstreamRequest, handler: UpstreamHandler, nowMs: number) {
    this.origin = origin;
    this.request = request;
    this.handler = handler;
    this.startedAtMs = nowMs;
    this.isBodySent = !request.isStreamed;
  }

  /** Sends a framed part of a streamed body, after `onUpstreamReady`; false means wait for `onUpstreamDrain`. */
  write(before: string, data: Buffer, after: string): boolean {
    return this.connection === null || this.connection.write(before, data, after);
  }

  /** The streamed body is complete. */
  endBody(): void {
    this.isBodySent = true;
    this.connection?.startWaiting();
    this.endUpload();
  }

  /** Stops reading the answer until `resume`. */
  pause(): void {
    this.connection?.pause();
  }

  resume(): void {
    this.connection?.resume();
  }

  /** Gives the call up; its connection, which may still get the answer, is closed. */
  abort(): void {
    if (this.isOver) return;
    this.end();
    if (this.connection !== null) this.connection.abandon();
    else this.origin.dismiss(this);
  }

  /** For the connection: the call needs it no more. */
  end(): void {
    this.isOver = true;
    this.endUpload();
  }

  private endUpload(): void {
    if (!this.isUploading) return;
    this.isUploading = false;
    this.origin.endUpload();
  }

  /** For connection and origin: the call is lost. */
  fail(failure: UpstreamFailure): void {
    if (this.isOver) return;
    this.end();
    this.connection = null;
    this.handler.onUpstreamFailure(failure);
  }
}
