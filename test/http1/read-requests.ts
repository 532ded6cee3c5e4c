import { BodyReader } from "../../src/http1/body-reader.ts";
import { ParseFailure, REQUEST_HEAD_LIMITS, type RequestHead } from "../../src/http1/message-head.ts";
import { RequestHeadReader } from "../../src/http1/request-head-reader.ts";

export interface ReadRequest {
  readonly head: RequestHead;
  readonly body: string;
}

export interface Reading {
  /** Requests that are complete with their body. */
  readonly requests: ReadRequest[];
  /** What ended the reading before the end of the bytes. */
  readonly failure: ParseFailure | null;
  /** The bytes end in the middle of a request. */
  readonly isCutOff: boolean;
}

/** Reads a stream of requests given in pieces, with the parsers alone: no sockets, no time. */
export function readRequests(pieces: readonly Buffer[]): Reading {
  const stream = new RequestStream();
  for (const piece of pieces) stream.push(piece);
  return stream;
}

class RequestStream implements Reading {
  readonly requests: ReadRequest[] = [];
  failure: ParseFailure | null = null;
  private readonly reader = new RequestHeadReader(REQUEST_HEAD_LIMITS);
  private head: RequestHead | null = null;
  private body = new BodyReader(false, 0);
  private data = "";

  get isCutOff(): boolean {
    return this.failure !== null || this.head !== null || this.reader.isUnderway;
  }

  push(piece: Buffer): void {
    let at = 0;
    while (at < piece.length && this.failure === null) {
      if (this.head === null) at = this.readHead(piece, at);
      else at = this.body.push(piece, at, this);
      this.failure ??= this.body.failure;
      if (this.head !== null && this.body.isDone) this.endRequest(this.head);
    }
  }

  onChunkData(part: Buffer): void {
    this.data += part.toString("latin1");
  }

  private readHead(piece: Buffer, at: number): number {
    const head = this.reader.read(piece, at);
    if (head instanceof ParseFailure) this.failure = head;
    else if (head !== null) {
      this.head = head;
      this.body = new BodyReader(head.chunked, Math.max(0, head.contentLength));
    }
    return this.reader.end;
  }

  private endRequest(head: RequestHead): void {
    this.requests.push({ head, body: this.data });
    this.head = null;
    this.data = "";
  }
}

/** One line per request, then the status of the refusal if there was one. */
export function summarize(reading: Reading): string[] {
  const lines = reading.requests.map(({ head, body }) => `${head.method} ${head.target} ${body}`.trimEnd());
  return reading.failure === null ? lines : [...lines, String(reading.failure.status)];
}
