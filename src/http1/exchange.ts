import type { Socket } from "node:net";
import { UNTIL_CLOSE } from "./body-reader.ts";
import type { ParseFailure, RequestHead } from "./message-head.ts";
import type { ServerConnection } from "./server-connection.ts";
import { writeJoined } from "./socket-write.ts";
import { isBodiless, statusLine } from "./status-line.ts";
import type { Tunnel } from "./tunnel.ts";

/** Takes a request body as it arrives. Data are views of what was read from the socket and stay valid. */
export interface BodySink {
  onBodyData(data: Buffer): void;
  onBodyEnd(): void;
  /**
   * The body cannot be had: malformed (400), too slow (408), too long (413). The sink may answer at once; if it does
   * not, the engine does and the observer is told. Not called when the caller is gone.
   */
  onBodyFailure(failure: ParseFailure): void;
}

/** Told what happens to an exchange besides its body. */
export interface ExchangeObserver {
  /** The exchange is over without a whole answer. Called at most once, and never after `end()`. */
  onAbort(reason: AbortReason): void;
  /** A `write` that answered false has gone out. */
  onDrain(): void;
}

/** Why an exchange ended without a whole answer. */
export type AbortReason = "caller-gone" | "caller-too-slow" | "timeout" | "stopped" | "bad-body";

/** Answer of unknown length. */
export const UNKNOWN_LENGTH = -1;

const NO_BODY = Buffer.alloc(0);
/** Text held back for `more` is written out beyond this size. */
const MAX_PENDING_BYTES = 8192;

/**
 * One request and its answer. Once the caller is gone every method is harmless, so code that waits for something need
 * not check in between.
 */
export class Exchange {
  readonly request: RequestHead;
  observer: ExchangeObserver | null = null;
  /** Longest body this exchange takes; set it before `readBody`. */
  maxBodyBytes: number;
  hasStarted = false;
  isOver = false;
  private readonly connection: ServerConnection;
  private pending = "";
  private isChunked = false;
  private isSilent = false;
  private remaining = 0;

  constructor(connection: ServerConnection, request: RequestHead, maxBodyBytes: number) {
    this.connection = connection;
    this.request = request;
    this.maxBodyBytes = maxBodyBytes;
  }

  get remoteAddress(): string {
    return this.connection.socket.remoteAddress ?? "";
  }

  /** The connection's socket, for addresses and TLS facts; reading or writing it would break the framing. */
  get socket(): Socket {
    return this.connection.socket;
  }

  /** Starts (and, for `Expect: 100-continue`, asks for) the body. Without a body `onBodyEnd` is called at once. */
  readBody(sink: BodySink): void {
    if (this.isOver) return;
    this.connection.startBody(sink);
  }

  pauseBody(): void {
    if (!this.isOver) this.connection.pauseBody();
  }

  resumeBody(): void {
    if (!this.isOver) this.connection.resumeBody();
  }

  /** Whole answer in one write. `fields` is a field block without framing fields. */
  respond(status: number, fields: string, body: Buffer = NO_BODY): void {
    if (this.isOver) return;
    const head = this.begin(status, fields, body.length);
    writeJoined(this.connection.socket, head, this.isSilent ? NO_BODY : body, "");
    this.finish();
  }

  /** As `respond`; the body is latin1 text. */
  respondText(status: number, fields: string, body: string): void {
    if (this.isOver) return;
    const head = this.begin(status, fields, body.length);
    this.connection.socket.write(this.isSilent ? head : head + body, "latin1");
    this.finish();
  }

  /**
   * Begins an answer of `length` bytes or of UNKNOWN_LENGTH. The head is held back until the first `write`, `flush` or
   * `end`, to leave in one piece with what follows.
   */
  startResponse(status: number, fields: string, length: number): void {
    if (this.isOver) return;
    this.pending = this.begin(status, fields, length);
  }

  /**
   * Sends a part of the body; false means wait for the observer's `onDrain`. With `more` a small part is held back, as by MSG_MORE:
   * `flush` or `end` must follow in the same turn.
   */
  write(data: Buffer, more = false): boolean {
    if (this.isOver || this.isSilent || data.length === 0) return true;
    let before = this.pending;
    let after = "";
    if (this.isChunked) {
      before += `${data.length.toString(16)}\r\n`;
      after = "\r\n";
    } else if (this.remaining !== UNTIL_CLOSE) {
      if (data.length > this.remaining) throw new RangeError("more data than the declared length");
      this.remaining -= data.length;
    }
    if (more && before.length + data.length < MAX_PENDING_BYTES) {
      this.pending = before + data.toString("latin1") + after;
      return true;
    }
    this.pending = "";
    return writeJoined(this.connection.socket, before, data, after);
  }

  /** Sends what is held back. */
  flush(): void {
    if (this.pending === "" || this.isOver) return;
    const text = this.pending;
    this.pending = "";
    this.connection.socket.write(text, "latin1");
  }

  /** Ends the answer. One that is shorter than declared is cut off, so that the caller can tell. */
  end(): void {
    if (this.isOver) return;
    if (!this.isSilent && this.remaining > 0) {
      this.abort();
      return;
    }
    if (this.isChunked && !this.isSilent) this.pending += "0\r\n\r\n";
    this.flush();
    this.finish();
  }

  /** The answer, which has not begun, will be the connection's last. */
  closeAfterAnswer(): void {
    if (!this.isOver) this.connection.closeAfterAnswer();
  }

  /** Gives up on the exchange and its connection. */
  abort(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.connection.destroy();
  }

  /** Answers 101 (with Upgrade as requested unless `fields` has another) and hands the socket over. */
  switchProtocols(fields: string): Tunnel {
    if (this.isOver || this.hasStarted) throw new Error("the exchange is already answered");
    this.hasStarted = true;
    this.isOver = true;
    const tunnel = this.connection.handOver();
    tunnel.socket.write(`${statusLine(101)}connection: upgrade\r\n${fields}\r\n`, "latin1");
    return tunnel;
  }

  /** For the connection: the caller is gone or must go. */
  cancel(reason: AbortReason): void {
    if (this.isOver) return;
    this.isOver = true;
    this.observer?.onAbort(reason);
  }

  private begin(status: number, fields: string, length: number): string {
    if (this.hasStarted) throw new Error("the exchange is already answered");
    this.hasStarted = true;
    const isBare = isBodiless(status);
    this.isSilent = isBare || this.request.method === "HEAD";
    let head = statusLine(status) + fields;
    if (length >= 0) {
      this.remaining = length;
      if (!isBare || (status === 304 && length > 0)) head += `content-length: ${length}\r\n`;
    } else if (this.isSilent) {
      this.remaining = 0;
    } else if (this.request.minorVersion === 0) {
      this.remaining = UNTIL_CLOSE;
    } else {
      this.isChunked = true;
      head += "transfer-encoding: chunked\r\n";
    }
    const isKept = this.connection.decideKeepAlive(this.remaining !== UNTIL_CLOSE);
    if (!isKept) head += "connection: close\r\n";
    else if (this.request.minorVersion === 0) head += "connection: keep-alive\r\n";
    return `${head}\r\n`;
  }

  private finish(): void {
    this.isOver = true;
    this.connection.endExchange();
  }
}
