import { HEAD_DOOMED, HEAD_PENDING, HEAD_WHOLE, HeadReader } from "./head-reader.ts";
import type { KnownHeads } from "./known-heads.ts";
import { type HeadLimits, ParseFailure, RequestHead } from "./message-head.ts";
import { parseRequestHead } from "./parse-request-head.ts";

export const HEAD_TOO_LONG = new ParseFailure(431, "head too long");

/** Reads request heads, one after the other, from pieces cut anywhere. */
export class RequestHeadReader {
  /** Offset after the bytes the last `read` used. */
  end = 0;
  /** What could be read of a head that is incomplete or was refused. */
  head: RequestHead | null = null;
  private readonly reader: HeadReader;
  private readonly limits: HeadLimits;
  private readonly known: KnownHeads | null;

  /** `known` are heads read with the same limits. */
  constructor(limits: HeadLimits, known: KnownHeads | null = null) {
    this.reader = new HeadReader(limits.maxHeadBytes);
    this.limits = limits;
    this.known = known;
  }

  /** Whether a head has begun and is not complete. */
  get isUnderway(): boolean {
    return this.reader.isUnderway;
  }

  /** Answers null while the head is incomplete and faultless so far. */
  read(chunk: Buffer, offset: number): RequestHead | ParseFailure | null {
    return this.recognise(chunk, offset) ?? this.readWhole(chunk, offset) ?? this.readPart(chunk, offset);
  }

  private recognise(chunk: Buffer, offset: number): RequestHead | null {
    if (this.known === null || offset > 0 || this.reader.isUnderway) return null;
    const head = this.known.find(chunk);
    if (head === undefined) return null;
    this.end = this.known.length;
    return head;
  }

  /** A head that came in one read, as nearly all do. Null for any other. */
  private readWhole(chunk: Buffer, offset: number): RequestHead | ParseFailure | null {
    // The end has been looked for already; a body behind it is not turned into text.
    const end = (offset === 0 && this.known?.length) || chunk.length;
    if (!this.reader.look(chunk, offset, end)) return null;
    const head = new RequestHead();
    const result = parseRequestHead(this.reader, this.limits, head);
    if (result === undefined) return null;
    if (result instanceof ParseFailure) {
      this.head = head;
      this.end = chunk.length;
    } else {
      this.end = offset + head.length;
      this.reader.release();
      if (offset === 0) this.known?.note(chunk, head);
    }
    return result;
  }

  private readPart(chunk: Buffer, offset: number): RequestHead | ParseFailure | null {
    const result = this.reader.push(chunk, offset);
    this.end = result === HEAD_WHOLE ? this.reader.end : chunk.length;
    if (result === HEAD_PENDING) return null;
    this.head = new RequestHead();
    const head = parseRequestHead(this.reader, this.limits, this.head);
    if (head instanceof ParseFailure) return head;
    if (result === HEAD_WHOLE && head !== undefined) {
      this.head = null;
      this.reader.release();
      return head;
    }
    return result === HEAD_DOOMED ? HEAD_TOO_LONG : null;
  }
}
