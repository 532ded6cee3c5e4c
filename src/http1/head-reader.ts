import { CR, FIELD_VALUE, LF } from "./grammar.ts";
import type { HeadSource } from "./message-head.ts";

/** More bytes are needed. */
export const HEAD_PENDING = 0;
/** `text` is the whole head; `end` is the offset of the first byte after it. */
export const HEAD_WHOLE = 1;
/** `text` can no longer become a valid head within the limit: parse it for the reason. */
export const HEAD_DOOMED = 2;
/** The first line is there, the rest is not: worth a look, so that a bad one need not wait for its end. */
export const HEAD_FIRST_LINE = 3;

/** A read beyond this is mostly body, which is not worth turning into text. */
const MAX_LOOKED_AT_BYTES = 4096;
export const END_OF_HEAD = Buffer.from("\r\n\r\n");
const NOTHING = Buffer.alloc(0);

/**
 * Gathers the bytes of one head from reads cut anywhere. Each byte is looked at once; a head that came in one piece,
 * as nearly all do, is not copied. The parser decides what is valid: this only finds the end, or early signs that
 * waiting for it is pointless.
 */
export class HeadReader implements HeadSource {
  bytes: Uint8Array = NOTHING;
  start = 0;
  text = "";
  /** Offset, in the chunk pushed last, of the first byte after the head. */
  end = 0;
  private readonly maxBytes: number;
  private held = NOTHING;
  private heldBytes = 0;
  private isFirstLineSeen = false;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** Whether a head has begun and is not complete. */
  get isUnderway(): boolean {
    return this.heldBytes > 0;
  }

  /** Lets go of the head that was shown, which may be large: the connection may now idle for a long time. */
  release(): void {
    this.bytes = NOTHING;
    this.text = "";
  }

  /**
   * Shows a short read, or as much of it as the head is known to have, without looking for the end of the head first: the parser
   * finds it. False when that cannot be done.
   */
  look(chunk: Buffer, offset: number, end = chunk.length): boolean {
    if (this.heldBytes > 0 || end - offset > Math.min(this.maxBytes, MAX_LOOKED_AT_BYTES)) return false;
    this.bytes = chunk;
    this.start = offset;
    this.text = chunk.toString("latin1", offset, end);
    return true;
  }

  push(chunk: Buffer, offset: number): number {
    if (this.heldBytes > 0) return this.extend(chunk, offset);
    const emptyLineAt = chunk.indexOf(END_OF_HEAD, offset);
    if (emptyLineAt !== -1 && emptyLineAt + 4 - offset <= this.maxBytes) {
      this.end = emptyLineAt + 4;
      this.bytes = chunk;
      this.start = offset;
      this.text = chunk.toString("latin1", offset, this.end);
      return HEAD_WHOLE;
    }
    return this.extend(chunk, offset);
  }

  private extend(chunk: Buffer, offset: number): number {
    const before = this.heldBytes;
    const taken = Math.min(chunk.length - offset, this.maxBytes - before);
    this.reserve(before + taken);
    chunk.copy(this.held, before, offset, offset + taken);
    this.heldBytes += taken;

    const emptyLineAt = this.held.subarray(0, this.heldBytes).indexOf(END_OF_HEAD, Math.max(0, before - 3));
    if (emptyLineAt !== -1) {
      const length = emptyLineAt + 4;
      this.end = offset + length - before;
      return this.finish(length, HEAD_WHOLE);
    }
    if (this.heldBytes === this.maxBytes) return this.finish(this.heldBytes, HEAD_DOOMED);
    return this.scan(before);
  }

  /** Looks through the new bytes for a control character or a lone CR or LF, none of which any head may hold. */
  private scan(from: number): number {
    const wasFirstLineSeen = this.isFirstLineSeen;
    for (let i = from; i < this.heldBytes; i++) {
      const byte = this.held[i] ?? 0;
      const isAfterCr = i > 0 && this.held[i - 1] === CR;
      if (isAfterCr !== (byte === LF) || (FIELD_VALUE[byte] === 0 && byte !== CR && byte !== LF)) {
        return this.finish(this.heldBytes, HEAD_DOOMED);
      }
      if (byte === LF) this.isFirstLineSeen = true;
    }
    if (wasFirstLineSeen || !this.isFirstLineSeen) return HEAD_PENDING;
    this.show(this.heldBytes);
    return HEAD_FIRST_LINE;
  }

  private finish(length: number, result: number): number {
    this.show(length);
    this.held = NOTHING;
    this.heldBytes = 0;
    this.isFirstLineSeen = false;
    return result;
  }

  private show(length: number): void {
    this.bytes = this.held;
    this.start = 0;
    this.text = this.held.toString("latin1", 0, length);
  }

  private reserve(bytes: number): void {
    if (bytes <= this.held.length) return;
    const grown = Buffer.allocUnsafe(Math.min(this.maxBytes, Math.max(1024, bytes * 2)));
    this.held.copy(grown, 0, 0, this.heldBytes);
    this.held = grown;
  }
}
