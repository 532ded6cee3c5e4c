import { HEAD_DOOMED, HEAD_PENDING, HEAD_WHOLE, HeadReader } from "./head-reader.ts";
import { hashOfRead, type KnownHeads, lengthOfHead } from "./known-heads.ts";
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
  /** Of the head that was looked for among known ones and is to be read: bytes, or 0, their hash, and itself if it is known. */
  private soughtBytes = 0;
  private soughtHash = 0;
  private found: RequestHead | null = null;

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

  /**
   * Looks among known heads for that of the first `length` bytes of READ_BUFFER. Unless it is known and is all of them, they are to
   * be given to `read` next.
   */
  recognise(length: number): RequestHead | null {
    if (this.known === null || this.reader.isUnderway) return null;
    const bytes = lengthOfHead(length);
    this.soughtBytes = bytes;
    if (bytes === 0) return null;
    this.soughtHash = hashOfRead(bytes);
    const found = this.known.find(bytes, this.soughtHash);
    if (found === null || bytes < length) {
      this.found = found;
      return null;
    }
    this.soughtBytes = 0;
    return found;
  }

  /** Answers null while the head is incomplete and faultless so far. */
  read(chunk: Buffer, offset: number): RequestHead | ParseFailure | null {
    if (offset > 0) return this.readAnew(chunk, offset, 0);
    const { soughtBytes, found } = this;
    this.soughtBytes = 0;
    this.found = null;
    if (found === null) return this.readAnew(chunk, 0, soughtBytes);
    this.end = soughtBytes;
    return found;
  }

  private readAnew(chunk: Buffer, offset: number, soughtBytes: number): RequestHead | ParseFailure | null {
    return this.readWhole(chunk, offset, soughtBytes) ?? this.readPart(chunk, offset);
  }

  /** A head that came in one read, as nearly all do. Null for any other. */
  private readWhole(chunk: Buffer, offset: number, soughtBytes: number): RequestHead | ParseFailure | null {
    // Where the end is known already, a body behind it is not turned into text.
    const end = soughtBytes || chunk.length;
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
      if (head.length === soughtBytes) this.known?.note(chunk.subarray(0, soughtBytes), this.soughtHash, head);
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
