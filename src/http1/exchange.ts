import { UNTIL_CLOSE } from "./body-reader.ts";
import type { Ends } from "./ends.ts";
import type { RequestHead } from "./message-head.ts";
import type { ServerConnection } from "./server-connection.ts";
import type { AbortReason, BodySink, ExchangeObserver, ServerExchange } from "./server-exchange.ts";
import { isBodiless, statusLine } from "./status-line.ts";
import type { Tunnel } from "./tunnel.ts";

const NO_BODY = Buffer.alloc(0);
/** Text held back for `more` is written out beyond this size. */
const MAX_PENDING_BYTES = 8192;

/** One request and its answer over HTTP/1. */
export class Exchange implements ServerExchange {
  readonly isHttp2 = false;
  readonly request: RequestHead;
  observer: ExchangeObserver | null = null;
  maxBodyBytes: number;
  isOpenEnded = false;
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

  get ends(): Ends {
    return this.connection.ends;
  }

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

  respond(status: number, fields: string, body: Buffer = NO_BODY): void {
    if (this.isOver) return;
    const head = this.begin(status, fields, body.length);
    this.connection.out.addMessage(head, this.isSilent ? NO_BODY : body);
    this.finish();
  }

  respondText(status: number, fields: string, body: string): void {
    if (this.isOver) return;
    const head = this.begin(status, fields, body.length);
    this.connection.out.add(this.isSilent ? head : head + body);
    this.finish();
  }

  /** Holds the head back until the first `write`, `flush` or `end`. */
  startResponse(status: number, fields: string, length: number): void {
    if (this.isOver) return;
    this.pending = this.begin(status, fields, length);
  }

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
    return this.connection.out.write(before, data, after);
  }

  flush(): void {
    if (this.pending === "" || this.isOver) return;
    const text = this.pending;
    this.pending = "";
    this.connection.out.add(text);
  }

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

  startTrailed(): void {
    throw new Error("trailers are sent over HTTP/2 only");
  }

  endTrailed(): void {
    this.startTrailed();
  }

  closeAfterAnswer(): void {
    if (!this.isOver) this.connection.closeAfterAnswer();
  }

  abort(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.connection.destroy();
  }

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
