import type { ParseFailure } from "./message-head.ts";
import { ChunkedDecoder, type DataSink } from "./parse-chunked.ts";

/** Length of a body that ends when its sender closes the connection. */
export const UNTIL_CLOSE = -2;

/** Finds the end of one body by its framing (RFC 9112 §6.3) and passes its data on. */
export class BodyReader {
  private remaining: number;
  private readonly decoder: ChunkedDecoder | null;

  /** `length` in bytes, or UNTIL_CLOSE; not looked at for chunked bodies. */
  constructor(isChunked: boolean, length: number) {
    this.decoder = isChunked ? new ChunkedDecoder() : null;
    this.remaining = isChunked ? 0 : length;
  }

  get isDone(): boolean {
    return this.decoder === null ? this.remaining === 0 : this.decoder.isDone && this.decoder.failure === null;
  }

  get failure(): ParseFailure | null {
    return this.decoder === null ? null : this.decoder.failure;
  }

  /** Whether a close by the sender is the proper end of this body. */
  get endsByClose(): boolean {
    return this.remaining === UNTIL_CLOSE;
  }

  /** Bytes still to come, or -1 when the framing does not tell. */
  get remainingBytes(): number {
    if (this.decoder !== null) return this.decoder.isDone ? 0 : -1;
    return this.remaining === UNTIL_CLOSE ? -1 : this.remaining;
  }

  /** Reads from `offset`; answers the offset after the last byte that belongs to this body. */
  push(chunk: Buffer, offset: number, sink: DataSink): number {
    if (this.decoder !== null) return this.decoder.push(chunk, offset, sink);
    if (this.remaining === UNTIL_CLOSE) {
      sink.onChunkData(offset === 0 ? chunk : chunk.subarray(offset));
      return chunk.length;
    }
    const end = Math.min(chunk.length, offset + this.remaining);
    if (end > offset) {
      this.remaining -= end - offset;
      sink.onChunkData(offset === 0 && end === chunk.length ? chunk : chunk.subarray(offset, end));
    }
    return end;
  }
}
