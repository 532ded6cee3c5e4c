import { BodyReader, UNTIL_CLOSE } from "../../src/http1/body-reader.ts";
import { HEAD_PENDING, HEAD_WHOLE, HeadReader } from "../../src/http1/head-reader.ts";
import { ParseFailure, RESPONSE_HEAD_LIMITS, type ResponseHead } from "../../src/http1/message-head.ts";
import { parseResponseHead } from "../../src/http1/parse-response-head.ts";
import { isBodiless } from "../../src/http1/status-line.ts";

export interface ReadResponse {
  readonly head: ResponseHead;
  readonly body: string;
}

export interface ResponseReading {
  /** Interim answers and then the final one, if it is whole. */
  readonly responses: readonly ReadResponse[];
  /** What ended the reading before the end of the answer. */
  readonly failure: ParseFailure | null;
  /** Bytes behind the final answer. */
  readonly extraBytes: number;
}

/** Reads one answer to a GET, given in pieces and then closed, with the parsers alone: no sockets, no time. */
export function readResponse(pieces: readonly Buffer[]): ResponseReading {
  const stream = new ResponseStream();
  for (const piece of pieces) stream.push(piece);
  stream.close();
  return stream;
}

class ResponseStream implements ResponseReading {
  readonly responses: ReadResponse[] = [];
  failure: ParseFailure | null = null;
  extraBytes = 0;
  private readonly reader = new HeadReader(RESPONSE_HEAD_LIMITS.maxHeadBytes);
  private head: ResponseHead | null = null;
  private body = new BodyReader(false, 0);
  private data = "";
  private isDone = false;

  push(piece: Buffer): void {
    let at = 0;
    while (at < piece.length && this.failure === null && !this.isDone) {
      if (this.head === null) at = this.readHead(piece, at);
      else at = this.body.push(piece, at, this);
      this.failure ??= this.body.failure;
      if (this.head !== null && this.body.isDone && this.failure === null) this.endResponse(this.head);
    }
    if (this.isDone) this.extraBytes += piece.length - at;
  }

  close(): void {
    if (this.head !== null && this.failure === null && this.body.endsByClose) this.endResponse(this.head);
  }

  onChunkData(part: Buffer): void {
    this.data += part.toString("latin1");
  }

  private readHead(piece: Buffer, at: number): number {
    const result = this.reader.push(piece, at);
    if (result === HEAD_PENDING) return piece.length;
    const head = parseResponseHead(this.reader);
    if (head instanceof ParseFailure) this.failure = head;
    else if (head === undefined && !this.reader.isUnderway) this.failure = new ParseFailure(502, "head too long");
    if (result !== HEAD_WHOLE || head === undefined || head instanceof ParseFailure) return piece.length;
    this.head = head;
    const length = head.contentLength === -1 ? UNTIL_CLOSE : head.contentLength;
    this.body = isBodiless(head.status) ? new BodyReader(false, 0) : new BodyReader(head.chunked, length);
    return this.reader.end;
  }

  private endResponse(head: ResponseHead): void {
    this.responses.push({ head, body: this.data });
    this.head = null;
    this.data = "";
    this.body = new BodyReader(false, 0);
    this.isDone = head.status === 101 || head.status >= 200;
  }
}
