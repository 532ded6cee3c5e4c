import { lasting, READ_BUFFER, READ_WORDS } from "./read-bytes.ts";

/** Bytes that are compared to what has just been read: four at a time, and without a call out of compiled code. */
export class KnownBytes {
  readonly length: number;
  private readonly words: Int32Array;
  /** Those that make no whole word. */
  private readonly rest: Uint8Array;

  constructor(bytes: Buffer) {
    const own = lasting(bytes);
    const wordCount = own.length >> 2;
    this.length = own.length;
    this.words = new Int32Array(own.buffer, own.byteOffset, wordCount);
    this.rest = own.subarray(wordCount * 4);
  }

  /** Whether the first `length` bytes of READ_BUFFER begin with these. */
  lead(length: number): boolean {
    if (length < this.length) return false;
    const { words, rest } = this;
    for (let i = 0; i < words.length; i++) if (READ_WORDS[i] !== words[i]) return false;
    const restAt = words.length * 4;
    for (let i = 0; i < rest.length; i++) if (READ_BUFFER[restAt + i] !== rest[i]) return false;
    return true;
  }
}
